import Foundation
import RecastTestSupport
import Testing

/// Where tests run that compute for long.
@Suite("Threads of their own")
struct OwnThreadTests {
  @Test("leave those that tests share to the others, and tests are themselves there", .ownThread)
  func thread() async {
    #expect(Self.threadName == "computing")
    await Task.yield()
    #expect(Self.threadName == "computing")
    #expect(Test.current?.name == "thread()")
  }

  @Test("are not for all others")
  func others() async { #expect(Self.threadName != "computing") }

  @Test("are left by what takes too much processor time with an issue of the test")
  func limit() async throws {
    let test = try #require(Test.current)
    await withKnownIssue {
      try await OwnThread.ownThread(within: .milliseconds(1)).provideScope(for: test, testCase: nil) { Self.compute() }
    }
    try await OwnThread.ownThread(within: .seconds(60)).provideScope(for: test, testCase: nil) { Self.compute() }
  }

  private static var threadName: String? { Thread.current.name }

  private static func compute() {
    #expect((0..<200_000).reduce(0) { $0 ^ $1 } == 0)
  }
}

/// Programs that tests run.
@Suite("Programs that tests run")
struct SubprocessTests {
  private let folder = PackageFolder.root

  @Test("end with the test that is cancelled")
  func cancellation() async throws {
    let run = Task { try await Subprocess.run(command: "sleep", ["600"], in: folder) }
    try await Task.sleep(for: .milliseconds(200))
    run.cancel()
    let status = try? await run.value.status
    #expect(status != 0)
  }

  @Test("leave nothing among temporary files")
  func temporaryFiles() async throws {
    let run = try await Subprocess.run(command: "sh", ["-c", "mktemp -d"], in: folder)
    let path = run.output.trimmingCharacters(in: .newlines)
    #expect(run.status == 0 && !path.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: path))
  }
}
