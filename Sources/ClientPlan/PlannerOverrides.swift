import RecastDiagnostics

/// Names and types that the configuration decides instead of the document.
package struct PlannerOverrides: Sendable {
  /// What is decided.
  package enum Subject: Hashable, Sendable {
    /// The name of a schema component.
    case schemaName
    /// The name of a property, by `Type.member`: the Swift type and the name on the wire.
    case propertyName
    /// The name of an operation's method, by `operationId` or `GET /path`.
    case operationName
    /// The name of a resource, by tag or path.
    case resourceName
    /// The type of all values of a format.
    case formatType
    /// The type of a schema component.
    case schemaType
    /// The type of a property, by `Type.member`.
    case propertyType
  }

  /// One decision.
  package struct Entry: Sendable {
    /// What was written.
    package var text: String
    /// The type, if the entry decides one.
    package var type: TypeReference?
    /// Where the key was written.
    package var span: SourceSpan

    /// - Parameters:
    ///   - text: what was written.
    ///   - type: the type, if the entry decides one.
    ///   - span: where the key was written.
    package init(text: String, type: TypeReference?, span: SourceSpan) {
      self.text = text
      self.type = type
      self.span = span
    }
  }

  private struct Key: Hashable {
    var subject: Subject
    var name: String
  }

  private var entries: [Key: Entry] = [:]
  private var used: Set<Key> = []

  /// Nothing is decided.
  package init() {}

  /// Whether nothing is decided.
  var isEmpty: Bool { entries.isEmpty }

  /// Adds a decision.
  package mutating func add(_ subject: Subject, _ name: String, _ entry: Entry) {
    entries[Key(subject: subject, name: name)] = entry
  }

  /// What was decided about something, which counts as found from now on.
  mutating func take(_ subject: Subject, _ name: String) -> Entry? {
    guard !entries.isEmpty else { return nil }
    let key = Key(subject: subject, name: name)
    guard let entry = entries[key] else { return nil }
    used.insert(key)
    return entry
  }

  /// Reports what decides nothing: most often a misspelling, or something that the document no longer has.
  func reportUnused(_ log: inout DiagnosticLog) {
    let unused = entries.filter { !used.contains($0.key) }
    for (key, entry) in unused.sorted(by: { $0.value.span.range.lowerBound < $1.value.span.range.lowerBound }) {
      log.error(
        .invalidConfiguration,
        "the document has nothing called `\(key.name)`",
        at: entry.span,
        label: key.subject.place,
        help: "correct the key, or remove it"
      )
    }
  }
}

extension PlannerOverrides.Subject {
  /// What the key of an entry has to be.
  fileprivate var place: String {
    switch self {
    case .schemaName, .schemaType: "no schema below `components` has this name"
    case .propertyName, .propertyType: "a Swift type, a point, and a member as the document writes it"
    case .operationName: "no `operationId`, and no method with a path"
    case .resourceName: "no tag of an operation, and no start of a path"
    case .formatType: "no schema has this format"
    }
  }
}
