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
      return node.kind == .integer ? Int32(text).map { .number(String($0)) } : nil
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
