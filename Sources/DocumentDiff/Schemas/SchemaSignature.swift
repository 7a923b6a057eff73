import RecastClientPlan
import RecastOpenAPIDocument

/// What a schema looks like from not too near: enough to recognise an alternative that has another name now.
struct SchemaSignature: Equatable {
  /// How deep schemas are looked into.
  private static let depth = 4
  /// How many members and alternatives are looked at on the way.
  private static let mostParts = 500

  /// The schema in one text.
  let text: String
  /// The names of its members.
  let members: Set<String>

  init(_ schema: SchemaOrReference, in document: inout ResolvedDocument) {
    var left = Self.mostParts
    text = Self.text(schema, depth: Self.depth, &left, &document)
    members = Set(document.schema(schema).schema.properties.map(\.name))
  }

  /// How many of the members both have: 0 for none, 1 for all.
  func likeness(to other: SchemaSignature) -> Double {
    if text == other.text { return 1 }
    let all = members.union(other.members)
    guard !all.isEmpty else { return 0 }
    return Double(members.intersection(other.members).count) / Double(all.count)
  }

  private static func text(
    _ written: SchemaOrReference,
    depth: Int,
    _ left: inout Int,
    _ document: inout ResolvedDocument
  ) -> String {
    left -= 1
    guard depth > 0, left > 0 else { return "…" }
    let schema = document.schema(written).schema
    var parts = [SchemaType.Description(schema).text]
    if schema.nullable { parts.append("null") }
    if let values = schema.enumValues {
      parts.append("enum(\(values.map(\.shortText).sorted().joined(separator: ",")))")
    }
    let required = Set(schema.required.map(\.name))
    for property in schema.properties.sorted(by: { $0.name < $1.name }) {
      let mark = required.contains(property.name) ? "!" : ""
      parts.append("\(property.name)\(mark):\(text(property.schema, depth: depth - 1, &left, &document))")
    }
    parts += required.subtracting(schema.properties.map(\.name)).sorted().map { "\($0)!" }
    if let items = schema.items { parts.append("[\(text(items, depth: depth - 1, &left, &document))]") }
    if case .schema(let value) = schema.additionalProperties {
      parts.append("{\(text(value, depth: depth - 1, &left, &document))}")
    }
    parts += schema.oneOf.map { "|\(text($0, depth: depth - 1, &left, &document))" }.sorted()
    return parts.joined(separator: " ")
  }
}
