import RecastYAMLReader

/// A value of a document that is about to become another document. Keys keep their order, as parameters do in Swift.
indirect enum DocumentValue: Equatable, Sendable {
  /// Keys with values.
  case mapping([Entry])
  /// A list.
  case list([DocumentValue])
  /// A string.
  case text(String)
  /// A number, a truth value or null, as it is written.
  case literal(String)

  /// A key with its value.
  struct Entry: Equatable, Sendable {
    var key: String
    var value: DocumentValue
  }

  init(_ node: YAMLNode) {
    switch node.kind {
    case .mapping: self = .mapping(node.entries.map { Entry(key: $0.key, value: DocumentValue($0.value)) })
    case .sequence: self = .list(node.items.map { DocumentValue($0) })
    case .string: self = .text(node.string ?? "")
    case .null: self = .literal("null")
    case .bool, .integer, .float: self = .literal(node.scalarText ?? "null")
    }
  }

  /// The entries of a mapping; nothing for other values.
  var entries: [Entry] { if case .mapping(let entries) = self { entries } else { [] } }

  /// The items of a list; nothing for other values.
  var items: [DocumentValue] { if case .list(let items) = self { items } else { [] } }

  /// The string; `nil` for other values.
  var text: String? { if case .text(let text) = self { text } else { nil } }

  /// The value of a key. Assigning `nil` removes the key; assigning to a key of anything but a mapping does nothing.
  subscript(_ key: String) -> DocumentValue? {
    get { entries.first { $0.key == key }?.value }
    set {
      guard case .mapping(var entries) = self else { return }
      let position = entries.firstIndex { $0.key == key }
      switch (position, newValue) {
      case (let position?, let value?): entries[position].value = value
      case (let position?, nil): entries.remove(at: position)
      case (nil, let value?): entries.append(Entry(key: key, value: value))
      case (nil, nil): return
      }
      self = .mapping(entries)
    }
  }

  /// The value with everything inside it changed, innermost first, and then itself.
  func rebuilt(_ change: (DocumentValue) -> DocumentValue) -> DocumentValue {
    switch self {
    case .mapping(let entries):
      change(.mapping(entries.map { Entry(key: $0.key, value: $0.value.rebuilt(change)) }))
    case .list(let items): change(.list(items.map { $0.rebuilt(change) }))
    case .text, .literal: change(self)
    }
  }

  /// The value as JSON.
  var json: String {
    switch self {
    case .mapping(let entries):
      "{" + entries.map { "\(Self.quoted($0.key)): \($0.value.json)" }.joined(separator: ",\n") + "}"
    case .list(let items): "[" + items.map(\.json).joined(separator: ", ") + "]"
    case .text(let text): Self.quoted(text)
    case .literal(let text): text
    }
  }

  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\t": result += "\\t"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}

extension DocumentValue: ExpressibleByStringLiteral, ExpressibleByBooleanLiteral, ExpressibleByArrayLiteral,
  ExpressibleByDictionaryLiteral
{
  init(stringLiteral text: String) { self = .text(text) }

  init(booleanLiteral value: Bool) { self = .literal("\(value)") }

  init(arrayLiteral items: DocumentValue...) { self = .list(items) }

  init(dictionaryLiteral entries: (String, DocumentValue)...) {
    self = .mapping(entries.map { Entry(key: $0, value: $1) })
  }
}
