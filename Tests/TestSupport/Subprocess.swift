import Foundation

/// A program that ran to its end, with all it said.
package struct Subprocess: Sendable {
  /// The exit status.
  package let status: Int32
  /// What it wrote to standard output.
  package let output: String
  /// What it wrote to standard error.
  package let error: String

  /// Runs a program and waits for its end.
  ///
  /// Output goes through files, not pipes: a pipe that nobody empties in time would stop the program.
  package static func run(_ executable: URL, _ arguments: [String], in folder: URL) throws -> Subprocess {
    let streams = try TemporaryFolder()
    let output = streams.url.appendingPathComponent("output")
    let error = streams.url.appendingPathComponent("error")
    for file in [output, error] { try Data().write(to: file) }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = folder
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: error)
    try process.run()
    process.waitUntilExit()
    return Subprocess(
      status: process.terminationStatus,
      output: String(decoding: try Data(contentsOf: output), as: UTF8.self),
      error: String(decoding: try Data(contentsOf: error), as: UTF8.self)
    )
  }

  /// Runs a program that is looked up in `PATH`.
  package static func run(command: String, _ arguments: [String], in folder: URL) throws -> Subprocess {
    try run(URL(fileURLWithPath: "/usr/bin/env"), [command] + arguments, in: folder)
  }
}
