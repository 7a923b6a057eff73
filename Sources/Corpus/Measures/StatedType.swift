import RecastClientPlan
import RecastYAMLReader

/// Tells whether a schema states a type, and whether Swift has lost it.
struct StatedType {
  let parts: DocumentParts

  /// Whether a type came out as `JSONValue`, itself or in its elements, although the schema states what it is.
  func isLost(_ type: TypeReference, of schema: YAMLNode) -> Bool {
    guard let schema = resolved(schema), states(schema) else { return false }
    return switch type {
    case .json: true
    case .nullable(let type), .stringEncoded(let type): isLost(type, of: schema)
    case .array(let type): schema["items"].map { isLost(type, of: $0) } ?? false
    case .map(let type): schema["additionalProperties"].map { isLost(type, of: $0) } ?? false
    default: false
    }
  }

  /// Whether a schema says what its values are: a type other than null, values, members, or alternatives of which all
  /// say so.
  func states(_ schema: YAMLNode, depth: Int = 0) -> Bool {
    guard depth < Self.deepest, let schema = resolved(schema) else { return false }
    if let type = schema["type"] {
      let names = type.kind == .sequence ? type.items.compactMap(\.scalarText) : [type.scalarText].compactMap { $0 }
      return names.contains { Self.typeNames.contains($0) }
    }
    if !(schema["properties"]?.entries.isEmpty ?? true) { return true }
    if let values = schema["enum"]?.items, !values.isEmpty { return values.contains { !$0.isNull } }
    let parts = (schema["allOf"]?.items).map(Array.init) ?? []
    if parts.contains(where: { states($0, depth: depth + 1) }) { return true }
    let alternatives = (schema["oneOf"] ?? schema["anyOf"])?.items.filter { !isNull($0) } ?? []
    return !alternatives.isEmpty && alternatives.allSatisfy { states($0, depth: depth + 1) }
  }

  private func isNull(_ schema: YAMLNode) -> Bool { schema["type"]?.scalarText == "null" }

  /// The schema behind however many references.
  private func resolved(_ schema: YAMLNode) -> YAMLNode? {
    var schema = schema
    for _ in 0..<Self.deepest {
      guard let reference = schema.entry("$ref"), let text = reference.value.string else { return schema }
      guard let target = parts.target(of: text, seenFrom: reference.keySpan.file.path) else { return nil }
      schema = target
    }
    return nil
  }

  private static let deepest = 32
  private static let typeNames: Set<String> = ["string", "integer", "number", "boolean", "array", "object"]
}
