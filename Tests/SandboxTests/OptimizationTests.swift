import Foundation
import Testing

@testable import RecastSandbox

@Suite("Optimizations")
struct OptimizationTests {
  private let caller = Caller()

  private func optimized(_ changes: [String: JSONValue] = [:], _ constraint: JSONValue? = nil) async throws
    -> FinishedJob
  {
    var form = JobForms.optimization
    for (name, value) in changes { form = form.with(name, value: value) }
    if let constraint { form = form.with("constraints", value: [constraint]) }
    return try await caller.finished("/optimizations", ["form": form, "name": "sweep"])
  }

  private func spend(_ job: FinishedJob) async throws -> [String: Int] {
    try await job.table("channel_summary").sums(of: "spend", by: "channel")
  }

  @Test("ready, processing, success; results and files with success and not before")
  func states() async throws {
    let created = await caller.post("/optimizations", ["form": JobForms.optimization, "show_in_ui": false])
    #expect(created.status == 201)
    let id = try #require(created.json["id"]?.integer)
    var seen: [String] = []
    for _ in 0..<40 {
      let job = await caller.get("/optimizations/\(id)").json
      let status = try #require(job["status"]?.string)
      if seen.last != status { seen.append(status) }
      #expect((job["results"] != nil) == (status == "success"))
      let file = await caller.get("/optimizations/\(id)/downloads/final_budget")
      #expect(file.status == (status == "success" ? 200 : 404))
      caller.clock.advance(seconds: 10)
    }
    #expect(seen == ["ready", "processing", "success"])
    let list = await caller.get("/optimizations").json
    let item = try #require(list["data"]?.array?.first)
    #expect(item["id"]?.integer == id)
    #expect(item["form"] == nil)
    #expect(item["results"] == nil)
  }

