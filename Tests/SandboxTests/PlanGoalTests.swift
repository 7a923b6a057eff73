import Foundation
import Testing

@testable import RecastSandbox

@Suite("Goals of plans")
struct PlanGoalTests {
  private let path = "/plans/\(PlanForms.halfYear)/goals"
  private static let form: [String: JSONValue] = [
    "kpi_id": .string(PlanForms.revenue), "name": "Q4", "start_date": "2026-10-01", "end_date": "2026-12-31",
    "goal_value": 30_000_000,
  ]

  private func create(_ caller: Caller, _ changes: [String: JSONValue?] = [:]) async -> Answer {
    var form = Self.form
    for (field, value) in changes { form[field] = value }
    return await caller.post(path, ["form": .object(form)])
  }

  private func goal(_ caller: Caller, _ id: Int) async throws -> JSONValue {
    try #require(await caller.items(path + "?per_page=100").first { $0["id"]?.integer == id })
  }

  @Test("The status is relative to the end of the model's data, not to today")
  func status() async {
    let caller = Caller()
    func statuses() async -> [String: String] {
      Dictionary(
        await caller.items(path).compactMap { goal in
          goal["name"]?.string.map { ($0, goal["status"]?.string ?? "") }
        }
      ) { $1 }
    }
    let expected = ["H2 revenue": "current", "July sign-ups": "expired", "Holidays": "future"]
    #expect(await statuses() == expected)
    caller.clock.advance(seconds: 86_400 * 365)
    #expect(await statuses() == expected)
  }

  @Test("Filters: status in both encodings, KPI")
  func filters() async {
    let caller = Caller()
    func names(_ query: String) async -> [String] { await caller.items(path + query).compactMap { $0["name"]?.string } }
    #expect(await names("?status=current,future") == ["Holidays", "H2 revenue"])
    #expect(await names("?status[]=expired") == ["July sign-ups"])
    #expect(await names("?kpi_id=\(PlanForms.newCustomers)") == ["July sign-ups"])
    #expect(await names("?kpi_id=\(PlanForms.revenue)&status=expired") == [])
    let invalid = await caller.get(path + "?status=past")
    #expect(invalid.status == 422)
    #expect(invalid.faultyFields == ["status"])
    for unknown in ["x", "00000000-0000-4000-8000-000000000000"] {
      #expect(await caller.get(path + "?kpi_id=\(unknown)").status == 404)
    }
  }

