import Foundation
import Testing

@testable import RecastSandbox

@Suite("Forecasts of plans")
struct PlanForecastTests {
  private let path = "/plans/\(PlanForms.halfYear)/forecasts"

  private func forecast(_ caller: Caller, _ query: String, version: String = PlanForms.halfYearVersion) async throws
    -> JSONValue
  {
    let found = await caller.items(path + "?plan_version_id=\(version)&\(query)")
    let id = try #require(found.first?["id"]?.integer)
    return await caller.get(path + "/\(id)").json
  }

  private func table(_ caller: Caller, _ forecast: JSONValue, _ key: String, _ query: String = "") async throws
    -> CSVTable
  {
    let id = try #require(forecast["id"]?.integer)
    return try await caller.table(path + "/\(id)/downloads/\(key)" + query)
  }

  @Test("Without altcast_types regular forecasts only; with them the named counterfactuals only")
  func altcastSwitch() async throws {
    let caller = Caller()
    let regular = await caller.items(path + "?plan_version_id=\(PlanForms.halfYearVersion)")
    #expect(regular.count == 3)
    #expect(Set(regular.compactMap { $0["kpi_label"]?.string }).count == 3)
    #expect(regular.allSatisfy { $0["altcast_type"] == .null })
    for query in ["altcast_types=planned,actuals", "altcast_types[]=planned&altcast_types[]=actuals"] {
      let both = await caller.items(
        path + "?kpi_id=\(PlanForms.revenue)&plan_version_id=\(PlanForms.halfYearVersion)&\(query)"
      )
      #expect(both.compactMap { $0["altcast_type"]?.string }.sorted() == ["actuals", "planned"])
    }
    let planned = await caller.items(path + "?altcast_types=planned&per_page=100")
    #expect(planned.allSatisfy { $0["altcast_type"] == "planned" })
    // Three KPIs for each of two versions, and one of an older model.
    #expect(planned.count == 7)
  }

