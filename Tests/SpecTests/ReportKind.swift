import RecastAPI

/// One kind of report, as the vendor's material documents it, with a form that the sandbox can work with.
struct ReportKind: Sendable {
  /// What forms are about: a deployment, and two ranges of days inside its data.
  struct Subject: Sendable {
    let deploymentID: Int
    let end: CalendarDate
    let channels: [String]

    var start: CalendarDate { end.advanced(by: -60) }
    var middle: CalendarDate { end.advanced(by: -30) }
  }

  /// `report_type`.
  let name: String
  /// Makes a form.
  let form: @Sendable (Subject) -> ReportForm

  /// The kinds that are documented, and the name that older samples use.
  static let all = deploymentKinds + rangeKinds + channelKinds + otherKinds

  private static let deploymentKinds: [ReportKind] = [
    .init("compute_backtest_summaries") { .backtestSummaries(deploymentID: $0.deploymentID) },
    .init("compute_experiments_summaries") { .experimentSummaries(deploymentID: $0.deploymentID) },
    .init("compute_clean_data") { .cleanData(deploymentID: $0.deploymentID) },
    .init("compute_model_configuration") { .modelConfiguration(deploymentID: $0.deploymentID) },
    .init("compute_spike_detail_summary") { .spikeDetailSummary(deploymentID: $0.deploymentID) },
  ]

  private static let rangeKinds: [ReportKind] = [
    .init("compute_insights_overview") {
      .insightsOverview(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_spend_summary") {
      .spendSummary(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_period_summary") {
      .periodSummary(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_marketing_vs_baseline") {
      .marketingVsBaseline(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_lower_funnel_waterfall") {
      .lowerFunnelWaterfall(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_in_sample_model_fit") {
      .inSampleModelFit(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_context_variable_summary") {
      .contextVariableSummary(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_channel_uncertainty_drivers") {
      .channelUncertaintyDrivers(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_waterfall_summary") {
      .waterfallSummary(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end)
    },
    .init("compute_baseline_summary") {
      .baselineSummary(deploymentID: $0.deploymentID, startDate: $0.start, endDate: $0.end, includeSpikes: true)
    },
    .init("compute_share_of_spend_vs_effect") {
      .shareOfSpendVsEffect(
        deploymentID: $0.deploymentID,
        startDate: $0.start,
        endDate: $0.end,
        granularity: .weekly
      )
    },
  ]

  private static let channelKinds: [ReportKind] = [
    .init("compute_roi_cpa_waterfall_plots") {
      .roiAndCPAWaterfallPlots(
        deploymentID: $0.deploymentID,
        startDate: $0.start,
        endDate: $0.end,
        channels: $0.channels
      )
    },
    .init("compute_upper_funnel_details") {
      .upperFunnelDetails(
        deploymentID: $0.deploymentID,
        startDate: $0.start,
        endDate: $0.end,
        channels: $0.channels
      )
    },
    .init("compute_prior_vs_posterior") {
      .priorVsPosterior(
        deploymentID: $0.deploymentID,
        startDate: $0.start,
        endDate: $0.end,
        channels: $0.channels
      )
    },
    .init("compute_daily_spend_vs_KPI") {
      .dailySpendVsKPI(
        deploymentID: $0.deploymentID,
        startDate: $0.start,
        endDate: $0.end,
        channels: $0.channels
      )
    },
    .init("compare_shift_curves") { .shiftCurves(deploymentID: $0.deploymentID, channels: $0.channels) },
    .init("compute_spend_response_curves") {
      .spendResponseCurves(deploymentID: $0.deploymentID, date: $0.end, numDays: 30, channels: $0.channels)
    },
  ]

  private static let otherKinds: [ReportKind] = [
    .init("compute_fixed_spend_performance") {
      .fixedSpendPerformance(
        deploymentID: $0.deploymentID,
        startDate: $0.start,
        endDate: $0.end,
        channels: $0.channels,
        includeLowerFunnelEffects: true,
        spend: 50_000
      )
    },
    .init("compute_grouped_channel_summaries") {
      .groupedChannelSummaries(
        deploymentID: $0.deploymentID,
        startDate: $0.start,
        endDate: $0.end,
        channelGroups: [ChannelGroup(name: "TV & Audio", channels: $0.channels)],
        includeLowerFunnelEffects: false
      )
    },
    .init("compare_time_periods") {
      .compareTimePeriods(
        deploymentID: $0.deploymentID,
        previousStartDate: $0.start,
        previousEndDate: $0.middle,
        periodStartDate: $0.middle.advanced(by: 1),
        periodEndDate: $0.end
      )
    },
  ]

  private init(_ name: String, form: @escaping @Sendable (Subject) -> ReportForm) {
    self.name = name
    self.form = form
  }
}
