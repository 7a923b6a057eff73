import RecastDiagnostics
import RecastYAMLReader

/// A document as values that can be changed, and written as JSON.
package indirect enum DocumentTree: Sendable {
  /// A number, `true`, `false`, `null`, or a string in its quotes.
  case scalar(String)
  /// A list.
  case list([DocumentTree])
  /// A mapping; nothing keeps a key from standing in it twice.
  case mapping([(key: String, value: DocumentTree)])

  /// Larger documents take too long to be changed thousands of times.
  private static let mostNodes = 100_000

  /// Reads a document; `nil` when it cannot be read, or is too large.
  package init?(reading bytes: [UInt8]) {
    var log = DiagnosticLog()
    let limits = YAMLLimits(nodes: Self.mostNodes, expandedNodes: Self.mostNodes)
    let file = SourceFile(path: "document", bytes: bytes)
    guard let root = YAMLParser.parse(file, limits: limits, log: &log) else { return nil }
    self.init(root)
  }

  private init(_ node: YAMLNode) {
    switch node.kind {
    case .mapping: self = .mapping(node.entries.map { ($0.key, DocumentTree($0.value)) })
    case .sequence: self = .list(node.items.map(DocumentTree.init))
    case .null: self = .scalar("null")
    case .bool: self = .scalar(node.scalarText?.lowercased() == "true" ? "true" : "false")
    case .integer, .float:
      let text = node.scalarText ?? "0"
      self = Double(text).map { $0.isFinite } == true && !text.hasPrefix("+") ? .scalar(text) : .text(text)
    default: self = .text(node.scalarText ?? "")
    }
  }

  /// A string.
  static func text(_ text: String) -> DocumentTree { .scalar(quoted(text)) }

  /// The string that this is.
  var string: String? {
    guard case .scalar(let text) = self, text.hasPrefix("\"") else { return nil }
    return String(text.dropFirst().dropLast())
  }

  /// How many values there are, this one included.
  var count: Int {
    switch self {
    case .scalar: 1
    case .list(let items): items.reduce(1) { $0 + $1.count }
    case .mapping(let entries): entries.reduce(1) { $0 + $1.value.count }
    }
  }

  /// The document as JSON on few lines.
  package var json: [UInt8] {
    var text = ""
    write(to: &text)
    return Array((text + "\n").utf8)
  }

  private func write(to text: inout String) {
    switch self {
    case .scalar(let scalar): text += scalar
    case .list(let items):
      text += "["
      for (position, item) in items.enumerated() {
        if position > 0 { text += ", " }
        item.write(to: &text)
      }
      text += "]"
    case .mapping(let entries):
      text += "{"
      for (position, entry) in entries.enumerated() {
        text += (position > 0 ? ",\n" : "") + Self.quoted(entry.key) + ": "
        entry.value.write(to: &text)
      }
      text += "}"
    }
  }

  private static func quoted(_ text: String) -> String {
    text.unicodeScalars.reduce(into: "\"") { result, scalar in
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case _ where scalar.value < 0x20:
        result += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: result.unicodeScalars.append(scalar)
      }
    } + "\""
  }
}

extension DocumentTree {
  /// Changes the value at a position, counted as the values are written.
  mutating func change(at position: Int, _ body: (inout DocumentTree) -> Void) {
    var position = position
    _ = visit(&position, body)
  }

  /// The value at a position.
  func value(at position: Int) -> DocumentTree {
    var result = self
    var copy = self
    copy.change(at: position) { result = $0 }
    return result
  }

  private mutating func visit(_ position: inout Int, _ body: (inout DocumentTree) -> Void) -> Bool {
    if position == 0 {
      body(&self)
      return true
    }
    position -= 1
    switch self {
    case .scalar: return false
    case .list(var items):
      defer { self = .list(items) }
      for index in items.indices where items[index].visit(&position, body) { return true }
    case .mapping(var entries):
      defer { self = .mapping(entries) }
      for index in entries.indices where entries[index].value.visit(&position, body) { return true }
    }
    return false
  }
}
