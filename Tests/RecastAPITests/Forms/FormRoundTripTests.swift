import Foundation
import RecastAPI
import Testing

/// Fetch, edit, resubmit: whatever a form holds, changing one member changes that member and nothing else.
@Suite struct FormRoundTripTests {
  /// A way to change a form, and what that changes on the wire.
  struct Edit<Form: JSONCodable>: Sendable {
    var path: [String]
    var value: JSONValue
    var change: @Sendable (inout Form) -> Void

    init(_ path: String..., to value: JSONValue, _ change: @escaping @Sendable (inout Form) -> Void) {
      self.path = path
      self.value = value
      self.change = change
    }
  }

  private func check<Form: JSONCodable>(_ shape: WireShape, _ edits: [Edit<Form>], seed: Int) throws {
    var generator = WireGenerator(seed: seed)
    let received = generator.value(shape)
    let form = try Form(json: received.jsonBytes())
    let sent = try JSONValue(json: form.jsonBytes())
    #expect(sent == received, "seed \(seed): \(received) became \(sent)")
    for edit in edits {
      var edited = form
      edit.change(&edited)
      let expected = received.setting(edit.path[...], to: edit.value)
      let sent = try JSONValue(json: edited.jsonBytes())
      #expect(sent == expected, "seed \(seed), \(edit.path): \(expected) became \(sent)")
    }
  }

  private static let seeds = 0..<400

  @Test(arguments: seeds) func optimizations(seed: Int) throws {
    try check(
      FormShapes.optimization,
      [
        Edit<OptimizationForm>("confidence", to: "42") { $0.confidence = 42 },
        Edit("strategy", to: "base") { $0.strategy = .base },
        Edit("total_spend", to: "150") { $0.totalSpend = 150 },
        Edit("optimize_for_insample_effect", to: "T") { $0.optimizeForInsampleEffect = true },
        Edit("budget", to: [["date", "tv"]]) { $0.budget = [["date", "tv"]] },
        Edit("kpi_id", to: "custom") { $0.kpiID = "custom" },
        Edit("constraints", to: []) { $0.constraints = [] },
      ],
      seed: seed
    )
  }

  @Test(arguments: seeds) func forecasts(seed: Int) throws {
    try check(
      FormShapes.forecast,
      [
        Edit<ForecastForm>("start_date", to: "2026-07-01") { $0.startDate = CalendarDate("2026-07-01") },
        Edit("run_recommendations", to: true) { $0.runRecommendations = true },
        Edit("lower_funnel_caps", to: ["search": 5]) { $0.lowerFunnelCaps = ["search": 5] },
        Edit("budget", to: []) { $0.budget = [] },
      ],
      seed: seed
    )
  }

  @Test(arguments: seeds) func spendForecasts(seed: Int) throws {
    try check(
      FormShapes.spendForecast,
      [
        Edit<SpendForecastForm>("total_spend", to: 4711.25) { $0.totalSpend = 4711.25 },
        Edit("constraints", to: []) { $0.constraints = [] },
      ],
      seed: seed
    )
  }

  @Test(arguments: seeds) func runs(seed: Int) throws {
    try check(
      FormShapes.run,
      [
        Edit<RunForm>("clean_data", to: "a\nb") { $0.cleanData = "a\r\nb" },
        Edit("n_holdout", to: 6) { $0.nHoldout = 6 },
        Edit("holdout_days", to: [14]) { $0.holdoutDays = [14] },
        Edit("run_type", to: "holdout") { $0.runType = .holdout },
      ],
      seed: seed
    )
    try check(
      FormShapes.run,
      [Edit<LaunchedRunForm>("days_per_holdout", to: 30) { $0.daysPerHoldout = 30 }],
      seed: seed
    )
  }

  @Test(arguments: seeds) func plans(seed: Int) throws {
    try check(
      FormShapes.plan,
      [
        Edit<FromScratchPlanForm>("label", to: "H2") { $0.label = "H2" },
        Edit("spike_type", to: "model") { $0.spikeType = .model },
        Edit("lower_funnel_channel_caps", to: [["channel_name": "x", "option": "off"]]) {
          $0.lowerFunnelChannelCaps = [.off("x")]
        },
      ],
      seed: seed
    )
    try check(
      FormShapes.planVersion,
      [Edit<PlanVersionForm>("budget", to: []) { $0.budget = BudgetTable() }],
      seed: seed
    )
    try check(FormShapes.plan, [Edit<PlanForm>](), seed: seed)
  }

  @Test(arguments: seeds) func reports(seed: Int) throws {
    for group in FormShapes.reports {
      try check(FormShapes.report(group), [Edit<ReportForm>](), seed: seed)
    }
    let dates = FormShapes.reports[1]
    try check(
      FormShapes.report((["compute_spend_summary"], dates.members)),
      [
        Edit<SpendSummaryReportForm>("end_date", to: "2026-02-01") {
          $0.endDate = CalendarDate("2026-02-01") ?? $0.endDate
        }
      ],
      seed: seed
    )
  }

  @Test(arguments: seeds) func membersInsideMembers(seed: Int) throws {
    var generator = WireGenerator(seed: seed)
    let received = generator.value(FormShapes.optimization)
    var form = try OptimizationForm(json: received.jsonBytes())
    guard !form.constraints.isEmpty, let end = CalendarDate("2026-12-31") else { return }
    form.constraints[0].endDate = end
    let channel = form.constraints[0].lowerFunnelCaps?.keys.sorted().first
    if let channel { form.constraints[0].lowerFunnelCaps?[channel]?.min = 7 }
    var items = try #require(received["constraints"]?.array)
    items[0]["end_date"] = "2026-12-31"
    if let channel {
      items[0] = items[0].setting(["lower_funnel_caps", channel, "min"], to: "7")
    }
    var expected = received
    expected["constraints"] = .array(items)
    #expect(try JSONValue(json: form.jsonBytes()) == expected, "seed \(seed)")
  }
}

extension JSONValue {
  /// The same value with another one at a path of members.
  fileprivate func setting(_ path: ArraySlice<String>, to value: JSONValue) -> JSONValue {
    guard let name = path.first else { return value }
    var copy = self
    copy[name] = (self[name] ?? .object(JSONObject())).setting(path.dropFirst(), to: value)
    return copy
  }
}