  @Test("A page past the end reports 0 rows, and a plan without goals an empty list")
  func pages() async throws {
    let caller = Caller()
    #expect(
      await caller.get(path + "?page=2").json["pagination"] == [
        "page": 2, "per_page": 0, "total_pages": 1, "total_count": 3,
      ]
    )
    let plan = try await caller.plan(try PlanForms.scratch())
    let empty = await caller.get("/plans/\(plan)/goals")
    #expect(empty.status == 200)
    #expect(empty.json["data"] == [])
  }

  @Test("A new goal is forecast at once; the forecast says how far it has come and where it will end")
  func highlights() async throws {
    let caller = Caller()
    let id = try #require(await create(caller, ["start_date": "2026-08-01"]).json["id"]?.integer)
    #expect(try await goal(caller, id)["processing_status"] == "ready")
    caller.clock.advance(seconds: 300)
    let goal = try await goal(caller, id)
    #expect(goal["processing_status"] == "success")
    #expect(goal["goal_value"]?.double == 30_000_000)
    let forecastID = try #require(goal["forecast_id"]?.integer)
    let forecast = await caller.get("/plans/\(PlanForms.halfYear)/forecasts/\(forecastID)").json
    #expect(forecast["goal_id"]?.integer == id)
    let highlights = try #require(forecast["goal_highlights"])
    let projected = try #require(highlights["projected"]?.double)
    #expect(highlights["details"]?["kpi"]?["projected"]?.double == projected)
    #expect(highlights["pacing"]?.double == ((projected - 30_000_000) * 100).rounded() / 100)
    let probability = try #require(highlights["success_probability"]?.double)
    #expect((0...1).contains(probability))
    #expect((probability > 0.5) == (projected > 30_000_000))
    for part in ["kpi", "spend"] {
      let detail = try #require(highlights["details"]?[part])
      let values = try ["so_far", "forecasted", "projected"].map { try #require(detail[$0]?.double) }
      #expect(values[0] > 0)
      #expect(((values[0] + values[1]) * 100).rounded() == (values[2] * 100).rounded())
    }
    let spend = try #require(highlights["details"]?["spend"]?["forecasted"]?.double)
    let kpi = try #require(highlights["details"]?["kpi"]?["forecasted"]?.double)
    let roi = try #require(highlights["details"]?["blended_roi"]?["forecasted"]?.double)
    #expect(abs(roi - kpi / spend) < 0.0001)
  }

  @Test("Nothing has happened yet on days after the data, and nothing is to come on days before its end")
  func oneSided() async throws {
    let caller = Caller()
    for (name, empty) in [("Holidays", "so_far"), ("July sign-ups", "forecasted")] {
      let goal = try #require(await caller.items(path).first { $0["name"]?.string == name })
      let forecastID = try #require(goal["forecast_id"]?.integer)
      let highlights = await caller.get("/plans/\(PlanForms.halfYear)/forecasts/\(forecastID)").json["goal_highlights"]
      #expect(highlights?["details"]?["kpi"]?[empty]?.double == 0)
      #expect(highlights?["details"]?["spend"]?[empty]?.double == 0)
      #expect(highlights?["details"]?["blended_roi"]?[empty] == .null)
      #expect(highlights?["details"]?["blended_roi"]?["projected"]?.double != nil)
    }
  }

  @Test(
    "All five fields are needed and checked",
    arguments: [
      ("kpi_id", nil), ("kpi_id", "00000000-0000-4000-8000-000000000000"), ("kpi_id", 5), ("name", nil), ("name", ""),
      ("start_date", nil), ("start_date", "2026-06-30"), ("end_date", nil), ("end_date", "2027-01-01"),
      ("end_date", "2026-09-30"), ("end_date", "x"), ("goal_value", nil), ("goal_value", "30000000"),
      ("goal_value", .null), ("goal_value", .number(1e300)),
    ] as [(String, JSONValue?)]
  )
  func invalid(_ field: String, _ value: JSONValue?) async {
    let answer = await create(Caller(), [field: value])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == [field])
  }

  @Test("A goal may last one day, and its KPI must be one that the plan can be forecast for")
  func limits() async throws {
    let caller = Caller()
    #expect(await create(caller, ["end_date": "2026-10-01"]).status == 201)
    let plan = try await caller.plan(try PlanForms.scratch(["meta"]))
    var form = Self.form
    form["end_date"] = "2026-10-05"
    let answer = await caller.post("/plans/\(plan)/goals", ["form": .object(form)])
    #expect(answer.faultyFields == ["kpi_id"])
    #expect(await caller.post(path, .object(Self.form)).status == 400)
  }

  @Test("A change touches what was sent, wrapped in form or not, and makes a new forecast against the new target")
  func change() async throws {
    let caller = Caller()
    let id = try #require(await create(caller).json["id"]?.integer)
    let before = try await goal(caller, id)
    caller.clock.advance(seconds: 600)
    let renamed = await caller.send("PATCH", path + "/\(id)", ["form": ["name": "Fourth quarter"]])
    #expect(renamed.status == 200)
    #expect(renamed.json["name"] == "Fourth quarter")
    #expect(renamed.json["goal_value"] == before["goal_value"])
    #expect(renamed.json["forecast_id"] == before["forecast_id"])
    #expect(renamed.json["updated_at"] != before["updated_at"])
    let raised = await caller.send("PATCH", path + "/\(id)", ["goal_value": .number(40_000_000.5)])
    #expect(raised.json["goal_value"]?.double == 40_000_000.5)
    #expect(raised.json["forecast_id"] != before["forecast_id"])
    caller.clock.advance(seconds: 300)
    let forecasts = await caller.items("/plans/\(PlanForms.halfYear)/forecasts?goal_id=\(id)")
    #expect(forecasts.count == 2)
    var pacing: [Double] = []
    for forecast in forecasts {
      let detail = await caller.get("/plans/\(PlanForms.halfYear)/forecasts/\(try #require(forecast["id"]?.integer))")
        .json
      pacing.append(try #require(detail["goal_highlights"]?["pacing"]?.double))
    }
    // The older forecast keeps measuring against the target that was in force when it ran.
    #expect(((pacing[1] - pacing[0]) * 100).rounded() == 1_000_000_050)
  }

  @Test("The KPI of a goal cannot be changed, and what is sent must fit what stays")
  func invalidChange() async throws {
    let caller = Caller()
    let id = try #require(await create(caller).json["id"]?.integer)
    func fields(_ form: JSONValue) async -> Set<String> {
      await caller.send("PATCH", path + "/\(id)", ["form": form]).faultyFields
    }
    #expect(await fields(["kpi_id": .string(PlanForms.newCustomers)]) == ["kpi_id"])
    #expect(await fields(["end_date": "2026-09-15"]) == ["end_date"])
    #expect(await fields(["name": .null]) == ["name"])
    #expect(await caller.send("PATCH", path + "/\(id)", ["kpi_id": .string(PlanForms.revenue)]).status == 200)
    #expect(await caller.send("PATCH", path + "/\(id)", []).status == 400)
    #expect(await caller.send("PATCH", path + "/999999", ["name": "x"]).status == 404)
  }

  @Test("A goal can be removed once, and its forecasts go with it")
  func removal() async throws {
    let caller = Caller()
    let goal = try #require(await caller.items(path).first)
    let id = try #require(goal["id"]?.integer)
    let forecast = try #require(goal["forecast_id"]?.integer)
    let removed = await caller.send("DELETE", path + "/\(id)")
    #expect(removed.status == 204)
    #expect(removed.response.body.isEmpty)
    #expect(await caller.send("DELETE", path + "/\(id)").status == 404)
    #expect(await caller.items(path).count == 2)
    #expect(await caller.get("/plans/\(PlanForms.halfYear)/forecasts/\(forecast)").status == 404)
    #expect(await caller.get("/plans/\(PlanForms.halfYear)/forecasts?goal_id=\(id)").status == 404)
  }

  @Test("A new version of the plan is a new forecast of each goal")
  func newVersion() async throws {
    let caller = Caller()
    let before = await caller.items(path).compactMap { $0["forecast_id"]?.integer }
    #expect(try await caller.version(of: PlanForms.halfYear, ["spike_type": "model"]).status == 201)
    let after = await caller.items(path).compactMap { $0["forecast_id"]?.integer }
    #expect(after.count == 3)
    #expect(Set(before).isDisjoint(with: after))
  }
}
