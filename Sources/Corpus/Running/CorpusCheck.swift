import Foundation

/// Puts documents through the generator and the compiler.
package struct CorpusCheck: Sendable {
  private let scratch: URL
  private let modes: [ModuleCompiler.Mode]
  private let known: KnownFailures
  private let compiler: ModuleCompiler
  private let exercise: ClientExercise?
  private let queue: WorkQueue

  /// - Parameters:
  ///   - scratch: the folder that clients are written to, each to a folder of its own.
  ///   - modes: how each client is compiled.
  ///   - jobs: how many compilers run at a time, memory permitting.
  ///   - limit: how long one compiler may run.
  ///   - judges: the folder with the program that judges values and calls; `nil` when no client is driven.
  ///   - known: what is known to fail.
  package init(
    scratch: URL,
    modes: [ModuleCompiler.Mode],
    jobs: Int,
    limit: Duration,
    judges: URL?,
    known: KnownFailures
  ) {
    self.scratch = scratch
    self.modes = modes
    self.known = known
    compiler = ModuleCompiler(products: Self.products, limit: limit)
    exercise = judges.map { ClientExercise(products: Self.products, judges: $0, limit: limit) }
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
      return (document: document, run: run)
    }
    let jobs = runs.filter { $0.run.output != nil }.flatMap { run in
      modes.map { (run: run.run, document: run.document, mode: ModuleCompiler.Mode?.some($0)) }
        + (exercise == nil ? [] : [(run: run.run, document: run.document, mode: nil)])
    }
    let results = queue.map(jobs, need: { Self.memoryNeed(lines: $0.run.lineCount) }) { job in
      let name = job.mode?.rawValue ?? "exercise"
      let result = job.mode.map { compile(job.run, as: $0) } ?? drive(job.run, job.document)
      let outcome = (result.faults.isEmpty ? "ok" : "FAILED") + (result.summary.map { " (\($0))" } ?? "")
      let (seconds, memory) = (Int(result.processorSeconds.rounded()), result.peakMemory >> 20)
      progress("\(job.run.path) \(name): \(outcome), \(seconds) CPU s, \(memory) MB")
      return result
    }
    return runs.map(\.run).map { run in
      let own = zip(jobs, results).filter { $0.0.run.path == run.path }
      let compiled = own.compactMap { job, result in job.mode.map { ($0, result) } }
      return CorpusRow(
        run,
        compiled: Dictionary(uniqueKeysWithValues: compiled),
        exercised: own.first { $0.0.mode == nil }?.1,
        known: known
      )
    }
  }

  private func drive(_ run: DocumentRun, _ document: DocumentSearch.Found) -> ModuleCompiler.Result {
    do {
      // The driver must not be compiled with the client in the other runs, which may be going on.
      let folder = folder(of: run).appendingPathExtension("exercise")
      try run.write(to: folder)
      guard let output = run.output, let exercise else { return ModuleCompiler.Result(problem: "nothing to drive") }
      return try exercise.run(document, output: output, in: folder)
    } catch {
      return ModuleCompiler.Result(problem: "\(error)")
    }
  }

  private func compile(_ run: DocumentRun, as mode: ModuleCompiler.Mode) -> ModuleCompiler.Result {
    do {
      return try compiler.compile(folder(of: run), as: mode)
    } catch {
      return ModuleCompiler.Result(problem: "\(error)")
    }
  }

  private func folder(of run: DocumentRun) -> URL {
    scratch.appendingPathComponent(run.path.replacingOccurrences(of: "/", with: "--"), isDirectory: true)
  }

  /// What a compiler will take for a client of some lines, in bytes: measured, with a margin.
  private static func memoryNeed(lines: Int) -> Int { (300 << 20) + lines * 20_000 }
}
