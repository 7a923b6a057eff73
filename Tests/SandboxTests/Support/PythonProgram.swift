import Foundation
import RecastTestSupport
import Testing

/// A Python program beside these tests, run as a process of its own.
struct PythonProgram {
  private static let folder = PackageFolder.root.appendingPathComponent("Tests/SandboxTests/Python", isDirectory: true)

  var file: String
  /// What must be installed, by the names that `import` and `pip install` know.
  var modules: [String]

  /// Whether tests that need Python modules run: where they are installed, and always where everything has to be shown.
  static let isExpected: Bool = {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    // Importing them takes seconds, for which this thread waits.
    let search = "import importlib.util as u; exit(not all(map(u.find_spec, ['pandas', 'requests', 'schemathesis'])))"
    probe.arguments = ["python3", "-c", search]
    probe.standardOutput = FileHandle.nullDevice
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return false }
    probe.waitUntilExit()
    return probe.terminationStatus == 0
  }()

  /// Runs the program to its end, fails the test with everything it printed unless it succeeds, and returns that text.
  func run(_ arguments: [String], token: String, within limit: Duration) async throws -> String {
    let imports = modules.map { "import \($0)" }.joined(separator: "; ")
    let probe = try await Self.python(["-c", imports], token: token, within: .seconds(60))
    let remedy = "python3 -m pip install \(modules.joined(separator: " "))"
    try #require(
      probe.status == 0,
      "\(file) needs python3 with \(modules.joined(separator: ", ")); run: \(remedy)\n\(probe.said)"
    )
    let script = Self.folder.appendingPathComponent(file).path
    let result = try await Self.python([script] + arguments, token: token, within: limit)
    try #require(result.status == 0, "\(file) failed (\(result.status)):\n\(result.said)")
    return result.output
  }

  private static func python(_ arguments: [String], token: String, within limit: Duration) async throws -> Subprocess {
    try await Subprocess.run(
      command: "python3",
      arguments,
      in: folder,
      environment: [
        "API_PAT": token, "PYTHONDONTWRITEBYTECODE": "1", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1",
      ],
      within: limit
    )
  }
}
