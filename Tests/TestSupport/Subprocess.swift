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
  /// A program that is not done within the limit is told to end. Output goes through files, not pipes: a pipe that nobody empties in time would stop the program.
  package static func run(
    _ executable: URL,
    _ arguments: [String],
    in folder: URL,
    environment: [String: String] = [:],
    within limit: Duration = .seconds(900)
  ) async throws -> Subprocess {
    let streams = try TemporaryFolder()
    let output = streams.url.appendingPathComponent("output")
    let error = streams.url.appendingPathComponent("error")
    for file in [output, error] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    let (ended, continuation) = AsyncStream<Void>.makeStream()
    process.terminationHandler = { _ in continuation.finish() }
    try process.run()
    let deadline = Task {
      try await Task.sleep(for: limit)
      process.terminate()
    }
    for await _ in ended {}
    deadline.cancel()
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
}
