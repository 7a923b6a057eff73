import Foundation
import Testing

@testable import RecastSandbox

@Suite("Runs")
struct RunTests {
  static let data = "date,channel_1\n2024-1-1,1000\n"
  static let form: [String: JSONValue] = [
    "run_type": "model_run", "google_sheet_priors_url": "https://docs.google.com/spreadsheets/d/x/edit",
    "clean_data": .string(data),
  ]

  private func launch(_ caller: Caller, _ changes: [String: JSONValue?] = [:]) async -> Answer {
    var form = Self.form
    for (field, value) in changes { form[field] = value }
    return await caller.post("/runs", ["form": .object(form)])
  }

  @Test("launching, waiting, running, processing, success, within 20 to 60 minutes")
  func states() async throws {
    let caller = Caller()
    let created = await launch(caller)
    #expect(created.status == 201)
    let id = try #require(created.json["id"]?.integer)
    var seen: [String] = []
    var minutes = 0
    while seen.last != "success", minutes < 100 {
      let status = try #require(await caller.get("/runs/\(id)").json["status"]?.string)
      if seen.last != status { seen.append(status) }
      caller.clock.advance(seconds: 60)
      minutes += 1
    }
    #expect(seen == ["launching", "waiting", "running", "processing", "success"])
    #expect((20...61).contains(minutes))
  }

  @Test("Data that no model can be trained on ends in error", arguments: ["date\n2024-01-01\n", "a,b\n1,2\n", "x"])
  func untrainable(_ data: String) async throws {
    let caller = Caller()
    let id = try #require(await launch(caller, ["clean_data": .string(data)]).json["id"]?.integer)
    caller.clock.advance(seconds: 3600)
    #expect(await caller.get("/runs/\(id)").json["status"] == "error")
  }

  @Test("Clean data comes back exactly as sent, as soon as the run exists")
  func cleanData() async throws {
    let caller = Caller()
    let data = "date,\"Tv, linear\",Ümlaut\n2024-1-1,1000,\"a \"\"b\"\"\"\n\n no line break at the end"
    let id = try #require(await launch(caller, ["clean_data": .string(data)]).json["id"]?.integer)
    let answer = await caller.get("/runs/\(id)/downloads/clean_data")
    #expect(answer.response.body == Data(data.utf8))
    #expect(answer.header("Content-Type")?.hasPrefix("text/csv") == true)
  }

  @Test("The form comes back without the data, which has a download of its own")
  func shape() async throws {
    let caller = Caller()
    let id = try #require(
      await launch(caller, ["run_type": "holdout", "holdout_days": [14, 28, 42], "n_holdout": .null, "extra": "kept"])
        .json["id"]?.integer
    )
    let run = await caller.get("/runs/\(id)").json
    #expect(run["form"]?["holdout_days"] == [14, 28, 42])
    #expect(run["form"]?["extra"] == "kept")
    #expect(run["form"]?["n_holdout"] == nil)
    #expect(run["form"]?["clean_data"] == nil)
    let list = await caller.get("/runs").json
    #expect(list["data"]?.array?.first?["status"] == "launching")
    #expect(list["pagination"]?["total_count"] == 1)
  }

  @Test(
    "A wrong or missing value is 422 and its field is named",
    arguments: [
      ("run_type", nil), ("run_type", "other"), ("google_sheet_priors_url", nil), ("google_sheet_priors_url", "sheet"),
      ("clean_data", nil), ("clean_data", ""), ("clean_data", "date,a\r\n1,2\r\n"), ("clean_data", [1]),
    ] as [(String, JSONValue?)]
  )
  func invalid(_ field: String, _ value: JSONValue?) async {
    let answer = await launch(Caller(), [field: value])
    #expect(answer.status == 422)
    #expect(answer.faultyFields == [field])
  }

  @Test("Settings of another run type are kept and ignored, but must be well formed")
  func settings() async {
    let caller = Caller()
    #expect(await launch(caller, ["n_holdout": 6, "days_per_holdout": 30, "holdout_days": [14]]).status == 201)
    #expect(
      await launch(caller, ["n_holdout": "six", "days_per_holdout": 0]).faultyFields == [
        "n_holdout", "days_per_holdout",
      ]
    )
    #expect(await launch(caller, ["run_type": "holdout", "holdout_days": []]).faultyFields == ["holdout_days"])
  }

  @Test("The 21st run within a minute is 429 without Retry-After, and the minute slides")
  func minuteLimit() async {
    let caller = Caller()
    for _ in 0..<20 {
      #expect(await launch(caller).status == 201)
      caller.clock.advance(seconds: 1)
    }
    let refused = await launch(caller)
    #expect(refused.status == 429)
    #expect(refused.text == "Retry later\n")
    #expect(refused.header("Retry-After") == nil)
    caller.clock.advance(seconds: 40)
    #expect(await launch(caller).status == 201)
    #expect(await launch(caller).status == 429)
    #expect(await caller.get("/runs").status == 200)
  }

  @Test("The 101st run within a day is 429")
  func dayLimit() async {
    let caller = Caller()
    for _ in 0..<100 {
      #expect(await launch(caller).status == 201)
      caller.clock.advance(seconds: 60)
    }
    #expect(await launch(caller).status == 429)
    caller.clock.advance(seconds: 86_400 - 100 * 60)
    #expect(await launch(caller).status == 201)
  }
}
