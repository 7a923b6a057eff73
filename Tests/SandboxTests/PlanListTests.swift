import Foundation
import Testing

@testable import RecastSandbox

@Suite("Lists of plans")
struct PlanListTests {
  private func labels(_ caller: Caller, _ query: String = "") async -> [String] {
    await caller.items("/plans" + query).compactMap { $0["label"]?.string }
  }

  @Test("A generated plan of 730 days and some of the client's own, as summaries")
  func summaries() async throws {
    let caller = Caller()
    let plans = await caller.items("/plans")
    #expect(plans.compactMap { $0["label"]?.string } == ["H1 2027 draft", "H2 2026", "Spring 2026", "Default plan"])
    let generated = try #require(plans.last)
    #expect(generated["plan_type"] == "default")
    #expect(generated["created_by"] == "Recast")
    #expect(generated["start_date"] == "2026-08-31")
    #expect(generated["end_date"] == "2028-08-29")
    #expect(generated["primary_version"]?["label"] == .null)
    #expect(generated["primary_version"]?["version_number"] == .null)
    let halfYear = try #require(plans.first { $0["id"]?.string == PlanForms.halfYear })
    #expect(halfYear["primary_version"]?["id"]?.string == PlanForms.halfYearVersion)
    #expect(halfYear["primary_version"]?["version_number"] == "v2")
    #expect((halfYear["primary_version"]?["total_spend"]?.double ?? 0) > 1_000_000)
    for plan in plans {
      #expect(plan["versions"] == nil)
      #expect(plan["budget"] == nil)
    }
  }

  @Test("The status follows today's date, not the model")
  func status() async {
    let caller = Caller()
    func statuses() async -> [String] { await caller.items("/plans").compactMap { $0["status"]?.string } }
    #expect(await statuses() == ["future", "current", "expired", "current"])
    caller.clock.advance(seconds: 86_400 * 105)
    #expect(await statuses() == ["current", "expired", "expired", "current"])
  }

  @Test(
    "Several values may be separated by commas or repeated with brackets",
    arguments: [
      ("?status=current", ["H2 2026", "Default plan"]),
      ("?status=expired,future", ["H1 2027 draft", "Spring 2026"]),
      ("?status[]=expired&status[]=future", ["H1 2027 draft", "Spring 2026"]),
      ("?status%5B%5D=expired", ["Spring 2026"]),
      ("?status=expired%2Cfuture", ["H1 2027 draft", "Spring 2026"]),
      ("?plan_type=default", ["Default plan"]),
      ("?plan_type=custom&status=current", ["H2 2026"]),
      ("?label=2026", ["H2 2026", "Spring 2026"]),
      ("?label=DEFAULT", ["Default plan"]),
      ("?label=none", []),
      ("?created_by=Recast", ["Default plan"]),
      ("?created_by[]=Recast&created_by[]=planning@example.com&label=h", ["H1 2027 draft", "H2 2026"]),
      ("?kpi_ids=\(PlanForms.revenue)", ["H2 2026", "Spring 2026", "Default plan"]),
      ("?kpi_ids=\(PlanForms.newCustomers)", ["H1 2027 draft", "H2 2026", "Default plan"]),
      (
        "?kpi_ids[]=\(PlanForms.newCustomers)&kpi_ids[]=\(PlanForms.revenue.uppercased())&status=expired",
        ["Spring 2026"]
      ),
      ("?kpi_ids=not-an-id", []),
      ("?unknown=1&status=current&plan_type=custom", ["H2 2026"]),
    ]
  )
  func filters(_ query: String, _ expected: [String]) async {
    #expect(await labels(Caller(), query) == expected)
  }

  @Test(
    "A value that an enumeration does not have is 422 and its parameter is named",
    arguments: ["status", "plan_type"]
  )
  func invalidFilter(_ parameter: String) async {
    let answer = await Caller().get("/plans?\(parameter)=other")
    #expect(answer.status == 422)
    #expect(answer.faultyFields == [parameter])
  }

  @Test("A page past the end keeps its size here, unlike on goals and forecasts")
  func pastTheEnd() async {
    let caller = Caller()
    #expect(
      await caller.get("/plans?page=3&per_page=2").json == [
        "data": [], "pagination": ["page": 3, "per_page": 2, "total_pages": 2, "total_count": 4],
      ]
    )
  }

  @Test(
    "What is not documented does not exist",
    arguments: [
      "/plans/\(PlanForms.halfYear)", "/plans/not-a-uuid/versions", "/plans/not-a-uuid/goals",
      "/plans/0d777078-044e-4e3d-8d95-8dc14daf8d93/versions", "/plans/\(PlanForms.halfYear)/versions/not-a-uuid",
      "/plans/\(PlanForms.halfYear)/versions/\(PlanForms.halfYearVersion)/forecasts",
      "/plan_versions/\(PlanForms.halfYearVersion)", "/plans/\(PlanForms.halfYear)/goals/247",
      "/plans/\(PlanForms.halfYear)/goals/247/forecasts", "/plans/\(PlanForms.halfYear)/other",
    ]
  )
  func undocumented(_ path: String) async {
    #expect(await Caller().get(path).status == 404)
  }

  @Test("Plans and versions can be neither changed in place nor removed", arguments: ["PATCH", "PUT", "DELETE"])
  func readOnly(_ method: String) async {
    let caller = Caller()
    let plan = "/plans/\(PlanForms.halfYear)"
    #expect([404, 405].contains(await caller.send(method, plan).status))
    #expect(await caller.send(method, plan + "/versions/\(PlanForms.halfYearVersion)").status == 405)
    #expect(await caller.send(method, "/plans").status == 405)
  }
}