  @Test("A blank or unknown altcast type is 422", arguments: ["", "all", "planned,", "planned,other"])
  func invalidAltcast(_ value: String) async {
    let answer = await Caller().get(path + "?altcast_types=\(value)")
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["altcast_types"])
  }

  @Test(
    "A parameter that does not exist is ignored",
    arguments: ["altcast=planned", "kpi=\(PlanForms.revenue)", "kpi_ids=x"]
  )
  func unknownParameter(_ query: String) async {
    let caller = Caller()
    let answer = await caller.get(path + "?" + query)
    #expect(answer.status == 200)
    #expect(answer.json == (await caller.get(path).json))
  }

  @Test("Filters by KPI and version; an unknown one finds nothing")
  func filters() async {
    let caller = Caller()
    let revenue = await caller.items(path + "?kpi_id=\(PlanForms.revenue.uppercased())")
    #expect(revenue.compactMap { $0["plan_version_number"]?.string } == ["v2", "v1", "v1"])
    #expect(await caller.items(path + "?plan_version_id=\(PlanForms.revenue)").isEmpty)
    #expect(await caller.items(path + "?kpi_id=x").isEmpty)
  }

  @Test("Forecasts of goals are listed for those who ask for the goal; an unknown goal is 404")
  func goals() async throws {
    let caller = Caller()
    let goals = await caller.items("/plans/\(PlanForms.halfYear)/goals")
    let goal = try #require(goals.first { $0["name"] == "H2 revenue" })
    let id = try #require(goal["id"]?.integer)
    let forecasts = await caller.items(path + "?goal_id=\(id)")
    #expect(forecasts.first?["id"] == goal["forecast_id"])
    let regular = await caller.items(path + "?per_page=100").compactMap { $0["id"]?.integer }
    #expect(Set(regular).isDisjoint(with: forecasts.compactMap { $0["id"]?.integer }))
    for unknown in ["1", "999999", "x", ""] {
      #expect(await caller.get(path + "?goal_id=\(unknown)").status == 404)
    }
  }

  @Test("A page reports how many rows it has, 0 past the end")
  func perPage() async {
    let caller = Caller()
    #expect(
      await caller.get(path + "?page=9").json == [
        "data": [], "pagination": ["page": 9, "per_page": 0, "total_pages": 1, "total_count": 7],
      ]
    )
    #expect(await caller.get(path + "?per_page=4&page=2").json["pagination"]?["per_page"] == 3)
  }

  @Test("Items are summaries; form and results are on the forecast itself")
  func detail() async throws {
    let caller = Caller()
    for item in await caller.items(path) {
      #expect(item["form"] == nil)
      #expect(item["results"] == nil)
    }
    let regular = try await forecast(caller, "kpi_id=\(PlanForms.revenue)")
    #expect(regular["plan_label"] == "H2 2026")
    #expect(regular["plan_id"]?.string == PlanForms.halfYear)
    #expect(regular["start_date"] == "2026-08-31")
    #expect(regular["end_date"] == "2026-12-31")
    #expect(regular["goal_highlights"] == nil)
    #expect(regular["form"]?["budget"]?.array?.first?.array?.first == "date")
    #expect(regular["form"]?["depvar_configurations"]?.array?.first?["deployment_id"] == 5716)
    let result = try #require(regular["results"]?.array?.first)
    let outcome = try #require(result["expected_outcome"]?.double)
    let quantiles = try #require(result["expected_outcome_quantiles"])
    #expect((quantiles["p25"]?.double ?? .nan) < outcome)
    #expect((quantiles["p75"]?.double ?? .nan) > outcome)
    #expect(result["depvars"]?.array?.first?["deployment_id"] == 5716)
  }

  @Test("The daily file begins with what happened, and its coming days add up to the expected outcome")
  func dailyOutput() async throws {
    let caller = Caller()
    let regular = try await forecast(caller, "kpi_id=\(PlanForms.revenue)")
    let daily = try await table(caller, regular, "daily_forecast")
    #expect(daily.rows.first?.first == "2026-07-01")
    #expect(daily.rows.count == 184)
    let coming = try await table(caller, regular, "daily_forecast", "?start_date=2026-08-31")
    #expect(coming.rows.count == 123)
    let expected = try #require(regular["results"]?.array?.first?["expected_outcome"]?.double)
    #expect(try coming.sum(of: "mean") == Int((expected * 100).rounded()))
    let cusum = try await table(caller, regular, "predicted_outcome_summary_cusum")
    #expect(try hundredths(try #require(try cusum.column("mean").last)) == Int((expected * 100).rounded()))
    // Of a day that is over, the outcome is known.
    #expect(try daily.column("p25").first == daily.column("p75").first)
    #expect(try daily.column("p25").last != daily.column("p75").last)
  }

  @Test("Both counterfactuals cover the days with data; the planned one goes on to the plan's end")
  func counterfactuals() async throws {
    let caller = Caller()
    let planned = try await forecast(caller, "kpi_id=\(PlanForms.revenue)&altcast_types=planned")
    let actuals = try await forecast(caller, "kpi_id=\(PlanForms.revenue)&altcast_types=actuals")
    for forecast in [planned, actuals] {
      #expect(forecast["start_date"] == "2026-07-01")
      #expect(forecast["end_date"] == "2026-08-30")
    }
    #expect(try await table(caller, actuals, "daily_forecast").rows.count == 61)
    let daily = try await table(caller, planned, "daily_forecast")
    #expect(daily.rows.count == 184)
    let total = try #require(planned["results"]?.array?.first?["expected_outcome"]?.double)
    #expect(try daily.sum(of: "mean") == Int((total * 100).rounded()))
    // What was planned and what was spent are not the same, so neither are their effects.
    let past = try await table(caller, planned, "daily_forecast", "?end_date=2026-08-30")
    #expect(try past.sum(of: "spend") != (try await table(caller, actuals, "daily_forecast").sum(of: "spend")))
  }

  @Test("The form of a regular forecast can be sent to the forecasts outside of plans, and they expect the same")
  func resubmission() async throws {
    let caller = Caller()
    let regular = try await forecast(caller, "kpi_id=\(PlanForms.revenue)")
    let created = await caller.post("/forecasts", ["form": try #require(regular["form"])])
    let id = try #require(created.json["id"]?.integer, "\(created.text)")
    caller.clock.advance(seconds: 400)
    let result = try #require(await caller.get("/forecasts/\(id)").json["results"]?.array?.first)
    let expected = try #require(regular["results"]?.array?.first)
    for figure in ["expected_outcome", "total_forecasted_spend", "expected_roi", "expected_blended_roi"] {
      #expect(result[figure]?.double == expected[figure]?.double)
    }
  }

  @Test("A version keeps forecasts of older models, told apart by their deployments")
  func history() async throws {
    let caller = Caller()
    let query = "?kpi_id=\(PlanForms.revenue)&plan_version_id=\(PlanForms.halfYearFirstVersion)&altcast_types=planned"
    var ends: [Int: String] = [:]
    for item in await caller.items(path + query) {
      let forecast = await caller.get(path + "/\(try #require(item["id"]?.integer))").json
      let depvar = try #require(forecast["results"]?.array?.first?["depvars"]?.array?.first)
      ends[try #require(depvar["deployment_id"]?.integer)] = forecast["end_date"]?.string
    }
    #expect(ends == [5716: "2026-08-30", 5689: "2026-08-23"])
  }

  @Test("The plan's spend is what is forecast: more of it brings more, and at a falling rate")
  func saturation() async throws {
    let caller = Caller()
    var outcomes: [Double] = []
    for (number, cell) in [0, 10_000, 20_000].enumerated() {
      var form = try PlanForms.scratch(label: "Level \(number)")
      form["budget"] = PlanForms.budget(
        try PlanForms.days("2026-10-01", 10),
        PlanForms.neededColumns,
        cell: .integer(cell)
      )
      let plan = try await caller.plan(form)
      caller.clock.advance(seconds: 300)
      let id = try #require(
        await caller.items("/plans/\(plan)/forecasts?kpi_id=\(PlanForms.revenue)").first?["id"]?.integer
      )
      let result = try #require(await caller.get("/plans/\(plan)/forecasts/\(id)").json["results"]?.array?.first)
      outcomes.append(try #require(result["expected_outcome"]?.double))
    }
    #expect(outcomes[1] > outcomes[0])
    #expect(outcomes[2] > outcomes[1])
    #expect(outcomes[2] - outcomes[1] < outcomes[1] - outcomes[0])
  }

  @Test("A new version is forecast in the background: results are absent until the status is success")
  func states() async throws {
    let caller = Caller()
    let version = try #require(
      try await caller.version(of: PlanForms.halfYear, ["spike_type": "model"]).json["id"]?.string
    )
    let query = path + "?kpi_id=\(PlanForms.revenue)&plan_version_id=\(version)"
    let id = try #require(await caller.items(query).first?["id"]?.integer)
    var seen: [String] = []
    for _ in 0..<60 where seen.last != "success" {
      let forecast = await caller.get(path + "/\(id)").json
      let status = try #require(forecast["status"]?.string)
      if seen.last != status { seen.append(status) }
      #expect((forecast["results"] != nil) == (status == "success"))
      if status != "success" { #expect(await caller.get(path + "/\(id)/downloads/daily_forecast").status == 404) }
      caller.clock.advance(seconds: 5)
    }
    #expect(seen == ["ready", "processing", "success"])
  }

  @Test("A plan that is over has no coming days to forecast, one that is yet to come has no past ones")
  func otherPlans() async throws {
    let caller = Caller()
    let plans = await caller.items("/plans")
    let over = "/plans/\(try #require(plans.first { $0["status"] == "expired" }?["id"]?.string))/forecasts"
    #expect(await caller.items(over).isEmpty)
    #expect(await caller.items(over + "?altcast_types=actuals").count == 1)
    let coming = "/plans/\(try #require(plans.first { $0["status"] == "future" }?["id"]?.string))/forecasts"
    #expect(await caller.items(coming).count == 1)
    #expect(await caller.items(coming + "?altcast_types=planned,actuals").isEmpty)
  }

  @Test("Unknown forecasts and keys are 404, a range that means nothing is 422")
  func unknown() async throws {
    let caller = Caller()
    let id = try #require(await caller.items(path).first?["id"]?.integer)
    #expect(await caller.get(path + "/1").status == 404)
    #expect(await caller.get(path + "/x").status == 404)
    #expect(await caller.get(path + "/\(id)/downloads/other").status == 404)
    #expect(await caller.get(path + "/\(id)/downloads/daily_forecast?start_date=x").faultyFields == ["start_date"])
    let other = try await caller.plan(try PlanForms.scratch())
    #expect(await caller.get("/plans/\(other)/forecasts/\(id)").status == 404)
    #expect(await caller.items("/forecasts").isEmpty)
  }
}
