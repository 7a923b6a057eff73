import Foundation
import RecastSandbox
import RecastTestSupport
import Testing

/// Programs that were not written with this package in mind must find what they expect.
@Suite(
  "Python against the sandbox",
  .enabled(if: PythonProgram.isExpected, "needs python3 and `pip install -r Tests/requirements.txt`")
)
struct PythonTests {
  @Test("Reports and runs as the knowledge base shows them, with requests and pandas")
  func knowledgeBase() async throws {
    let sandbox = Sandbox(configuration: SandboxConfiguration(token: "gr_python", client: "acme", speed: 6000))
    let server = try await SandboxServer.start(sandbox)
    let program = PythonProgram(file: "knowledge_base.py", modules: ["requests", "pandas"])
    let result = await Result {
      try await program.run(
        [server.baseURL.absoluteString, "acme", "0.002"],
        token: "gr_python",
        within: .seconds(240)
      )
    }
    await server.stop()
    let output = try result.get()
    #expect(output.hasSuffix("done\n"))
    #expect(output.contains("compute_insights_overview summaries-total-roi: 8 rows"))
  }

  @Test("Plans as the plans guide handles them: every answer is one that the API document has")
  func plans() async throws {
    let document = PackageFolder.root.appendingPathComponent("spec/recast.yaml").path
    let sandbox = Sandbox(configuration: SandboxConfiguration(token: "gr_python", client: "acme", speed: 6000))
    let server = try await SandboxServer.start(sandbox)
    let program = PythonProgram(file: "plans.py", modules: ["requests", "openapi_schema_validator"])
    let result = await Result {
      try await program.run(
        [document, server.baseURL.absoluteString, "acme"],
        token: "gr_python",
        within: .seconds(240)
      )
    }
    await server.stop()
    #expect(try result.get().hasSuffix("done\n"))
  }

  @Test("schemathesis finds no server error and no answer that contradicts the API document")
  func conformance() async throws {
    let document = PackageFolder.root.appendingPathComponent("spec/recast.yaml").path
    // With the limits most requests that create something would end at the limiter.
    let configuration = SandboxConfiguration(
      token: "gr_python",
      client: "acme",
      speed: 60_000,
      runsPerMinute: .max,
      runsPerDay: .max,
      jobsPerMinute: .max,
      planWritesPerMinute: .max
    )
    let server = try await SandboxServer.start(Sandbox(configuration: configuration))
    let program = PythonProgram(file: "conformance.py", modules: ["schemathesis"])
    let result = await Result {
      try await program.run(
        [document, server.baseURL.absoluteString, "acme", "10"],
        token: "gr_python",
        within: .seconds(480)
      )
    }
    await server.stop()
    #expect(try result.get().contains("Tested: 39"))
  }
}

extension Result where Failure == any Error {
  /// The outcome of something that may throw, to be looked at after cleaning up.
  fileprivate init(_ body: () async throws -> Success) async {
    do {
      self = .success(try await body())
    } catch {
      self = .failure(error)
    }
  }
}
