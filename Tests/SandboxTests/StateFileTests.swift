import Foundation
import RecastTestSupport
import Testing

@testable import RecastSandbox

@Suite("The state file")
struct StateFileTests {
  private let folder: TemporaryFolder
  private let clock = ManualSandboxClock()

  init() throws {
    folder = try TemporaryFolder()
  }

  private var file: URL { folder.url.appendingPathComponent("state.json") }

  private func caller(_ configuration: SandboxConfiguration = SandboxConfiguration(speed: 1)) async throws -> Caller {
    let sandbox = try await Sandbox(configuration: configuration, clock: clock.clock, stateFile: file)
    return Caller(sandbox: sandbox, clock: clock)
  }

  /// What a client can see of everything that was created.
  private func view(_ caller: Caller) async -> [String: JSONValue] {
    var view: [String: JSONValue] = [:]
    for list in ["reports", "runs", "optimizations", "forecasts", "spend_forecasts"] {
      let json = await caller.get("/\(list)").json
      view[list] = json
      for item in json["data"]?.array ?? [] {
        let path = "/\(list)/\(item["id"]?.integer ?? 0)"
        view[path] = await caller.get(path).json
      }
    }
    let plans = await caller.get("/plans").json
    view["plans"] = plans
    for plan in plans["data"]?.array ?? [] {
      for list in ["versions", "forecasts", "adherence", "goals"] {
        let path = "/plans/\(plan["id"]?.string ?? "")/\(list)"
        view[path] = await caller.get(path).json
      }
    }
    return view
  }

  private func createEverything(_ caller: Caller) async throws {
    let bodies: [(String, JSONValue)] = [
      ("/reports", ["form": .object(Forms.sample(.spendSummary)), "name": "Ümlaut / \"quotes\""]),
      ("/runs", ["form": .object(RunTests.form)]), ("/optimizations", ["form": JobForms.optimization]),
      ("/forecasts", ["form": JobForms.forecast().with("future", value: [.null, 1.5, "", [:]])]),
      ("/spend_forecasts", ["form": JobForms.spendForecast]),
      ("/plans", ["form": .object(try PlanForms.scratch())]),
    ]
    for (path, body) in bodies { #expect(await caller.post(path, body).status == 201) }
  }

  @Test("Everything is there after a restart, running jobs go on, and new ids go on too")
  func restart() async throws {
    let before = try await caller()
    try await createEverything(before)
    clock.advance(seconds: 30)
    let seen = await view(before)
    #expect(seen.count > 20)
    #expect(seen["plans"]?["data"]?.array?.contains { $0["label"] == "October" } == true)
    let after = try await caller()
    #expect(await view(after) == seen)

    clock.advance(seconds: 3600)
    #expect(await view(after) == (await view(before)))
    let report = try #require(await after.get("/reports").json["data"]?.array?.first)
    #expect(report["status"] == "success")
    let next = await after.post("/reports", ["form": .object(Forms.sample(.cleanData))]).json["id"]?.integer
    #expect(next == report["id"]?.integer.map { $0 + 1 })
    let run = try #require(seen["runs"]?["data"]?.array?.first?["id"]?.integer)
    #expect(await after.get("/runs/\(run)/downloads/clean_data").text == RunTests.data)
  }

  @Test("A job keeps its pace when the next sandbox is faster")
  func pace() async throws {
    try await createEverything(caller())
    clock.advance(seconds: 30)
    let fast = try await caller(SandboxConfiguration(speed: 60_000))
    #expect(await fast.get("/runs").json["data"]?.array?.first?["status"] != "success")
  }

  @Test("Calls that were counted stay counted")
  func limits() async throws {
    let before = try await caller()
    for _ in 0..<25 { _ = await before.post("/spend_forecasts", ["form": JobForms.spendForecast]) }
    let after = try await caller()
    #expect(await after.post("/forecasts", ["form": JobForms.forecast()]).status == 429)
    clock.advance(seconds: 60)
    #expect(await after.post("/forecasts", ["form": JobForms.forecast()]).status == 201)
  }

  @Test("Many requests at the same time are all in the file, which is whole at any moment")
  func concurrency() async throws {
    let before = try await caller()
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<40 {
        group.addTask { _ = await before.post("/reports", ["form": .object(Forms.sample(.cleanData))]) }
        group.addTask { [file] in #expect((try? StateFile(url: file).read()) != nil) }
      }
    }
    #expect(await view(try await caller()) == (await view(before)))
  }

  @Test("Nothing but the file is left in its folder")
  func leftovers() async throws {
    try await createEverything(caller())
    #expect(folder.files(below: "") == ["state.json"])
  }

  @Test(
    "A file that cannot be read is refused in plain words and left as it is",
    arguments: [
      ("", "is not a state file of the sandbox"), ("{}", "is not a state file of the sandbox"),
      ("[1]", "is not a state file of the sandbox"), ("\u{0}\u{1}", "is not a state file of the sandbox"),
      (#"{"format": "other", "version": 1}"#, "is not a state file of the sandbox"),
      (#"{"format": "recast-sandbox-state", "version": 2}"#, "has version 2, and this sandbox reads version 1 only"),
      (#"{"format": "recast-sandbox-state", "version": 1}"#, "is damaged: “state” is missing"),
      (
        #"{"format": "recast-sandbox-state", "version": 1, "state": {"reports": {"nextID": "x"}}}"#, "is damaged"
      ),
    ]
  )
  func unreadable(_ text: String, _ message: String) async throws {
    try Data(text.utf8).write(to: file)
    let error = await #expect(throws: SandboxStateError.self) { try await caller() }
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
    #expect(try String(decoding: Data(contentsOf: file), as: UTF8.self) == text)
  }

  @Test("A place where no file can be written is found out at the start")
  func unwritable() async throws {
    let nowhere = folder.url.appendingPathComponent("missing/state.json")
    let error = await #expect(throws: SandboxStateError.self) { try await Sandbox(stateFile: nowhere) }
    #expect(error?.description.contains("cannot be written") == true)
  }

  @Test("When the file can no longer be written, the request that needed it says so")
  func lost() async throws {
    let caller = try await caller()
    try FileManager.default.removeItem(at: folder.url)
    let answer = await caller.post("/spend_forecasts", ["form": JobForms.spendForecast])
    #expect(answer.status == 500)
    #expect(answer.json["error"]?["message"]?.string?.contains("cannot be written") == true)
    #expect(await caller.get("/spend_forecasts").status == 200)
  }
}
