/// Collects findings in the order in which they are made. Every stage takes one and goes on as far as it sensibly can.
package struct DiagnosticLog: Sendable {
  /// More findings than this are counted, not kept: a document can have one per byte.
  package static let mostKept = 100_000

  /// All findings so far, in order.
  package private(set) var diagnostics: [Diagnostic] = []
  /// What findings are to count as. What was reported before it was set is not forgotten by it.
  package var policy = SeverityPolicy()
  /// How many findings were counted and not kept.
  package private(set) var omittedCount = 0

  private var counts: [Severity: Int] = [:]
  private var places: Set<String> = []

  /// A log without findings.
  package init() {}

  /// Whether an error is among the findings, so that nothing may be produced.
  package var hasErrors: Bool { count(of: .error) > 0 }

  /// How many findings have this severity.
  package func count(of severity: Severity) -> Int { counts[severity, default: 0] }

  /// Adds a finding, unless the same has been said of the same place: a schema that is used twice is looked at twice.
  package mutating func report(_ diagnostic: Diagnostic) {
    guard let severity = policy.lowered(diagnostic) else { return }
    guard diagnostics.count < Self.mostKept else {
      omittedCount += 1
      counts[policy.settled(diagnostic), default: 0] += 1
      return
    }
    if let span = diagnostic.span {
      let place = "\(diagnostic.tag.name) \(span.file.path) \(span.range) \(diagnostic.message)"
      guard places.insert(place).inserted else { return }
    }
    var diagnostic = diagnostic
    diagnostic.severity = severity
    counts[severity, default: 0] += 1
    diagnostics.append(diagnostic)
  }

  /// Raises findings to what they are to count as, when all stages are done.
  package mutating func settle() {
    for index in diagnostics.indices {
      let (old, new) = (diagnostics[index].severity, policy.settled(diagnostics[index]))
      guard old != new else { continue }
      diagnostics[index].severity = new
      counts[old, default: 0] -= 1
      counts[new, default: 0] += 1
    }
  }

  /// Adds a finding that keeps anything from being produced.
  package mutating func error(
    _ tag: DiagnosticTag,
    _ message: String,
    at span: SourceSpan?,
    label: String? = nil,
    notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    report(Diagnostic(.error, tag, message, at: span, label: label, notes: notes, help: help))
  }

  /// Adds a finding about something that may not be what was meant.
  package mutating func warning(
    _ tag: DiagnosticTag,
    _ message: String,
    at span: SourceSpan?,
    label: String? = nil,
    notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    report(Diagnostic(.warning, tag, message, at: span, label: label, notes: notes, help: help))
  }

  /// Adds a finding that is merely worth knowing.
  package mutating func note(
    _ tag: DiagnosticTag,
    _ message: String,
    at span: SourceSpan?,
    label: String? = nil,
    notes: [Diagnostic.Note] = [],
    help: String? = nil
  ) {
    report(Diagnostic(.note, tag, message, at: span, label: label, notes: notes, help: help))
  }
}
