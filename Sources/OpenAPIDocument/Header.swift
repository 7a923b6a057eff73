import RecastDiagnostics
import RecastYAMLReader

/// The Header Object: a field in the head of an answer.
package struct Header: Sendable {
  /// The field's name.
  package var name: String
  /// What the value means, CommonMark.
  package var description: String?
  /// Whether every answer has the field.
  package var required: Bool
  /// The type of the value.
  package var schema: SchemaOrReference?
  /// Where the name was written.
  package var span: SourceSpan
}

extension Header {
  static func list(reading node: YAMLNode?, _ reader: inout NodeReader) -> [Header] {
    reader.entries(node, "`headers`").compactMap { entry in
      guard let node = reader.followed(entry.value, .headers) else { return nil }
      guard node.kind == .mapping else {
        reader.unexpected(node, wanted: "a header")
        return nil
      }
      reader.checkKeys(of: node, .header)
      return Header(
        name: entry.key,
        description: reader.text(node, "description"),
        required: reader.bool(node, "required") ?? false,
        schema: SchemaOrReference(
          reading: node["schema"] ?? node["content"]?.entries.first?.value["schema"],
          &reader
        ),
        span: entry.keySpan
      )
    }
  }
}
