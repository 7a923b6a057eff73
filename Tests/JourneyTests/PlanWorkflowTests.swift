import Foundation
import RecastAPI
import Testing

/// The call sequences that the vendor documents for plans, as short programs against the sandbox over a real socket.
@Suite struct PlanWorkflowTests {
  private let secondHalf = UUID(uuidString: "8d777078-044e-4e3d-8d95-8dc14daf8d93")

  /// A plan of ten days with every channel that the models behind the KPIs know.
  @Test func aPlanIsMadeFromScratch() async throws {
    try await Journey.run { journey in
      let client = journey.client
      var slugs: Set<String> = []
      for try await kpi in client.kpis.list().items { slugs.formUnion(kpi.depvars.map(\.slug)) }
      var models: [Deployment] = []
      for try await item in client.deployments.list(active: true).items where slugs.contains(item.dashboardSlug) {
        models.append(try await client.deployments.get(id: item.id))
      }

      let start = try #require(models.map(\.endDate).min()).advanced(by: 30)
      var budget = BudgetTable(days: start...start.advanced(by: 9), daily: [:])
      for channel in Set(models.flatMap { $0.upperFunnelChannelLabels + $0.nonSpendChannelsLabels }).sorted() {
        for day in start...start.advanced(by: 9) { budget[day, channel] = 50_000 }
      }
      let plan = try await client.plans.create(
        .fromScratch(
          label: "Autumn",
          startDate: start,
          endDate: start.advanced(by: 9),
          budget: budget,
          lowerFunnelChannelCaps: [.capped(channel: "search_branded", cap: 900_000), .off("affiliates")]
        )
      )
      let versions = client.planVersions.list(planID: plan.id).items
      let primary = try #require(try await versions.first { $0.primary })
      let version = try await client.planVersions.get(planID: plan.id, id: primary.id)

      #expect(!version.compatibleKPIs.isEmpty)
      #expect(version.incompatibleKPIs.isEmpty)
      #expect(version.lowerFunnelChannelCaps.contains { $0.channelName == "affiliates" && $0.option == .off })
      let kept = try await BudgetTable(client.planVersions.budget(planID: plan.id, id: primary.id))
      #expect(kept[start, "meta"] == 50_000)
    }
  }

  /// A plan is changed while somebody else changes it: nothing of either change is lost.
  @Test func aPlanIsEditedWhileOthersEditIt() async throws {
    try await Journey.run { journey in
      let versions = journey.client.planVersions
      let planID = try #require(secondHalf)
      let day = try #require(CalendarDate("2026-11-02"))
      let interruptions = Counter()

      let edited = try await versions.edit(planID: planID) { current in
        let budget = try await BudgetTable(versions.budget(planID: planID, id: current.id))
        if await interruptions.next() < 2 {
          // Somebody else is faster: the version that was just read is primary no more.
          _ = try await versions.create(
            planID: planID,
            baseVersionID: current.id,
            form: PlanVersionForm(budget: [["date", "tiktok"], [.text(day.description), 777]])
          )
        }
        var changed = budget
        changed[day, "meta"] = (budget[day, "meta"] ?? 0) + 1000
        return PlanVersionForm(budget: changed.changes(since: budget))
      }

      let result = try await versions.get(planID: planID, id: edited.id)
      #expect(result.primary)
      let budget = try await BudgetTable(versions.budget(planID: planID, id: edited.id))
      #expect(budget[day, "tiktok"] == 777)
      #expect(await interruptions.count == 3)
    }
  }

  @Test func anEditThatAlwaysComesTooLateGivesUp() async throws {
    try await Journey.run { journey in
      let versions = journey.client.planVersions
      let planID = try #require(secondHalf)
      let caps = [LowerFunnelChannelCap.capped(channel: "search_branded", cap: 100_000)]
      let error = await #expect(throws: EditConflict.self) {
        try await versions.edit(planID: planID, attempts: 2) { current in
          let form = PlanVersionForm(lowerFunnelChannelCaps: caps)
          _ = try await versions.create(planID: planID, baseVersionID: current.id, form: form)
          return form
        }
      }
      #expect(error?.attempts == 2)
      #expect(error?.refusal.serverMessage == "base_version_id doesn't match plan's primary version id")
    }
  }

  /// How a goal is doing.
  @Test func aGoalIsPaced() async throws {
    try await Journey.run { journey in
      let planID = try #require(secondHalf)
      let goals = journey.client.planGoals.list(planID: planID).items
      let goal = try #require(try await goals.first { $0.name == "H2 revenue" })
      let forecast = try await journey.client.planForecasts.get(planID: planID, id: #require(goal.forecastID))
      let highlights = try #require(forecast.goalHighlights)

      #expect(forecast.goalID == goal.id)
      #expect(abs(highlights.projected - goal.goalValue - highlights.pacing) < 1)
      #expect((0...1).contains(highlights.successProbability))
    }
  }

  @Test func whatTheServerWouldRejectIsNotSent() async throws {
    try await Journey.run { journey in
      let plans = journey.client.plans
      let day = try #require(CalendarDate("2026-10-01"))
      let form = PlanForm.fromScratch(
        label: "Short",
        startDate: day,
        endDate: day.advanced(by: 2),
        budget: BudgetTable(days: day...day.advanced(by: 1), daily: ["meta": 1])
      )
      let invalid = await #expect(throws: InvalidRequest.self) { try await plans.create(form) }
      #expect(invalid?.broken == BrokenRule(member: "form.budget", rule: "table"))
      // The server says the same, if it is asked.
      let refused = await #expect(throws: APIError.self) {
        try await plans.create(form, options: CallOptions(checks: false))
      }
      #expect(refused?.status == 422)
      #expect(refused?.details.keys.contains("budget") == true)
    }
  }
}

/// Counts calls of a closure.
private actor Counter {
  private(set) var count = 0

  func next() -> Int {
    defer { count += 1 }
    return count
  }
}
