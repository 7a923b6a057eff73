import Foundation

/// A program that ran to its end, with all it said.
package struct Subprocess: Sendable {
  /// The exit status.
  package let status: Int32
  /// What it wrote to standard output.
  package let output: String
  /// What it wrote to standard error.
  package let error: String

  /// Everything that it wrote.
  package var said: String { output + error }

  /// Runs a program and waits for its end. The thread goes on with other tests meanwhile.
  ///
  /// A program that is not done within the limit is ended, and so is one whose test is cancelled. What it leaves
  /// in the folder for temporary files goes with it. Output goes through files, not pipes: a pipe that nobody empties
  /// in time would stop the program.
  package static func run(
    _ executable: URL,
    _ arguments: [String],
    in folder: URL,
    environment: [String: String] = [:],
    within limit: Duration = .seconds(900)
  ) async throws -> Subprocess {
    let own = try TemporaryFolder()
    let output = own.url.appendingPathComponent("output")
    let error = own.url.appendingPathComponent("error")
    for file in [output, error] { try Data().write(to: file) }
    let temporary = own.url.appendingPathComponent("temporary", isDirectory: true)
    try FileManager.default.createDirectory(at: temporary, withIntermediateDirectories: false)
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment
      .merging(["TMPDIR": temporary.path]) { $1 }.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try await end(of: process, within: limit)
    return Subprocess(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self)
    )
  }

  /// Runs a program that is looked up in `PATH`.
  package static func run(
    command: String,
    _ arguments: [String],
    in folder: URL,
    environment: [String: String] = [:],
    within limit: Duration = .seconds(900)
  ) async throws -> Subprocess {
    let executable = URL(fileURLWithPath: "/usr/bin/env")
    return try await run(executable, [command] + arguments, in: folder, environment: environment, within: limit)
  }

  /// Starts a process and waits until it is gone, whoever ends it.
  private static func end(of process: Process, within limit: Duration) async throws {
    try Task.checkCancellation()
    let (ended, continuation) = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
    let deadline = Task {
      try await Task.sleep(for: limit)
      kill(process)
    }
    defer { deadline.cancel() }
    // A stream ends for whoever is cancelled, so somebody else waits for the process.
    let end = Task { for await _ in ended {} }
    await withTaskCancellationHandler {
      await end.value
    } onCancel: {
      kill(process)
    }
  }

  /// Ends a process, politely or not: what threads of the pool start has all polite signals blocked, as they have.
  private static func kill(_ process: Process) {
    guard process.isRunning else { return }
    Foundation.kill(process.processIdentifier, SIGKILL)
  }
}
