import Foundation
import RecastTestSupport
import Testing

@testable import RecastSandbox

@Suite("Plans at their limits")
struct PlanLimitTests {
  @Test("Amounts and prices beyond all reason are kept exactly and forecast without a fault")
  func hugeAmounts() async throws {
    let caller = Caller()
    let columns = PlanForms.neededColumns + ["average_price", "search_branded"]
    let huge = "98765432109876543210987654321.5"
    var form = try PlanForms.scratch()
    form["budget"] = PlanForms.budget(try PlanForms.days("2026-10-01", 10), columns, cell: .string(huge))
    form["lower_funnel_channel_caps"] = [["channel_name": "affiliates", "option": "capped", "cap": .number(1e300)]]
    let plan = try await caller.plan(form)
    caller.clock.advance(seconds: 300)
    let version = "/plans/\(plan)/versions/\(try await caller.primaryVersion(of: plan))"
    #expect(Set(try await caller.table(version + "/budget").column("meta")) == [huge])
    let total = try await caller.table(version + "/budget?granularity=total")
    #expect(try total.column("meta") == ["987654321098765432109876543215"])
    for item in await caller.items("/plans/\(plan)/forecasts") {
      let path = "/plans/\(plan)/forecasts/\(try #require(item["id"]?.integer))"
      let forecast = await caller.get(path).json
      #expect((forecast["results"]?.array?.first?["expected_outcome"]?.double ?? 0) > 0)
      #expect(try await caller.table(path + "/downloads/daily_forecast").rows.count == 10)
    }
  }

  @Test(
    "Numbers that decimal arithmetic cannot hold are refused, and those too small to matter are kept",
    arguments: [
      (.number(1e300), nil), ("1e199", nil), (.number(1e101), nil), (.number(1e-200), "0"), ("1e-99", "1e-99"),
      (.number(1e100), "1" + String(repeating: "0", count: 100)), (.number(-0.0), "0"),
    ] as [(JSONValue, String?)]
  )
  func extremes(_ cell: JSONValue, _ kept: String?) async throws {
    let caller = Caller()
    var form = try PlanForms.scratch(["meta"])
    form["budget"] = PlanForms.budget(try PlanForms.days("2026-10-01", 10), ["meta"], cell: cell)
    let answer = await caller.post("/plans", ["form": .object(form)])
    #expect(answer.status == (kept == nil ? 422 : 201))
    guard let kept, let plan = answer.json["id"]?.string else { return }
    let version = "/plans/\(plan)/versions/\(try await caller.primaryVersion(of: plan))"
    #expect(Set(try await caller.table(version + "/budget").column("meta")) == [kept])
    #expect(await caller.get(version).json["total_spend"]?.double != nil)
  }

  @Test("The longest plan that the models allow, with everything that belongs to it")
  func longest() async throws {
    let caller = Caller()
    let days = try PlanForms.days("2023-01-01", 2068)
    let plan = try await caller.plan([
      "label": "everything", "start_date": "2023-01-01", "end_date": "2028-08-29",
      "budget": PlanForms.budget(days, PlanForms.neededColumns, cell: "1650.50"),
    ])
    caller.clock.advance(seconds: 300)
    let forecasts = await caller.items(
      "/plans/\(plan)/forecasts?altcast_types=planned,actuals&kpi_id=\(PlanForms.revenue)"
    )
    for forecast in forecasts {
      let path = "/plans/\(plan)/forecasts/\(try #require(forecast["id"]?.integer))"
      let rows = try await caller.table(path + "/downloads/daily_forecast").rows
      #expect(rows.first?.first == "2023-01-01")
      #expect(rows.last?.first == (forecast["altcast_type"] == "planned" ? "2028-08-29" : "2026-08-30"))
    }
    #expect(forecasts.count == 2)
  }

  @Test("A state file whose budget has not one cell per day is refused")
  func damagedBudget() throws {
    let budget = try #require(DemoPlans.all.plans.first?.primary.budget)
    let bytes = try JSONEncoder().encode(budget)
    var members = try #require(JSONValue(parsing: bytes).flatMap(\.members))
    #expect(try JSONDecoder().decode(PlanBudget.self, from: bytes).columns.count == budget.columns.count)
    members["end"] = .integer(budget.end.number + 1)
    let damaged = JSONValue.object(members).bytes
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(PlanBudget.self, from: damaged) }
    members["end"] = .integer(.max)
    let absurd = JSONValue.object(members).bytes
    #expect(throws: DecodingError.self) { try JSONDecoder().decode(PlanBudget.self, from: absurd) }
  }

  @Test("Old plans of one's own make room for new ones; the demonstration's stay")
  func room() async throws {
    let caller = Caller(SandboxConfiguration(speed: 1, planWritesPerMinute: 10_000))
    let first = try await caller.plan(try PlanForms.scratch(["meta"], label: "first"))
    let second = try await caller.plan(try PlanForms.scratch(["meta"], label: "second"))
    for _ in 0..<1100 {
      let answer = try await caller.version(of: second, ["spike_type": "model"])
      try #require(answer.status == 201, "\(answer.text)")
    }
    #expect(await caller.get("/plans/\(first)/versions").status == 404)
    #expect(await caller.items("/plans").compactMap { $0["label"]?.string }.first == "second")
    #expect(await caller.items("/plans").count == 5)
    let versions = await caller.get("/plans/\(second)/versions").json["pagination"]?["total_count"]?.integer
    #expect((900...1000).contains(versions ?? 0))
    #expect(await caller.items("/plans/\(second)/versions").first?["version_number"] == "v1101")
    #expect(await caller.items("/plans/\(PlanForms.halfYear)/versions").count == 2)
    #expect(await caller.items("/plans/\(PlanForms.halfYear)/goals").count == 3)
  }
}

extension JSONValue {
  fileprivate var members: [String: JSONValue]? {
    if case .object(let members) = self { members } else { nil }
  }
}
