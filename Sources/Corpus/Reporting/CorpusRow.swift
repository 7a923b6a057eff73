import Foundation

/// One line of the corpus table: a document and what came of it.
package struct CorpusRow: Sendable {
  /// The generator's part.
  package let run: DocumentRun
  /// The compiler's part, by mode; empty when nothing was compiled.
  package let compiled: [ModuleCompiler.Mode: ModuleCompiler.Result]
  /// What came of driving the client; `nil` when it was not driven.
  package let exercised: ModuleCompiler.Result?
  /// What is wrong.
  package let verdict: Verdict

  /// The share of stated types that each document has to keep, in percent.
  package static let leastTyped = 95.0

  /// - Parameters:
  ///   - run: the generator's part.
  ///   - compiled: the compiler's part, by mode.
  ///   - exercised: what came of driving the client.
  ///   - known: what is known to fail.
  package init(
    _ run: DocumentRun,
    compiled: [ModuleCompiler.Mode: ModuleCompiler.Result],
    exercised: ModuleCompiler.Result?,
    known: KnownFailures
  ) {
    self.exercised = exercised
    self.run = run
    self.compiled = compiled
    var failed: [(Verdict.Check, String)] = []
    var checked: Set<Verdict.Check> = [.generate]
    if run.output == nil {
      let errors = run.log.diagnostics.filter { $0.severity == .error }
      failed.append(
        (
          .generate,
          errors.map { "\($0.span.map { "\($0): " } ?? "")\($0.message) [\($0.tag.name)]" }
            .joined(separator: "\n")
        )
      )
    } else if let coverage = run.coverage {
      checked.formUnion([.loss, .typed])
      if !coverage.losses.isEmpty {
        failed.append(
          (
            .loss,
            coverage.losses.map { "\($0.span): neither emitted nor reported: \($0.description)" }
              .joined(separator: "\n")
          )
        )
      }
      if let percent = Self.percent(coverage.types), percent < Self.leastTyped {
        failed.append(
          (
            .typed,
            coverage.untyped.map { "\($0.span): came out as JSONValue: \($0.description)" }
              .joined(separator: "\n")
          )
        )
      }
    }
    for (mode, result) in compiled.sorted(by: { $0.key.rawValue < $1.key.rawValue }) {
      let check: Verdict.Check = mode == .mainActor ? .mainActor : .compile
      checked.insert(check)
      if !result.faults.isEmpty { failed.append((check, result.faults)) }
    }
    if let exercised {
      checked.insert(.exercise)
      if !exercised.faults.isEmpty { failed.append((.exercise, exercised.faults)) }
    }
    verdict = Verdict(path: run.path, failed: failed, checked: checked, known: known)
  }

  /// Whether a client came out and all compilers that ran took it.
  package var isCompiled: Bool { !compiled.isEmpty && compiled.values.allSatisfy { $0.faults.isEmpty } }

  /// The names of the columns.
  package static let header = [
    "document", "operations", "emitted", "properties", "emitted", "typed %", "findings", "seconds", "MB/s", "lines",
    "compile CPU s", "verdict",
  ]

  /// The text of the columns.
  package var fields: [String] {
    let coverage = run.coverage
    let cost = compiled.isEmpty ? "" : format(compiled.values.reduce(0) { $0 + $1.processorSeconds }, 1)
    let findings = run.findingCounts.map { "\($0.tag) \($0.count)" }.joined(separator: ", ")
    let counts = coverage.map {
      [$0.operations.documented, $0.operations.emitted, $0.properties.documented, $0.properties.emitted]
    }
    return [run.path] + (counts?.map { "\($0)" } ?? ["", "", "", ""]) + [
      coverage.flatMap { Self.percent($0.types) }.map { format($0, 1) } ?? "",
      findings,
      format(run.seconds, 3),
      format(Double(run.size) / 1_000_000 / max(run.seconds, 0.000_001), 1),
      "\(run.lineCount)",
      cost,
      verdict.summary,
    ]
  }

  /// The share of stated types that was kept, in percent; `nil` when none is stated.
  package static func percent(_ types: (stated: Int, kept: Int)) -> Double? {
    types.stated == 0 ? nil : Double(types.kept) / Double(types.stated) * 100
  }

  private func format(_ value: Double, _ digits: Int) -> String { String(format: "%.\(digits)f", value) }
}
