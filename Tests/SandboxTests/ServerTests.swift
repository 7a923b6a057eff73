import Foundation
import RecastSandbox
import Testing

@Suite("The sandbox on a socket")
struct ServerTests {
  /// Calls `body` with a server on a free port, and stops it afterwards.
  private func withServer(
    _ configuration: SandboxConfiguration = SandboxConfiguration(speed: 60_000),
    _ body: (HTTPCaller) async throws -> Void
  ) async throws {
    let server = try await SandboxServer.start(Sandbox(configuration: configuration))
    do {
      try await body(HTTPCaller(root: server.baseURL.absoluteString + "/v1/clients/democlient"))
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  @Test("A report from creation to its files")
  func reportJourney() async throws {
    try await withServer { caller in
      let form: [String: Any] = [
        "deployment_id": 5716, "report_type": "compute_grouped_channel_summaries", "start_date": "2024-01-01",
        "end_date": "2024-03-31", "include_lower_funnel_effects": "true",
        "channel_groups": [["name": "TV & Audio / 100%", "channels": ["linear_tv", "podcast"]]],
      ]
      let created = try await caller.post("/reports", ["name": "Q1", "form": form])
      #expect(created.status == 201)
      let id = try #require(created.json["id"] as? Int)
      var report = try await caller.get("/reports/\(id)").json
      while ["ready", "processing"].contains(report["status"] as? String) {
        #expect(report["results"] == nil)
        try await Task.sleep(for: .milliseconds(5))
        report = try await caller.get("/reports/\(id)").json
      }
      #expect(report["status"] as? String == "success")
      let results = try #require(report["results"] as? [String: Any])
      let downloads = try #require(results["downloads"] as? [[String: String]])
      #expect(downloads.count == 12)
      for download in downloads {
        let key = try #require(download["key"])
        let file = try await caller.get("/reports/\(id)/downloads/\(percentEncoded(key))")
        #expect(file.status == 200)
        #expect(file.contentType == "text/csv; charset=utf-8")
        #expect(try CSVTable(file.text).column("group").first == "TV & Audio / 100%")
      }
    }
  }

  @Test("Several megabytes of clean data go in and come back unchanged")
  func largeBody() async throws {
    try await withServer { caller in
      let data = "date,channel_1\n" + String(repeating: "2024-01-01,1234.56\n", count: 300_000)
      let form = ["run_type": "model_run", "google_sheet_priors_url": "https://example.com/s", "clean_data": data]
      let id = try #require(try await caller.post("/runs", ["form": form]).json["id"] as? Int)
      #expect(try await caller.get("/runs/\(id)/downloads/clean_data").text == data)
    }
  }

  @Test("A body that is too large is 413, and the connection goes on")
  func tooLarge() async throws {
    try await withServer(SandboxConfiguration(bodyLimit: 10_000)) { caller in
      for _ in 0..<3 {
        let answer = try await caller.post(
          "/runs",
          ["form": ["clean_data": String(repeating: "GET / ", count: 500_000)]]
        )
        #expect(answer.status == 413)
        #expect(try await caller.get("/kpis").status == 200)
      }
    }
  }

  @Test("Many requests, one after the other and at the same time")
  func many() async throws {
    try await withServer { caller in
      for _ in 0..<200 { #expect(try await caller.get("/kpis").status == 200) }
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<200 { group.addTask { try await caller.get("/deployments").status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 200, count: 200))
    }
  }

  @Test("A port that is taken is said in plain words, with a remedy")
  func takenPort() async throws {
    let first = try await SandboxServer.start(Sandbox())
    do {
      let second = try await SandboxServer.start(Sandbox(), port: first.port)
      await second.stop()
      Issue.record("two servers on one port")
    } catch {
      let text = "Port \(first.port) is taken. Choose another one, or 0 for any free port."
      #expect(error.localizedDescription == text)
    }
    await first.stop()
  }

  @Test("After stop the port is free again")
  func stop() async throws {
    let first = try await SandboxServer.start(Sandbox())
    _ = try await HTTPCaller(root: first.baseURL.absoluteString).get("/")
    await first.stop()
    let second = try await SandboxServer.start(Sandbox(), port: first.port)
    #expect(second.port == first.port)
    #expect(try await HTTPCaller(root: second.baseURL.absoluteString).get("/").status == 404)
    await second.stop()
  }
}
