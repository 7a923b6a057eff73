import Foundation
import Testing

@testable import RecastSandbox

@Suite("Spend forecasts")
struct SpendForecastTests {
  private let caller = Caller()

  private func budget(_ changes: [String: JSONValue] = [:]) async throws -> [[String]] {
    var form = JobForms.spendForecast
    for (name, value) in changes { form = form.with(name, value: value) }
    let job = try await caller.finished("/spend_forecasts", ["form": form])
    let rows = try #require(job.json["results"]?["budget"]?.array, "\(job.json)")
    return try rows.map { row in try #require(row.array).map { try #require($0.string, "amounts are strings") } }
  }

  private func sum(_ rows: [[String]], _ channels: [String]? = nil, _ days: ClosedRange<String>? = nil) throws -> Int {
    let header = rows[0]
    return try rows.dropFirst().filter { days?.contains($0[0]) ?? true }.reduce(0) { sum, row in
      try zip(header, row).dropFirst().filter { channels?.contains($0.0) ?? true }
        .reduce(sum) { $0 + (try hundredths($1.1)) }
    }
  }

  @Test("The result is an object with a table of strings: a header, then one row a day")
  func shape() async throws {
    let rows = try await budget()
    #expect(rows[0].first == "date")
    #expect(rows[0].count == 9)
    #expect(rows.count == 124)
    #expect(rows[1][0] == "2026-08-31")
    #expect(rows.last?[0] == "2026-12-31")
  }

  @Test("The result can be passed on as the budget of a forecast, unchanged")
  func forecast() async throws {
    let job = try await caller.finished("/spend_forecasts", ["form": JobForms.spendForecast])
    let budget = try #require(job.json["results"]?["budget"])
    let forecast = try await caller.finished(
      "/forecasts",
      ["form": ["budget": budget, "depvar_configurations": JobForms.configurations]]
    )
    let rows = try #require(budget.array).map { ($0.array ?? []).compactMap(\.string) }
    let spend = try #require(forecast.result["total_forecasted_spend"]?.double)
    #expect(Int((spend * 100).rounded()) == (try sum(rows)))
  }

  @Test("A total is met to the cent, in the usual proportions")
  func total() async throws {
    #expect(try await sum(budget(["total_spend": 1_234_567.89])) == 123_456_789)
    let (usual, double) = (try await budget(), try await budget(["total_spend": 6_000_000]))
    let share = Double(try sum(usual, ["meta"])) / Double(try sum(usual))
    #expect(abs(Double(try sum(double, ["meta"])) / Double(try sum(double)) - share) < 0.001)
  }

  @Test("Constraints fix what their channels spend together on their days, and nothing else")
  func constraints() async throws {
    let usual = try await budget()
    let rows = try await budget([
      "constraints": [
        ["start_date": "2026-09-01", "end_date": "2026-09-30", "channels": ["podcast"], "spend": 0],
        ["start_date": "2026-10-01", "end_date": "2026-10-31", "channels": ["meta", "tiktok"], "spend": 99_999.99],
      ]
    ])
    #expect(try sum(rows, ["podcast"], "2026-09-01"..."2026-09-30") == 0)
    #expect(try sum(rows, ["meta", "tiktok"], "2026-10-01"..."2026-10-31") == 9_999_999)
    #expect(try sum(rows, ["linear_tv"]) == sum(usual, ["linear_tv"]))
    #expect(try sum(rows, ["meta"], "2026-11-01"..."2026-12-31") == sum(usual, ["meta"], "2026-11-01"..."2026-12-31"))
  }

  @Test("The range need not follow the data: past days have what was spent")
  func past() async throws {
    let rows = try await budget(["start_date": "2026-08-01", "end_date": "2026-08-30"])
    let history = try #require(await caller.get("/deployments/5716?extra_fields[]=spend").json["spend"]?.array)
    let sent = try history.suffix(30).reduce(0.0) { sum, row in
      sum + (try #require(row.array)).dropFirst().reduce(0) { $0 + ($1.double ?? 0) }
    }
    #expect(Int((sent * 100).rounded()) == (try sum(rows)))
  }

  @Test(
    "A wrong or missing value is 422 and its field is named",
    arguments: [
      (["start_date"], nil), (["start_date"], "2026-12-31"), (["start_date"], "2020-01-01"), (["end_date"], nil),
      (["end_date"], "2031-01-01"), (["depvar_configurations"], nil), (["depvar_configurations"], []),
      (["total_spend"], 0), (["total_spend"], "3000000"), (["total_spend"], -1), (["constraints"], "none"),
      (["constraints"], [1]), (["constraints"], [["channels": ["meta"], "spend": 1]]),
    ] as [([String], JSONValue?)]
  )
  func faults(_ path: [String], _ value: JSONValue?) async {
    let answer = await caller.post("/spend_forecasts", ["form": JobForms.spendForecast.with(path: path, value: value)])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == Set(path.prefix(1)) || answer.faultyFields == ["end_date"])
  }

  @Test(
    "A constraint must lie inside the range and name known channels and an amount",
    arguments: [
      ("start_date", "2026-08-30"), ("end_date", "2027-01-01"), ("end_date", "2026-08-31"), ("channels", []),
      ("channels", ["Meta"]), ("channels", "meta"), ("channels", ["meta", 1]), ("spend", nil), ("spend", "1"),
      ("spend", -1),
    ] as [(String, JSONValue?)]
  )
  func constraint(_ field: String, _ value: JSONValue?) async {
    let entry: JSONValue = [
      "start_date": "2026-09-01", "end_date": "2026-09-30", "channels": ["meta"], "spend": 10,
    ]
    func answer(_ entry: JSONValue) async -> Answer {
      await caller.post("/spend_forecasts", ["form": JobForms.spendForecast.with("constraints", value: [entry])])
    }
    #expect(await answer(entry).status == 201)
    #expect(await answer(entry.with(field, value: value)).faultyFields == ["constraints"])
  }

  @Test("A total and constraints exclude each other; an empty list of constraints is none")
  func exclusion() async {
    let total = JobForms.spendForecast.with("total_spend", value: 5)
    let entry: JSONValue = ["start_date": "2026-09-01", "end_date": "2026-09-30", "channels": ["meta"], "spend": 1]
    let both = await caller.post("/spend_forecasts", ["form": total.with("constraints", value: [entry])])
    #expect(both.status == 422)
    #expect(both.faultyFields == ["total_spend"])
    let empty = await caller.post("/spend_forecasts", ["form": total.with("constraints", value: [])])
    #expect(empty.status == 201)
  }

  @Test("There are no files, and no show_in_ui: like any unknown member it is ignored")
  func differences() async throws {
    let job = try await caller.finished("/spend_forecasts", ["form": JobForms.spendForecast, "show_in_ui": "x"])
    #expect(job.keys.isEmpty)
    #expect(await job.download("channel_summary").status == 404)
  }
}
