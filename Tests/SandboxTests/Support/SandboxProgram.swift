import Foundation
import RecastTestSupport
import Testing

/// `recast-sandbox` as a process of its own, on a free port.
final class SandboxProgram {
  static let executable = PackageFolder.products.appendingPathComponent("recast-sandbox")

  /// What it printed when it was ready.
  let greeting: String
  private let process = Process()
  private let folder: TemporaryFolder

  init(_ arguments: [String]) async throws {
    folder = try TemporaryFolder()
    let output = folder.url.appendingPathComponent("output")
    try Data().write(to: output)
    process.executableURL = Self.executable
    process.arguments = ["--port", "0"] + arguments
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = FileHandle.nullDevice
    try process.run()
    let deadline = ContinuousClock.now + .seconds(60)
    var text = ""
    while !text.contains("Press Ctrl-C to stop.\n"), process.isRunning, ContinuousClock.now < deadline {
      try await Task.sleep(for: .milliseconds(20))
      text = folder.text("output") ?? ""
    }
    greeting = text
  }

  deinit { kill() }

  /// The address it printed.
  var address: String {
    get throws {
      let line = try #require(greeting.split(separator: "\n").first { $0.hasPrefix("address") }, "\(greeting)")
      return String(try #require(line.split(separator: " ").last))
    }
  }

  func caller() throws -> HTTPCaller {
    HTTPCaller(root: try address + "/v1/clients/democlient")
  }

  /// Ends it without a chance to tidy up.
  func kill() {
    guard process.isRunning else { return }
    Foundation.kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
  }
}
