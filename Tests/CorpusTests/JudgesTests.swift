import Foundation
import RecastTestSupport
import Testing

/// The programs in Python that judge what clients send and read are judged themselves.
@Suite("Judges of the exercise")
struct JudgesTests {
  private static let folder = PackageFolder.root.appendingPathComponent("Tests/CorpusTests/Python", isDirectory: true)

  /// Where their modules are not installed, only a run that has to show everything asks for them.
  private static func isExpected() async throws -> Bool {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    return try await python(["-c", "import jsonschema, openapi_core, yaml"]).status == 0
  }

  private static func python(_ arguments: [String]) async throws -> Subprocess {
    try await Subprocess.run(
      command: "python3",
      arguments,
      in: folder,
      environment: ["PYTHONDONTWRITEBYTECODE": "1"],
      within: .seconds(120)
    )
  }

  @Test("notice what is wrong", .enabled { try await isExpected() })
  func notice() async throws {
    let result = try await Self.python(["-m", "unittest", "judges_test"])
    #expect(result.status == 0, "\(result.said)")
  }
}
