import Foundation
import Testing

@testable import RecastSandbox

@Suite("Forecasts")
struct ForecastTests {
  private let caller = Caller()

  private func forecast(_ changes: [String: JSONValue] = [:]) async throws -> FinishedJob {
    var form = JobForms.forecast()
    for (name, value) in changes { form = form.with(name, value: value) }
    return try await caller.finished("/forecasts", ["form": form])
  }

  private func amount(_ value: JSONValue?) throws -> Int {
    Int((try #require(value?.double) * 100).rounded())
  }

  @Test("The result's figures are those of the files, with quantiles around them")
  func sums() async throws {
    let job = try await forecast()
    #expect(job.json["status"] == "success")
    #expect(job.keys == ["channel_summary", "daily_forecast", "predicted_outcome_summary_cusum"])
    let (summary, daily) = (try await job.table("channel_summary"), try await job.table("daily_forecast"))
    let total = try amount(job.result["total_forecasted_spend"])
    #expect(try summary.sum(of: "spend") == total)
    #expect(try daily.sum(of: "spend") == total)
    let outcome = try amount(job.result["expected_outcome"])
    #expect(try daily.sum(of: "mean") == outcome)
    let cumulative = try await job.table("predicted_outcome_summary_cusum")
    #expect(try hundredths(try #require(cumulative.column("mean").last)) == outcome)
    for quantile in ["p25", "median", "p75"] {
      let expected = try amount(job.result["expected_outcome_quantiles"]?[quantile])
      #expect(try daily.sum(of: quantile) == expected)
      #expect(try hundredths(try #require(cumulative.column(quantile).last)) == expected)
    }
    for name in ["expected_outcome", "expected_blended_roi", "expected_observed_paid_roi", "expected_roi"] {
      let value = try #require(job.result[name]?.double)
      let quantiles = try #require(job.result[name + "_quantiles"])
      let low = try #require(quantiles["p25"]?.double)
      let (middle, high) = (try #require(quantiles["median"]?.double), try #require(quantiles["p75"]?.double))
      #expect(low < middle && middle < value && value < high)
    }
    #expect(job.result["total_forecasted_spend_quantiles"] == nil)
  }

  @Test("A day's outcome is what it consists of")
  func parts() async throws {
    let daily = try await forecast().table("daily_forecast")
    let parts = daily.header.filter { ["baseline", "spikes", "earlier_spend"].contains($0) || $0.hasPrefix("effect_") }
    #expect(parts.count == 11)
    for row in daily.rows {
      func value(_ column: String) throws -> Int {
        try hundredths(row[try #require(daily.header.firstIndex(of: column))])
      }
      #expect(try parts.reduce(0) { $0 + (try value($1)) } == value("mean"))
    }
  }

  @Test("Spend comes from the budget, whether its cells are numbers or strings")
  func budget() async throws {
    let summary = try await forecast().table("channel_summary").sums(of: "spend", by: "channel")
    #expect(summary["linear_tv"] == 27_000_000)
    #expect(summary["meta"] == 19_501_500)
    #expect(summary["search_branded"] == 4_500_000)
    #expect(summary["youtube"] == 0)
    #expect((summary["affiliates"] ?? 0) > 0, "without a column lower funnel spend is predicted")
  }

  @Test("A budget starts on the day after the data, has every day, and ends within the model's reach")
  func days() async {
    func faults(_ form: JSONValue) async -> Set<String> {
      caller.clock.advance(seconds: 60)
      return await caller.post("/forecasts", ["form": form]).faultyFields
    }
    #expect(await faults(JobForms.forecast(from: JobForms.firstDay + 1)) == ["budget"])
    #expect(await faults(JobForms.forecast(from: JobForms.firstDay - 1)) == ["budget"])
    #expect(await faults(JobForms.forecast(days: 181)) == ["budget"])
    #expect(await faults(JobForms.forecast(days: 180)) == [])
    guard case .array(var rows) = JobForms.forecast()["budget"] else { return }
    rows.remove(at: 7)
    #expect(await faults(JobForms.forecast().with("budget", value: .array(rows))) == ["budget"])
    rows.append(["2026-09-06", 0, "0", 0])
    #expect(await faults(JobForms.forecast().with("budget", value: .array(rows))) == [])
    rows.append(["2026-09-06", 0, "0", 0])
    #expect(await faults(JobForms.forecast().with("budget", value: .array(rows))) == ["budget"])
  }

  @Test(
    "A table that is none is 422 under budget",
    arguments: [
      nil, .null, [], [["date"]], [["day", "meta"], ["2026-08-31", 1]], [["date", "meta"], ["2026-08-31"]],
      [["date", "meta"], ["2026-08-31", -1]], [["date", "meta"], ["2026-08-31", "a"]],
      [["date", "meta"], ["2026-08-31", ""]], [["date", "meta"], ["2026-08-31", .null]],
      [["date", "Meta"], ["2026-08-31", 1]], [["date", "meta", "meta"], ["2026-08-31", 1, 1]],
      [["date", "meta"], ["31.08.2026", 1]], [["date", "meta"], ["2026-08-31", "1e400"]], ["date"], [[]],
    ] as [JSONValue?]
  )
  func tables(_ table: JSONValue?) async {
    let answer = await caller.post("/forecasts", ["form": JobForms.forecast().with("budget", value: table)])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == ["budget"])
  }

  @Test(
    "Other faults are 422 and name their field",
    arguments: [
      ("start_date", "2026-08-30"), ("end_date", "2026-10-01"), ("end_date", "soon"), ("limit_spend", "true"),
      ("run_recommendations", 1), ("lower_funnel_caps", []), ("lower_funnel_caps", ["meta": 1]),
      ("lower_funnel_caps", ["search_branded": "1"]), ("lower_funnel_caps", ["search_branded": -1]),
      ("depvar_configurations", []),
    ] as [(String, JSONValue)]
  )
  func faults(_ field: String, _ value: JSONValue) async {
    let answer = await caller.post("/forecasts", ["form": JobForms.forecast().with(field, value: value)])
    #expect(answer.faultyFields == [field])
  }

  @Test("start_date and end_date cut the forecast without changing its days")
  func window() async throws {
    let caps: [String: JSONValue] = ["lower_funnel_caps": ["affiliates": 2000]]
    let whole = try await forecast(caps).table("daily_forecast")
    let days: [String: JSONValue] = ["start_date": "2026-09-10", "end_date": "2026-09-12"]
    let part = try await forecast(caps.merging(days) { $1 }).table("daily_forecast")
    #expect(try part.column("date") == ["2026-09-10", "2026-09-11", "2026-09-12"])
    for column in ["spend", "mean", "p25"] {
      #expect(try part.column(column)[...] == whole.column(column)[10...12])
    }
  }

  @Test("A cap limits a lower funnel channel over the whole budget, unless limit_spend is false")
  func caps() async throws {
    let caps: JSONValue = ["search_branded": 1000.5, "affiliates": 2000]
    let capped = try await forecast(["lower_funnel_caps": caps]).table("channel_summary")
      .sums(of: "spend", by: "channel")
    #expect(capped["search_branded"] == 100_050)
    #expect(capped["affiliates"] == 200_000)
    let free = try await forecast(["lower_funnel_caps": caps, "limit_spend": false]).table("channel_summary")
      .sums(of: "spend", by: "channel")
    #expect(free["search_branded"] == 4_500_000)
    #expect((free["affiliates"] ?? 0) > 200_000)
  }

  @Test("Promotions lift their day, contextual variables the marketing effect")
  func circumstances() async throws {
    let usual = try await forecast().table("daily_forecast")
    let spikes: JSONValue = [
      ["name": "Black Friday", "dates": ["2026-09-10"]], ["name": "Unknown", "dates": ["2026-09-10"]],
    ]
    let lifted = try await forecast([
      "depvar_configurations": JobForms.configurations.with("0", "spikes", value: spikes)
    ])
    .table("daily_forecast")
    #expect(try hundredths(lifted.column("spikes")[10]) == 30_000_000)
    #expect(try usual.column("spikes").allSatisfy { $0 == "0.00" })

    let table = try #require(JobForms.forecast()["budget"]?.array)
    let confident = table.enumerated().map { place, row -> JSONValue in
      .array((row.array ?? []) + [place == 0 ? "consumer_confidence" : 150])
    }
    let better = try await forecast(["budget": .array(confident)]).table("daily_forecast")
    #expect(try better.sum(of: "effect_meta") > usual.sum(of: "effect_meta"))
    #expect(try better.sum(of: "baseline") == usual.sum(of: "baseline"))
  }

  @Test(
    "Recommendations come when asked for, inside the form or beside it, and take twice as long",
    arguments: [true, false]
  )
  func recommendations(_ isInside: Bool) async throws {
    #expect(try await forecast().json["recommendation"] == nil)
    let body: JSONValue =
      isInside
      ? ["form": JobForms.forecast().with("run_recommendations", value: true)]
      : ["form": JobForms.forecast(), "run_recommendations": true]
    let job = try await caller.finished("/forecasts", body)
    let recommendation = try #require(job.json["recommendation"])
    #expect(recommendation["status"] == "success")
    let gain = try #require(recommendation["forecast_delta_mean"]?.double)
    #expect(gain > 0)
    let mean = try #require(recommendation["forecasted_mean"]?.double)
    #expect(abs(mean - gain - (try #require(job.result["expected_outcome"]?.double))) < 0.01)
    let key = try #require(recommendation["downloads"]?.array?.first?["key"]?.string)
    let budget = try await job.table(key)
    let moved = try ["linear_tv", "meta", "youtube"].map { try budget.sum(of: $0) }
    #expect(abs(moved.reduce(0, +) - 46_501_500) < 100)
    #expect((21_600_000...32_400_000).contains(moved[0]))
  }

  @Test("Nothing spent is no error")
  func nothing() async throws {
    let table = JSONValue.array([["date", "search_branded", "affiliates"], ["2026-08-31", 0, "0"]])
    let job = try await forecast(["budget": table])
    #expect(job.result["total_forecasted_spend"] == 0)
    #expect(job.result["expected_roi"] == 0)
  }

  @Test("The default budget of a deployment can be forecast as it is")
  func defaultBudget() async throws {
    let deployment = await caller.get("/deployments/5716?extra_fields[]=default_budget").json
    let job = try await forecast(["budget": try #require(deployment["default_budget"])])
    #expect(try await job.table("daily_forecast").rows.count == 180)
  }
}
