/// Collects findings in the order in which they are made. Every stage takes one and goes on as far as it sensibly can.
package struct DiagnosticLog: Sendable {
  /// All findings so far, in order.
  package private(set) var diagnostics: [Diagnostic] = []

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
    if let span = diagnostic.span {
      let place = "\(diagnostic.tag.name) \(span.file.path) \(span.range) \(diagnostic.message)"
      guard places.insert(place).inserted else { return }
    }
    counts[diagnostic.severity, default: 0] += 1
    diagnostics.append(diagnostic)
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
