import RecastDiagnostics

/// One difference between two documents, classified.
package struct Change: Sendable {
  /// The operation that a change is about.
  package struct Operation: Sendable, Hashable {
    /// The HTTP method, in capitals.
    package var method: String
    /// The path template, as the newer document that has it writes it.
    package var path: String

    /// - Parameters:
    ///   - method: the HTTP method, in capitals.
    ///   - path: the path template.
    package init(method: String, path: String) {
      self.method = method
      self.path = path
    }
  }

  /// The kind of change: see ``ChangeCatalog``.
  package var id: String
  /// How much it matters by the contract.
  package var level: ChangeLevel
  /// The operation; `nil` for what concerns the whole API.
  package var operation: Operation?
  /// What changed, in one line.
  package var text: String
  /// What that does to the values that travel.
  package var wire: String
  /// What it does to Swift code that calls the generated client.
  package var swift: SwiftEffect
  /// The same in words.
  package var swiftText: String
  /// The place in the old document.
  package var old: SourceSpan?
  /// The place in the new document.
  package var new: SourceSpan?
  /// The values that the text is made of.
  package var arguments: [String]
  /// What people know about the change that no document says.
  package var note: String?

  /// Takes what was found out about a change.
  package init(
    id: String,
    level: ChangeLevel,
    operation: Operation? = nil,
    text: String,
    wire: String,
    swift: SwiftEffect,
    swiftText: String,
    old: SourceSpan? = nil,
    new: SourceSpan? = nil,
    arguments: [String],
    note: String? = nil
  ) {
    self.id = id
    self.level = level
    self.operation = operation
    self.text = text
    self.wire = wire
    self.swift = swift
    self.swiftText = swiftText
    self.old = old
    self.new = new
    self.arguments = arguments
    self.note = note
  }

  /// Tells changes apart, in every run and however they are worded: as oasdiff does it, the start of the SHA-256 of
  /// the id, the operation and the values that the text is made of.
  package var fingerprint: String {
    let parts = [id, operation?.method ?? "", operation?.path ?? "", arguments.joined(separator: ";")]
    return String(SHA256.hexadecimal(of: Array(parts.joined(separator: ":").utf8)).prefix(12))
  }

  /// Whether the change is about something that only the new document has.
  package var isAddition: Bool { id.hasPrefix("new-") || id.hasSuffix("-added") || id.contains("-added-") }

  /// Whether the change is about something that only the old document has.
  package var isRemoval: Bool { id.contains("-removed") || id.hasSuffix("-deleted") }

  /// The text with the operation in front of it.
  package var sentence: String {
    operation.map { "`\($0.method) \($0.path)`: \(text)" } ?? text
  }
}

/// What came of comparing two documents.
package struct DocumentComparison: Sendable {
  /// What the old document is called.
  package var old: String
  /// What the new document is called.
  package var new: String
  /// The changes: first those of the whole API, then those of operations in the order of the new document.
  package var changes: [Change]

  /// - Parameters:
  ///   - old: what the old document is called.
  ///   - new: what the new document is called.
  ///   - changes: the changes in order.
  package init(old: String, new: String, changes: [Change]) {
    self.old = old
    self.new = new
    self.changes = changes
  }

  /// How many changes have a level.
  package func count(of level: ChangeLevel) -> Int { changes.count { $0.level == level } }

  /// How many changes have an effect on Swift code.
  package func count(of effect: SwiftEffect) -> Int { changes.count { $0.swift == effect } }
}
