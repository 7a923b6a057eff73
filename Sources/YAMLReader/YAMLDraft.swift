import RecastDiagnostics

/// A value that no file holds as such: made of new texts and of values that are there already.
package indirect enum YAMLDraft: Sendable, ExpressibleByStringLiteral, ExpressibleByBooleanLiteral {
  /// A string.
  case text(String)
  /// A truth value.
  case bool(Bool)
  /// A value of the document that is being edited.
  case value(YAMLEditor.Reference)
  /// Keys with values; of the same key twice the first counts.
  case mapping([Entry])
  /// A list.
  case sequence([YAMLDraft])

  /// A key with its value.
  package struct Entry: Sendable {
    let key: YAMLDraft
    let value: YAMLDraft

    /// - Parameters:
    ///   - key: the key; a text or a scalar of the document.
    ///   - value: the value.
    package init(_ key: YAMLDraft, _ value: YAMLDraft) {
      self.key = key
      self.value = value
    }
  }

  /// A string.
  package init(stringLiteral text: String) { self = .text(text) }

  /// A truth value.
  package init(booleanLiteral value: Bool) { self = .bool(value) }
}

extension YAMLNode {
  /// A document of its own.
  ///
  /// - Parameters:
  ///   - draft: what it says.
  ///   - span: the place that stands for all of its values.
  package init(_ draft: YAMLDraft, at span: SourceSpan) {
    var editor = YAMLEditor(at: span)
    let root = editor.add(draft, at: editor.root)
    self = editor.node(root)
  }
}

extension YAMLEditor {
  /// Adds a value to the document. Everything new in it has the place of a value that is there.
  package mutating func add(_ draft: YAMLDraft, at origin: Reference) -> Reference {
    switch draft {
    case .value(let value): return value
    case .text(let text): return addScalar(text, .string, at: origin)
    case .bool(let value): return addScalar(value.description, .bool, at: origin)
    case .sequence(let items):
      return addSequence(items.map { add($0, at: origin) }, replacing: origin)
    case .mapping(let entries):
      let added = entries.map { YAMLEditor.Entry(key: add($0.key, at: origin), value: add($0.value, at: origin)) }
      return addMapping(added, replacing: origin)
    }
  }
}
