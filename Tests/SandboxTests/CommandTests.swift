import Foundation
import RecastTestSupport
import Testing

@Suite("The command recast-sandbox")
struct CommandTests {
  private let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
  }

  private func fails(_ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(SandboxProgram.executable, arguments, in: folder.url, within: .seconds(60))
    #expect(result.status != 0)
    #expect(result.output == "")
    return result.error
  }

  @Test("Killed right after an answer, it goes on from the state file as if nothing had happened")
  func killed() async throws {
    let state = ["--state", folder.url.appendingPathComponent("state.json").path, "--speed", "1"]
    let first = try await SandboxProgram(state)
    let form: [String: Any] = ["deployment_id": 5716, "report_type": "compute_clean_data"]
    var ids: [Int] = []
    for _ in 0..<3 {
      ids.append(try #require(try await first.caller().post("/reports", ["form": form]).json["id"] as? Int))
    }
    first.kill()

    let second = try await SandboxProgram(state)
    for id in ids {
      let report = try await second.caller().get("/reports/\(id)")
      #expect(report.status == 200)
      #expect(["ready", "processing"].contains(report.json["status"] as? String))
    }
    #expect(try await second.caller().post("/reports", ["form": form]).json["id"] as? Int == (ids.last ?? 0) + 1)
    #expect(folder.files(below: "") == ["state.json"])
  }

  @Test("A state file that is none ends it with a sentence, and is left alone")
  func foreignFile() async throws {
    try folder.write("notes\n", to: "notes.txt")
    let error = try await fails(["--port", "0", "--state", "notes.txt"])
    #expect(error.contains("notes.txt is not a state file of the sandbox. Name another file, or move this one away."))
    #expect(folder.text("notes.txt") == "notes\n")
  }

  @Test("A document that cannot be read is said at the start")
  func missingDocument() async throws {
    #expect(try await fails(["--document", "missing.yaml"]).contains("--document missing.yaml cannot be read"))
  }

  @Test("With a document it tells where to see it and how to log in")
  func document() async throws {
    let document = PackageFolder.root.appendingPathComponent("spec/recast.yaml").path
    let program = try await SandboxProgram(["--document", document])
    let address = try program.address
    let line = "docs     \(address)/api-docs, as analyst@example.com with password sandbox\n"
    #expect(program.greeting.contains(line))
    let page = try await HTTPCaller(root: address).get("/api-docs")
    #expect(page.text.contains("<form action=\"/users/sign_in\""))
  }

  @Test("Limits can be switched off")
  func unlimited() async throws {
    let program = try await SandboxProgram(["--unlimited"])
    let form: [String: Any] = [
      "start_date": "2026-09-01", "end_date": "2026-09-02", "depvar_configurations": [["deployment_id": 5716]],
    ]
    for _ in 0..<30 {
      #expect(try await program.caller().post("/spend_forecasts", ["form": form]).status == 201)
    }
  }
}
