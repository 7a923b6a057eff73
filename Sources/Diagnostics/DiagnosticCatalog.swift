/// Explains every kind of finding, for `explain` and for the documentation.
package enum DiagnosticCatalog {
  /// How much a kind of finding matters, unless the configuration says otherwise.
  package enum Weight: String, Sendable {
    /// Nothing can be generated from a document with it, so that it is an error whatever the configuration says.
    case fatal
    /// It is an error.
    case error
    /// It is a warning.
    case warning
    /// It is a note.
    case note

    /// The severity that findings of this weight have.
    package var severity: Severity {
      switch self {
      case .fatal, .error: .error
      case .warning: .warning
      case .note: .note
      }
    }
  }

  /// What there is to say about one kind of finding.
  package struct Entry: Sendable {
    /// The kind of finding.
    package let tag: DiagnosticTag
    /// How much it matters, at most.
    package let weight: Weight
    /// One line: what the finding says.
    package let summary: String
    /// Why it is reported and what follows from it.
    package let explanation: String
    /// What to do about it.
    package let remedy: String

    /// - Parameters:
    ///   - tag: the kind of finding.
    ///   - weight: how much it matters, at most.
    ///   - summary: one line: what the finding says.
    ///   - explanation: why it is reported and what follows from it.
    ///   - remedy: what to do about it.
    package init(
      _ tag: DiagnosticTag,
      _ weight: Weight = .warning,
      summary: String,
      explanation: String,
      remedy: String
    ) {
      self.tag = tag
      self.weight = weight
      self.summary = summary
      self.explanation = explanation
      self.remedy = remedy
    }
  }

  /// The stages in the order in which they run, each with what it reports, sorted by tag.
  package static let stages: [(title: String, entries: [Entry])] = [
    ("Reading YAML and JSON", yamlReader),
    ("Applying overlays", overlay),
    ("Reading OpenAPI", openAPIDocument),
    ("Following references", references),
    ("Planning the client", clientPlan + requests + answers + connections),
    ("Configuration", clientGenerator),
  ].map { ($0.0, $0.1.sorted { $0.tag.name < $1.tag.name }) }

  /// The entries of all stages, each stage's in one list below `Catalog/`.
  package static let entries: [DiagnosticTag: Entry] = Dictionary(
    stages.flatMap(\.entries).map { ($0.tag, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  /// The entry of a tag given by name.
  package static func entry(named name: String) -> Entry? { entries[DiagnosticTag(name)] }
}
