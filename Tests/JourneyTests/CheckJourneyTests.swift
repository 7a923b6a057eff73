import Foundation
import RecastAPI
import Testing

/// What is not sent because the API is documented to reject it, is rejected when it is sent all the same.
@Suite struct CheckJourneyTests {
  /// A form that breaks a rule: the member at fault, and the form as JSON.
  private static let reports: [(member: String, form: JSONValue)] = [
    ("form.end_date", ["report_type": "compute_spend_summary", "start_date": "2024-05-02", "end_date": "2024-05-01"]),
    (
      "form.channels",
      [
        "report_type": "compute_upper_funnel_details", "start_date": "2024-05-01", "end_date": "2024-05-31",
        "channels": [],
      ]
    ),
    ("form.num_days", curves(days: 91)), ("form.num_days", curves(days: 0)),
    (
      "form.granularity",
      [
        "report_type": "compute_share_of_spend_vs_effect", "start_date": "2024-05-01", "end_date": "2024-05-31",
        "granularity": "hourly",
      ]
    ),
    (
      "form.period_start_date",
      [
        "report_type": "compare_time_periods", "previous_start_date": "2024-01-01", "previous_end_date": "2024-02-01",
        "period_start_date": "2024-02-01", "period_end_date": "2024-03-01",
      ]
    ),
  ]

  private static func curves(days: Int) -> JSONValue {
    [
      "report_type": "compute_spend_response_curves", "date": "2024-05-01", "num_days": .number(JSONNumber(days)),
      "channels": ["meta"],
    ]
  }

  @Test func reports() async throws {
    try await Journey.run { journey in
      for (member, form) in Self.reports {
        var form = form
        form["deployment_id"] = 5716
        let typed = try ReportForm(json: form.jsonText())
        try await Self.expectRejection(member) { options in
          _ = try await journey.client.reports.create(typed, options: options)
        }
      }
    }
  }

  /// Changes to a form that is in order, each of which breaks a rule.
  private static let optimizations: [(member: String, changes: [(String, JSONValue?)])] = [
    ("form.strategy", [("objective", "profit"), ("confidence", nil), ("strategy", nil)]),
    ("form.confidence", [("objective", "profit"), ("strategy", "base"), ("confidence", "75")]),
    ("form.total_spend", [("spend_scope", "total"), ("total_spend", nil)]),
    ("form.exact_spend", [("spend_scope", "upper_funnel")]),
    ("form.target", [("target", "-1")]),
    ("form.confidence", [("confidence", "101")]),
  ]

  @Test func optimizations() async throws {
    try await Journey.run { journey in
      let deployment = try await journey.client.deployments.get(id: 5716)
      let constraint = OptimizationConstraint(
        startDate: deployment.endDate.advanced(by: 1),
        endDate: deployment.endDate.advanced(by: 30),
        channelBudgets: [.bounded(min: 1, max: 2, channels: [OptimizationChannel(name: "meta")])]
      )
      let form = OptimizationForm.efficiency(
        floor: 1,
        confidence: 75,
        modelType: .roi,
        constraints: [constraint],
        depvarConfigurations: [DepvarConfiguration(deploymentID: 5716)]
      )
      for (member, changes) in Self.optimizations {
        var json = try JSONValue(json: form.jsonText())
        for (name, value) in changes { json[name] = value ?? .null }
        let typed = try OptimizationForm(json: json.jsonText())
        try await Self.expectRejection(member) { options in
          _ = try await journey.client.optimizations.create(typed, options: options)
        }
      }
      var reversed = form
      reversed.constraints[0].channelBudgets?[0].max = 0
      try await Self.expectRejection("form.constraints[0].channel_budgets[0].max") { [reversed] options in
        _ = try await journey.client.optimizations.create(reversed, options: options)
      }
    }
  }

  @Test func spendForecasts() async throws {
    try await Journey.run { journey in
      let day = try #require(CalendarDate("2026-10-01"))
      let depvars = [DepvarConfiguration(deploymentID: 5716)]
      let last = day.advanced(by: 9)
      let total = SpendForecastForm.total(startDate: day, endDate: last, depvarConfigurations: depvars, totalSpend: 5)
      let outside = SpendForecastConstraint(startDate: day, endDate: last.advanced(by: 1), channels: ["meta"], spend: 1)
      var both = total
      both.constraints = [
        SpendForecastConstraint(startDate: day, endDate: last, channels: ["meta"], spend: 1)
      ]
      var nothing = total
      nothing.totalSpend = 0
      var late = total
      late.totalSpend = nil
      late.constraints = [outside]
      for (member, form) in [
        ("form.constraints", both), ("form.total_spend", nothing), ("form.end_date", late),
      ] {
        try await Self.expectRejection(member) { options in
          _ = try await journey.client.spendForecasts.create(form, options: options)
        }
      }
    }
  }

  @Test func plans() async throws {
    try await Journey.run { journey in
      let day = try #require(CalendarDate("2026-10-01"))
      let form = FromScratchPlanForm(
        label: "Plan",
        startDate: day,
        endDate: day.advanced(by: 1),
        budget: BudgetTable(days: day...day.advanced(by: 1), daily: ["meta": 1])
      )
      var blank = form
      blank.label = "  "
      var reversed = form
      reversed.endDate = day
      var negative = form
      negative.budget[day, "meta"] = -1
      var uncapped = form
      uncapped.lowerFunnelChannelCaps = [LowerFunnelChannelCap(channelName: "affiliates", option: .capped)]
      var spikes = form
      spikes.spikeType = .model
      spikes.depvarSpikeGroups = [DepvarSpikeGroup(spikeName: "Black Friday", depvars: [])]
      for (member, form) in [
        ("form.label", blank), ("form.end_date", reversed), ("form.budget", negative),
        ("form.lower_funnel_channel_caps[0].cap", uncapped), ("form.depvar_spike_groups", spikes),
      ] {
        try await Self.expectRejection(member) { options in
          _ = try await journey.client.plans.create(.fromScratch(form), options: options)
        }
      }
      let planID = try #require(UUID(uuidString: "8d777078-044e-4e3d-8d95-8dc14daf8d93"))
      let version = try #require(try await journey.client.planVersions.list(planID: planID).items.first { $0.primary })
      try await Self.expectRejection("form.budget") { options in
        _ = try await journey.client.planVersions.create(
          planID: planID,
          baseVersionID: version.id,
          form: PlanVersionForm(),
          options: options
        )
      }
    }
  }

  /// Sends with and without checks: nothing leaves in one case, the server refuses in the other.
  private static func expectRejection(
    _ member: String,
    _ send: (CallOptions) async throws -> Void
  ) async throws {
    let invalid = await #expect(throws: InvalidRequest.self, "\(member) was sent") { try await send(CallOptions()) }
    #expect(invalid?.broken?.member == member)
    let refused = await #expect(throws: APIError.self, "\(member) was accepted") {
      try await send(CallOptions(checks: false))
    }
    #expect([400, 422].contains(refused?.status), "\(member)")
  }
}
