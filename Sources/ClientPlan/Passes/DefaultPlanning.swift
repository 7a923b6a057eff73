import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// A default of the document.
struct PlannedDefault {
  /// What initializers take it as, if Swift can write it down.
  var literal: PlannedLiteral?
  /// What is said about it where initializers cannot have it.
  var note: String?
}

extension TypePlanner {
  /// The default of a member of the given type; one that the type cannot have is reported.
  mutating func plannedDefault(_ node: YAMLNode?, _ type: TypeReference) -> PlannedDefault {
    guard let node, !node.isNull else { return PlannedDefault() }
    if let literal = literal(node, type) { return PlannedDefault(literal: literal) }
    let text = ShortJSON.text(node)
    if let literal = otherwiseWritten(node, type) {
      log.warning(
        .unusableDefault,
        "the default is \(node.kind == .string ? "a text" : "no text"), and its type is not",
        at: node.span,
        label: "read as \(node.kind == .string ? "what it says" : "a text")",
        help: "correct the default, or the type"
      )
      return PlannedDefault(literal: literal)
    }
    guard isPossible(node, type) else {
      log.warning(
        .unusableDefault,
        "the default is not a value of its type",
        at: node.span,
        label: "left out",
        help: "correct the default, or the type"
      )
      return PlannedDefault()
    }
    return PlannedDefault(note: text.map { "When left out: `\($0)`." })
  }

  /// A default that is a value of its type but for its quotation marks: too many, or none.
  private func otherwiseWritten(_ node: YAMLNode, _ type: TypeReference) -> PlannedLiteral? {
    guard let text = node.scalarText else { return nil }
    switch (node.kind, type) {
    case (.integer, .string), (.float, .string), (.bool, .string): return .string(text)
    case (.string, .bool): return Bool(text).map { .bool($0) }
    case (.string, .int), (.string, .int32), (.string, .int64): return Int32(text).map { .number(String($0)) }
    case (.string, .double), (.string, .float), (.string, .decimal):
      return Double(text).flatMap { $0.isFinite ? .number("\($0)") : nil }
    default: return nil
    }
  }

  /// A value of the document in Swift, if it is one of the given type.
  func literal(_ node: YAMLNode?, _ type: TypeReference) -> PlannedLiteral? {
    guard let node, !node.isNull else { return nil }
    switch type {
    case .array(let element):
      let items = node.kind == .sequence && node.items.count <= 20 ? Array(node.items) : nil
      let literals = items?.compactMap { literal($0, element) }
      return literals.flatMap { $0.count == items?.count ? .array($0) : nil }
    case .map: return node.kind == .mapping && node.entries.isEmpty ? .emptyMap : nil
    default: return node.scalarText.flatMap { scalar(node, $0, type) }
    }
  }

  private func scalar(_ node: YAMLNode, _ text: String, _ type: TypeReference) -> PlannedLiteral? {
    switch type {
    case .string: return node.kind == .string ? .string(text) : nil
    case .bool: return node.bool.map { .bool($0) }
    case .int, .int32, .int64:
      // `1.0` is an integer as well (JSON Schema 2020-12, section 6.1.1).
      let whole = text.hasSuffix(".0") ? String(text.dropLast(2)) : text
      return node.kind == .integer || node.kind == .float ? Int32(whole).map { .number(String($0)) } : nil
    case .uint64: return node.kind == .integer ? UInt32(text).map { .number(String($0)) } : nil
    case .double, .float, .decimal:
      guard node.kind == .integer || node.kind == .float, let number = Double(text), number.isFinite else { return nil }
      return .number("\(number)")
    case .named(let name):
      guard case .enumeration(let enumeration)? = declared[name]?.kind else { return nil }
      return enumeration.cases.first { $0.rawValue == text }.map { .member($0.name) }
    default: return nil
    }
  }

  /// Whether a value could be of a type at all.
  private func isPossible(_ node: YAMLNode, _ type: TypeReference) -> Bool {
    switch type {
    case .date, .calendarDate, .uuid, .url, .data, .stringEncoded, .csvText: return node.kind == .string
    case .int, .int32, .int64, .uint64: return node.kind == .integer
    case .array, .budgetTable: return node.kind == .sequence
    case .map: return node.kind == .mapping
    case .json, .uploadFile, .multipartField: return true
    case .nullable(let inner): return isPossible(node, inner)
    case .named(let name):
      switch declared[name]?.kind {
      case .object: return node.kind == .mapping
      case .enumeration: return false
      // What is being planned at the moment is a type that holds itself.
      case .union, nil: return true
      }
    case .string, .bool, .letterBool, .double, .float, .decimal: return false
    }
  }
}
