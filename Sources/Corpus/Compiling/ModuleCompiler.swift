import Foundation

/// Compiles a generated client as a module of its own against the runtime of this build.
package struct ModuleCompiler: Sendable {
  /// How far and under which rules a client is compiled.
  package enum Mode: String, Sendable, CaseIterable {
    /// To the end, machine code included.
    case object
    /// As far as it takes to find all faults.
    case typecheck
    /// The same, in a module whose declarations belong to the main actor unless they say otherwise.
    case mainActor = "main-actor"

    fileprivate func arguments(in folder: URL) -> [String] {
      switch self {
      case .object: ["-c", "-o", folder.appendingPathComponent("Client.o").path]
      case .typecheck: ["-typecheck"]
      case .mainActor: ["-typecheck", "-default-isolation", "MainActor"]
      }
    }
  }

  /// What a compiler run came to.
  package struct Result: Sendable {
    /// What the compiler said, or why it did not get to the end; empty when all is well.
    package let faults: String
    /// Processor seconds.
    package let processorSeconds: Double
    /// The most memory that it took, in bytes.
    package let peakMemory: Int
    /// What was done besides compiling, in one line.
    package var summary: String?

    init(faults: String, processorSeconds: Double, peakMemory: Int, summary: String? = nil) {
      self.faults = faults
      self.processorSeconds = processorSeconds
      self.peakMemory = peakMemory
      self.summary = summary
    }

    /// Something that could not even be started.
    init(problem: String) { self.init(faults: problem, processorSeconds: 0, peakMemory: 0) }
  }

  private let products: URL
  private let limit: Duration

  /// - Parameters:
  ///   - products: the folder of this build, with the modules that clients import.
  ///   - limit: how long one run may take.
  package init(products: URL, limit: Duration) {
    self.products = products
    self.limit = limit
  }

  /// Compiles the Swift files below a folder.
  package func compile(_ folder: URL, as mode: Mode) throws -> Result {
    try run(mode.arguments(in: folder), on: folder)
  }

  /// Compiles the Swift files below a folder and makes a program of them, the modules that they import included.
  func link(_ folder: URL, to program: URL) throws -> Result {
    let modules = ["RecastExercise", "RecastRuntime", "HTTPTypes", "Logging"]
    let objects = modules.flatMap { module in
      let build = products.appendingPathComponent("\(module).build")
      let names = (FileManager.default.subpaths(atPath: build.path) ?? []).filter { $0.hasSuffix(".o") }
      return names.sorted().map { build.appendingPathComponent($0).path }
    }
    return try run(["-emit-executable", "-o", program.path] + objects, on: folder)
  }

  private func run(_ arguments: [String], on folder: URL) throws -> Result {
    let paths = FileManager.default.subpaths(atPath: folder.path) ?? []
    let files = paths.filter { $0.hasSuffix(".swift") }.sorted().map { folder.appendingPathComponent($0).path }
    // Thousands of paths do not fit on a command line.
    let list = folder.appendingPathComponent("files-\(UUID().uuidString).txt")
    try Data((files + arguments).map { "\"\($0)\"" }.joined(separator: "\n").utf8).write(to: list)
    let process = try MeasuredProcess.run(
      [
        "swiftc", "-swift-version", "6", "-warnings-as-errors", "-parse-as-library", "-whole-module-optimization",
        "-Onone", "-module-name", "Client", "-package-name", "client",
        "-I", products.appendingPathComponent("Modules").path, "@\(list.path)",
      ],
      within: limit
    )
    return Result(
      faults: faults(process),
      processorSeconds: process.processorSeconds,
      peakMemory: process.peakMemory
    )
  }

  private func faults(_ process: MeasuredProcess) -> String {
    switch process.ending {
    case .exited(0): process.said
    case .exited(let status): process.said.isEmpty ? "swiftc exited with \(status)" : process.said
    case .killed(let signal): process.said + "swiftc was ended by signal \(signal)"
    case .outOfTime: process.said + "swiftc took longer than \(limit)"
    }
  }
}
