/// One finding about a document: what is wrong, where, and what to do about it.
///
/// Wording: plain words, lower case, no full stop, the smallest useful span. A note states a fact, the help names an
/// action. One mistake gets one report.
package struct Diagnostic: Sendable {
  /// How much a finding matters.
  package enum Severity: String, Sendable, Hashable, CaseIterable {
    /// Nothing is produced.
    case error
    /// Something is produced, and it may not be what was meant.
    case warning
    /// Nothing is wrong; worth knowing.
    case note
  }

  /// A fact that belongs to a finding, perhaps with a place of its own.
  package struct Note: Sendable {
    /// The fact, in lower case and without a full stop.
    package var message: String
    /// Where the fact can be seen.
    package var span: SourceSpan?

    /// - Parameters:
    ///   - message: the fact.
    ///   - span: where it can be seen.
    package init(_ message: String, at span: SourceSpan? = nil) {
      self.message = message
      self.span = span
    }
  }

  /// How much it matters.
  package var severity: Severity
  /// The kind of finding, as listed in ``DiagnosticCatalog``.
  package var tag: DiagnosticTag
  /// What is wrong, in one line.
  package var message: String
  /// The smallest part of the document that shows it.
  package var span: SourceSpan?
  /// A few words beside the underlined part.
  package var label: String?
  /// Facts that explain it.
  package var notes: [Note]
  /// What to do about it.
  package var help: String?

  /// - Parameters:
  ///   - severity: how much it matters.
  ///   - tag: the kind of finding.
  ///   - message: what is wrong, in one line.
  ///   - span: the smallest part of the document that shows it.
  ///   - label: a few words beside the underlined part.
  ///   - notes: facts that explain it.
  ///   - help: what to do about it.
  package init(
    _ severity: Severity,
    _ tag: DiagnosticTag,
    _ message: String,
    at span: SourceSpan? = nil,
    label: String? = nil,
    notes: [Note] = [],
    help: String? = nil
  ) {
    self.severity = severity
    self.tag = tag
    self.message = message
    self.span = span
    self.label = label
    self.notes = notes
    self.help = help
  }
}

/// How much a finding matters.
package typealias Severity = Diagnostic.Severity
