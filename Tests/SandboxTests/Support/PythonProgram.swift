import Foundation
import Testing

/// A Python program beside these tests, run as a process of its own.
struct PythonProgram {
  private static let folder = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Python")

  /// The root of the package.
  static let root = folder.deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  var file: String
  /// What must be installed, by the names that `import` and `pip install` know.
  var modules: [String]

  /// Whether tests that need Python modules run: where they are installed, and always where everything has to be shown.
  static let isExpected: Bool = {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    probe.arguments = ["python3", "-c", "import pandas, requests, schemathesis"]
    probe.standardOutput = FileHandle.nullDevice
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return false }
    probe.waitUntilExit()
    return probe.terminationStatus == 0
  }()

  /// Runs the program to its end, fails the test with everything it printed unless it succeeds, and returns that text.
  func run(_ arguments: [String], token: String, within seconds: Double) async throws -> String {
    let imports = modules.map { "import \($0)" }.joined(separator: "; ")
    let probe = try await Self.python(["-c", imports], token: token, within: 60)
    let remedy = "python3 -m pip install \(modules.joined(separator: " "))"
    try #require(
      probe.status == 0,
      "\(file) needs python3 with \(modules.joined(separator: ", ")); run: \(remedy)\n\(probe.output)"
    )
    let script = Self.folder.appendingPathComponent(file).path
    let result = try await Self.python([script] + arguments, token: token, within: seconds)
    try #require(result.status == 0, "\(file) failed (\(result.status)):\n\(result.output)")
    return result.output
  }

  private static func python(
    _ arguments: [String],
    token: String,
    within seconds: Double
  ) async throws -> (status: Int32, output: String) {
    let log = FileManager.default.temporaryDirectory.appendingPathComponent("python-\(UUID().uuidString).log")
    try #require(FileManager.default.createFile(atPath: log.path, contents: nil))
    defer { try? FileManager.default.removeItem(at: log) }
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = ["python3"] + arguments
    process.environment = ProcessInfo.processInfo.environment.merging(
      ["API_PAT": token, "PYTHONDONTWRITEBYTECODE": "1", "NO_PROXY": "127.0.0.1", "no_proxy": "127.0.0.1"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    // A file, because a pipe that nobody empties stops the program when it is full.
    let handle = try FileHandle(forWritingTo: log)
    process.standardOutput = handle
    process.standardError = handle
    let (ended, continuation) = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
    let deadline = Task {
      try await Task.sleep(for: .seconds(seconds))
      process.terminate()
    }
    for await _ in ended {}
    deadline.cancel()
    try handle.close()
    return (process.terminationStatus, String(decoding: try Data(contentsOf: log), as: UTF8.self))
  }
}
