import Foundation

/// Puts documents through the generator and the compiler.
package struct CorpusCheck: Sendable {
  private let scratch: URL
  private let modes: [ModuleCompiler.Mode]
  private let known: KnownFailures
  private let compiler: ModuleCompiler
  private let queue: WorkQueue

  /// - Parameters:
  ///   - scratch: the folder that clients are written to, each to a folder of its own.
  ///   - modes: how each client is compiled.
  ///   - jobs: how many compilers run at a time, memory permitting.
  ///   - limit: how long one compiler may run.
  ///   - known: what is known to fail.
  package init(scratch: URL, modes: [ModuleCompiler.Mode], jobs: Int, limit: Duration, known: KnownFailures) {
    self.scratch = scratch
    self.modes = modes
    self.known = known
    compiler = ModuleCompiler(products: Self.products, limit: limit)
    queue = WorkQueue(width: jobs, memory: WorkQueue.usualMemory)
  }

  /// The folder of the build that this program belongs to.
  private static var products: URL {
    (Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])).deletingLastPathComponent()
  }

  /// Checks documents, one row for each.
  ///
  /// - Parameter progress: takes a line about each document that was compiled.
  package func rows(
    of documents: [DocumentSearch.Found],
    progress: @escaping @Sendable (String) -> Void
  ) throws -> [CorpusRow] {
    let runs = try documents.map { document in
      let run = try DocumentRun(document)
      try? FileManager.default.removeItem(at: folder(of: run))
      if run.output != nil { try run.write(to: folder(of: run)) }
      return run
    }
    let jobs = runs.filter { $0.output != nil }.flatMap { run in modes.map { (run: run, mode: $0) } }
    let results = queue.map(jobs, need: { Self.memoryNeed(lines: $0.run.lineCount) }) { job in
      let result = compile(job.run, as: job.mode)
      let outcome = result.faults.isEmpty ? "ok" : "FAILED"
      let (seconds, memory) = (Int(result.processorSeconds.rounded()), result.peakMemory >> 20)
      progress("\(job.run.path) \(job.mode.rawValue): \(outcome), \(seconds) CPU s, \(memory) MB")
      return result
    }
    var compiled: [String: [ModuleCompiler.Mode: ModuleCompiler.Result]] = [:]
    for (job, result) in zip(jobs, results) { compiled[job.run.path, default: [:]][job.mode] = result }
    return runs.map { CorpusRow($0, compiled: compiled[$0.path] ?? [:], known: known) }
  }

  private func compile(_ run: DocumentRun, as mode: ModuleCompiler.Mode) -> ModuleCompiler.Result {
    do {
      return try compiler.compile(folder(of: run), as: mode)
    } catch {
      return ModuleCompiler.Result(faults: "\(error)", processorSeconds: 0, peakMemory: 0)
    }
  }

  private func folder(of run: DocumentRun) -> URL {
    scratch.appendingPathComponent(run.path.replacingOccurrences(of: "/", with: "--"), isDirectory: true)
  }

  /// What a compiler will take for a client of some lines, in bytes: measured, with a margin.
  private static func memoryNeed(lines: Int) -> Int { (300 << 20) + lines * 20_000 }
}