  @Test("The result is an array of one, whose goal value is a string and whose sums are those of the files")
  func sums() async throws {
    let job = try await optimized()
    #expect(job.json["results"]?.array?.count == 1)
    #expect(job.result["goal_value"] == "3.0")
    #expect(job.result["depvars"] == [["name": "revenue", "deployment_id": 5716, "weight": 1]])
    #expect(job.keys == ["channel_summary", "final_budget", "daily_forecast"])
    let total = Int(((job.result["recommended_total_spend"]?.double ?? 0) * 100).rounded())
    let summary = try await spend(job)
    let budget = try await job.table("final_budget")
    let daily = try await job.table("daily_forecast")
    #expect(summary.values.reduce(0, +) == total)
    #expect(try daily.sum(of: "spend") == total)
    for (channel, amount) in summary { #expect(try budget.sum(of: channel) == amount) }
    #expect(budget.rows.count == 61)
    #expect(try budget.column("date").first == "2026-10-01")
    let revenue = Int(((job.result["expected_revenue"]?.double ?? 0) * 100).rounded())
    #expect(try daily.sum(of: "mean") == revenue)
  }

  @Test("Bounds hold for what each entry spends together; a channel in no entry gets nothing")
  func bounds() async throws {
    for total in ["200000", "1500000", "9000000"] {
      let spend = try await spend(optimized(["total_spend": .string(total)]))
      #expect((spend["meta"] ?? 0) + (spend["tiktok"] ?? 0) <= 40_000_000)
      #expect((5_000_000...6_000_050).contains(spend["youtube"] ?? 0))
      #expect(spend["podcast"] == 0)
    }
  }

  @Test("Lower funnel caps: off spends nothing, capped its cap at most, optimize within its bounds, manual as uploaded")
  func lowerFunnel() async throws {
    let spend = try await spend(optimized())
    #expect(spend["affiliates"] == 0)
    #expect(spend["search_branded"] == 10_000_000)
    let optimize: JSONValue = ["option": "optimize", "cap": "", "min": "1000", "max": "2000"]
    let changed = JobForms.constraint.with("lower_funnel_caps", "affiliates", value: optimize)
    #expect((100_000...200_000).contains(try await self.spend(optimized([:], changed))["affiliates"] ?? 0))
    let manual: JSONValue = ["option": "manual", "cap": "", "min": "0", "max": ""]
    let table: JSONValue = [["date", "affiliates"], ["2026-10-05", "12.50"], ["2026-10-06", 7]]
    let job = try await optimized(
      ["budget": table],
      JobForms.constraint.with("lower_funnel_caps", "affiliates", value: manual)
    )
    #expect(try await self.spend(job)["affiliates"] == 1950)
    #expect(try await job.table("final_budget").column("affiliates")[4...5] == ["12.50", "7.00"])
  }

  @Test("A total is met with the lower funnel's spend, an exact amount without it")
  func amounts() async throws {
    let total = try await optimized()
    let sum = total.result["recommended_total_spend"]?.double ?? 0
    #expect(abs(sum - 1_500_000) < 200)
    let exact = try await spend(optimized(["spend_scope": "upper_funnel", "exact_spend": "700000"]))
    let upper = exact.filter { !["search_branded", "affiliates"].contains($0.key) }
    #expect(upper.values.reduce(0, +) == 70_000_000)
  }

  @Test("Money goes out on the days that drop_days names, and on those only")
  func pulses() async throws {
    let days = try await optimized().table("final_budget").column("linear_tv").map(hundredths)
    for (day, spend) in days.enumerated() { #expect((spend > 0) == (day % 7 == 0)) }
  }

  @Test("Bounds of an uploaded budget are relative to it")
  func uploaded() async throws {
    let rows = (0..<61).map { day -> JSONValue in
      [.string((CalendarDay(year: 2026, month: 10, day: 1) + day).text), 1000]
    }
    let constraint = JobForms.constraint.with(
      "channel_budgets",
      value: [["min": "-10000", "max": "5000", "channels": [["name": "meta"]]]]
    )
    let table: JSONValue = .array([["date", "meta"]] + rows)
    let scope: [String: JSONValue] = ["budget": table, "spend_scope": "upper_funnel"]
    let less = try await spend(optimized(scope.merging(["exact_spend": "0"]) { $1 }, constraint))
    #expect(less["meta"] == 5_100_000)
    let more = try await spend(optimized(scope.merging(["exact_spend": "900000"]) { $1 }, constraint))
    #expect(more["meta"] == 6_600_000)
  }

  @Test("Without a total the objective decides: dearer goals spend less, braver strategies more")
  func objectives() async throws {
    func spend(_ changes: [String: JSONValue]) async throws -> Double {
      let free = JobForms.constraint.with("lower_funnel_caps", value: [:])
      let job = try await optimized(changes.merging(["spend_scope": ""]) { $1 }, free)
      return try #require(job.result["recommended_total_spend"]?.double, "\(job.json)")
    }
    #expect(try await spend(["target": "7"]) > spend(["target": "9"]))
    #expect(try await spend(["target": "8", "confidence": "50"]) > spend(["target": "8", "confidence": "90"]))
    let low: [String: JSONValue] = ["objective": "depvar", "target": "11000000"]
    let high: [String: JSONValue] = ["objective": "depvar", "target": "12000000"]
    #expect(try await spend(low) < spend(high))
    var strategies: [Double] = []
    for strategy in ["conservative", "base", "aggressive"] {
      let profit: [String: JSONValue] = [
        "objective": "profit", "confidence": .null, "strategy": .string(strategy), "target": "0.9",
      ]
      strategies.append(try await spend(profit))
    }
    #expect(strategies == strategies.sorted())
    #expect(Set(strategies).count == 3)
  }

  @Test("A goal that no budget within the bounds reaches ends in an error")
  func unreachable() async throws {
    let job = try await optimized(["objective": "depvar", "target": "900000000", "spend_scope": ""])
    #expect(job.json["status"] == "error")
    #expect(job.json["results"] == nil)
  }

  @Test("Money is better spent by the optimizer than evenly")
  func improvement() async throws {
    let wide = JobForms.constraint.with(
      "channel_budgets",
      value: [
        [
          "min": "0", "max": "1000000000",
          "channels": .array(["linear_tv", "meta", "youtube", "tiktok", "podcast"].map { ["name": .string($0)] }),
        ]
      ]
    )
    let even = JobForms.constraint.with(
      "channel_budgets",
      value: .array(
        ["linear_tv", "meta", "youtube", "tiktok", "podcast"].map { name in
          ["min": "200000", "max": "200000", "channels": [["name": .string(name)]]]
        }
      )
    )
    let scope: [String: JSONValue] = ["spend_scope": "upper_funnel", "exact_spend": "1000000"]
    let best = try await optimized(scope, wide).result["expected_revenue"]?.double ?? 0
    let usual = try await optimized(scope, even).result["expected_revenue"]?.double ?? 0
    #expect(best > usual)
  }

  @Test("Several outcomes are weighted, and the latest deployments take the place of those that were sent")
  func deployments() async throws {
    let two: JSONValue = [
      ["deployment_id": 456, "multiplier": 1, "name": "revenue", "spikes": [], "extra": [1, .null]],
      ["deployment_id": 5702, "multiplier": 62.5, "name": "new_customers"],
    ]
    let form = JobForms.optimization.with("depvar_configurations", value: two)
    let job = try await caller.finished("/optimizations", ["form": form])
    #expect(job.json["form"] == form.with("depvar_configurations", "0", "deployment_id", value: 5716))
    #expect(job.result["depvars"]?.array?.last?["weight"] == 62.5)
    let pinned = await caller.post("/optimizations", ["form": form, "use_latest_deployments": false])
    #expect(pinned.faultyFields == ["constraints"], "456 has data until August 2025 only")
  }

  @Test("A form comes back with everything that was sent, and can be sent again")
  func echo() async throws {
    let form = JobForms.optimization.with("from_the_future", value: ["a": [1, .null, "", 2.5]])
    let job = try await caller.finished("/optimizations", ["form": form])
    #expect(job.json["form"] == form)
    let again = try await caller.finished("/optimizations", ["form": try #require(job.json["form"])])
    #expect(again.result == job.result)
  }

  @Test("The 26th job within a minute is 429 without Retry-After, whichever of the three kinds it is")
  func limit() async {
    let forms: [(String, JSONValue)] = [
      ("/optimizations", JobForms.optimization), ("/forecasts", JobForms.forecast()),
      ("/spend_forecasts", JobForms.spendForecast),
    ]
    for number in 0..<25 {
      let (path, form) = forms[number % 3]
      #expect(await caller.post(path, ["form": form]).status == 201)
    }
    for (path, form) in forms {
      let refused = await caller.post(path, ["form": form])
      #expect(refused.status == 429)
      #expect(refused.text == "Retry later\n")
      #expect(refused.header("Retry-After") == nil)
    }
    #expect(await caller.post("/reports", ["form": .object(Forms.sample(.cleanData))]).status == 201)
    caller.clock.advance(seconds: 60)
    #expect(await caller.post("/forecasts", ["form": JobForms.forecast()]).status == 201)
  }
}
