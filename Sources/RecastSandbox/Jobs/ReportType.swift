/// The report types of the API, each with the fields its form needs and whether the dashboard runs it by itself.
enum ReportType: String, CaseIterable, Sendable {
  case insightsOverview = "compute_insights_overview"
  case baselineSummary = "compute_baseline_summary"
  case shiftCurves = "compare_shift_curves"
  case spendResponseCurves = "compute_spend_response_curves"
  case timePeriods = "compare_time_periods"
  case groupedChannelSummaries = "compute_grouped_channel_summaries"
  case fixedSpendPerformance = "compute_fixed_spend_performance"
  case spendSummary = "compute_spend_summary"
  case spikeDetailSummary = "compute_spike_detail_summary"
  case periodSummary = "compute_period_summary"
  case lowerFunnelWaterfall = "compute_lower_funnel_waterfall"
  case upperFunnelDetails = "compute_upper_funnel_details"
  case contextVariableSummary = "compute_context_variable_summary"
  case inSampleModelFit = "compute_in_sample_model_fit"
  case marketingVersusBaseline = "compute_marketing_vs_baseline"
  case priorVersusPosterior = "compute_prior_vs_posterior"
  case dailySpendVersusKPI = "compute_daily_spend_vs_KPI"
  case shareOfSpendVersusEffect = "compute_share_of_spend_vs_effect"
  case waterfallPlots = "compute_roi_cpa_waterfall_plots"
  case backtestSummaries = "compute_backtest_summaries"
  case modelConfiguration = "compute_model_configuration"
  case experimentsSummaries = "compute_experiments_summaries"
  case cleanData = "compute_clean_data"
  case channelUncertaintyDrivers = "compute_channel_uncertainty_drivers"
  /// The older name of the insights overview, which published samples still send.
  case waterfallSummary = "compute_waterfall_summary"

  /// Which fields a form has beside `deployment_id` and `report_type`.
  enum FormGroup: Sendable {
    case deploymentOnly
    case dateRange
    case dateRangeAndChannels
    case dateRangeAndSpikes
    case dateRangeAndGranularity
    case channels
    case dateWindowAndChannels
    case fixedSpend
    case channelGroups
    case twoDateRanges
  }

  var formGroup: FormGroup {
    switch self {
    case .backtestSummaries, .experimentsSummaries, .cleanData, .modelConfiguration, .spikeDetailSummary:
      .deploymentOnly
    case .insightsOverview, .waterfallSummary, .spendSummary, .periodSummary, .marketingVersusBaseline,
      .lowerFunnelWaterfall, .inSampleModelFit, .contextVariableSummary, .channelUncertaintyDrivers:
      .dateRange
    case .waterfallPlots, .upperFunnelDetails, .priorVersusPosterior, .dailySpendVersusKPI: .dateRangeAndChannels
    case .baselineSummary: .dateRangeAndSpikes
    case .shareOfSpendVersusEffect: .dateRangeAndGranularity
    case .shiftCurves: .channels
    case .spendResponseCurves: .dateWindowAndChannels
    case .fixedSpendPerformance: .fixedSpend
    case .groupedChannelSummaries: .channelGroups
    case .timePeriods: .twoDateRanges
    }
  }

  /// Whether the service computes this type by itself whenever a model is refreshed.
  var isPrerendered: Bool {
    switch self {
    case .insightsOverview, .baselineSummary, .shiftCurves, .spendResponseCurves, .groupedChannelSummaries,
      .spendSummary, .spikeDetailSummary, .lowerFunnelWaterfall, .contextVariableSummary, .priorVersusPosterior,
      .backtestSummaries, .modelConfiguration, .experimentsSummaries, .cleanData:
      true
    default:
      false
    }
  }
}
