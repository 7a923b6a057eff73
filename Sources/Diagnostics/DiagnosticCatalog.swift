/// Explains every kind of finding, for `explain` and for the documentation.
package enum DiagnosticCatalog {
  /// What there is to say about one kind of finding.
  package struct Entry: Sendable {
    /// The kind of finding.
    package let tag: DiagnosticTag
    /// One line: what the finding says.
    package let summary: String
    /// Why it is reported and what follows from it.
    package let explanation: String
    /// What to do about it.
    package let remedy: String

    /// - Parameters:
    ///   - tag: the kind of finding.
    ///   - summary: one line: what the finding says.
    ///   - explanation: why it is reported and what follows from it.
    ///   - remedy: what to do about it.
    package init(_ tag: DiagnosticTag, summary: String, explanation: String, remedy: String) {
      self.tag = tag
      self.summary = summary
      self.explanation = explanation
      self.remedy = remedy
    }
  }

  /// The entries of all stages, each stage's in one list below `Catalog/`.
  package static let entries: [DiagnosticTag: Entry] = {
    let stages = [yamlReader, overlay, openAPIDocument, clientPlan, answers, clientGenerator]
    return Dictionary(stages.joined().map { ($0.tag, $0) }, uniquingKeysWith: { first, _ in first })
  }()

  /// The entry of a tag given by name.
  package static func entry(named name: String) -> Entry? { entries[DiagnosticTag(name)] }
}
