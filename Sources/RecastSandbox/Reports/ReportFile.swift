/// One downloadable table of a finished report. It is computed when somebody asks for it and not kept.
struct ReportFile: Sendable {
  var key: String
  var description: String
  var table: @Sendable () -> Table

  init(_ key: String, _ description: String, _ table: @Sendable @escaping () -> Table) {
    self.key = key
    self.description = description
    self.table = table
  }
}

/// Computes the tables of a report from the model, always the same ones for the same form.
struct ReportBuilder: Sendable {
  let form: ReportForm
  let model: MediaMixModel

  init(_ form: ReportForm, _ model: MediaMixModel) {
    self.form = form
    self.model = model
  }

  /// Every table of the report, under the documented keys.
  var files: [ReportFile] {
    switch form.type {
    case .insightsOverview, .waterfallSummary: insightsOverview
    case .baselineSummary: baselineSummary
    case .shiftCurves: shiftCurves
    case .spendResponseCurves: spendResponseCurves
    case .timePeriods: timePeriods
    case .groupedChannelSummaries: groupedChannelSummaries
    case .fixedSpendPerformance: fixedSpendPerformance
    case .spendSummary: spendSummary
    case .spikeDetailSummary: spikeDetails
    case .periodSummary: periodSummary
    case .lowerFunnelWaterfall: lowerFunnelWaterfall
    case .upperFunnelDetails: upperFunnelDetails
    case .contextVariableSummary: contextVariables
    case .inSampleModelFit: modelFit
    case .marketingVersusBaseline: marketingVersusBaseline
    case .priorVersusPosterior: priorVersusPosterior
    case .dailySpendVersusKPI: spendCorrelations
    case .shareOfSpendVersusEffect: shares
    case .waterfallPlots: efficiencyWaterfalls
    case .modelConfiguration: modelConfiguration
    case .cleanData: cleanData
    case .channelUncertaintyDrivers: uncertaintyDrivers
    case .backtestSummaries, .experimentsSummaries: []
    }
  }

  /// Whether the job ends well: a context variable summary fails when the model has no contextual variables.
  static func succeeds(_ form: ReportForm) -> Bool {
    form.type != .contextVariableSummary || !form.deployment.contextVariables.isEmpty
  }
}
