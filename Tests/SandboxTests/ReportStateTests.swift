import Foundation
import Testing

@testable import RecastSandbox

@Suite("States of a report")
struct ReportStateTests {
  private let form: JSONValue = .object(Forms.sample(.insightsOverview))

  @Test("ready, then processing, then success; results appear with success and not before")
  func states() async throws {
    let caller = Caller()
    let created = await caller.post("/reports", ["form": form, "name": "Q1", "show_in_ui": false])
    #expect(created.status == 201)
    let id = try #require(created.json["id"]?.integer)
    #expect(created.json == ["id": .integer(id)])

    var seen: [String] = []
    for _ in 0..<300 {
      let report = await caller.get("/reports/\(id)").json
      let status = try #require(report["status"]?.string)
      if seen.last != status { seen.append(status) }
      #expect((report["results"] != nil) == (status == "success"))
      caller.clock.advance(seconds: 1)
    }
    #expect(seen == ["ready", "processing", "success"])
  }

  @Test("A report takes one to five minutes, divided by the speed", arguments: [1.0, 60.0, 1000.0])
  func duration(_ speed: Double) async throws {
    for _ in 0..<5 {
      let caller = Caller(SandboxConfiguration(speed: speed))
      let id = try #require(await caller.post("/reports", ["form": form]).json["id"]?.integer)
      caller.clock.advance(seconds: 59 / speed)
      #expect(await caller.get("/reports/\(id)").json["status"] != "success")
      caller.clock.advance(seconds: 242 / speed)
      #expect(await caller.get("/reports/\(id)").json["status"] == "success")
    }
  }

  @Test("The report shows name, type, form and times as documented")
  func shape() async throws {
    let caller = Caller()
    var form = Forms.sample(.spendSummary)
    form["setting_of_tomorrow"] = ["kept": .null]
    let id = try #require(await caller.post("/reports", ["form": .object(form), "name": "Q1"]).json["id"]?.integer)
    let report = await caller.get("/reports/\(id)").json
    #expect(report["id"] == .integer(id))
    #expect(report["name"] == "Q1")
    #expect(report["report_type"] == "compute_spend_summary")
    #expect(report["prerendered"] == false)
    #expect(report["form"] == .object(form))
    #expect(report["created_at"] == "2026-09-18T12:00:00.000Z")
  }

  @Test("A context variable summary ends in error when the model has no contextual variables")
  func contextVariables() async throws {
    let caller = Caller()
    var form = Forms.sample(.contextVariableSummary)
    let good = try await caller.finishedReport(.object(form))
    #expect(good.json["status"] == "success")
    #expect(!good.keys.isEmpty)
    form["deployment_id"] = 5698
    let bad = try await caller.finishedReport(.object(form))
    #expect(bad.json["status"] == "error")
    #expect(bad.json["results"] == nil)
  }

  @Test("A download of an unfinished report or with an unknown key is 404")
  func earlyDownload() async throws {
    let caller = Caller()
    let id = try #require(await caller.post("/reports", ["form": form]).json["id"]?.integer)
    #expect(await caller.get("/reports/\(id)/downloads/summaries-total-roi").status == 404)
    caller.clock.advance(seconds: 300)
    #expect(await caller.get("/reports/\(id)/downloads/summaries-total-roi").status == 200)
    #expect(await caller.get("/reports/\(id)/downloads/other").status == 404)
  }
}
