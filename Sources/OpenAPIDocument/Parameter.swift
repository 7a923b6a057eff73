import RecastDiagnostics
import RecastYAMLReader

/// The Parameter Object: a value in the path, the query, a header or a cookie.
package struct Parameter: Sendable {
  /// Where the value is sent.
  package enum Location: String, Sendable {
    case path, query, header, cookie
  }

  /// The name on the wire.
  package var name: String
  /// Where the value is sent.
  package var location: Location
  /// What the value means, CommonMark.
  package var description: String?
  /// Whether every request carries the parameter; always so in a path.
  package var required: Bool
  /// Whether callers should stop using the parameter.
  package var deprecated: Bool
  /// How structured values are written, such as `form` or `deepObject`; `nil` stands for the location's default.
  package var style: String?
  /// Whether each element of an array becomes a parameter of its own; `nil` stands for the style's default.
  package var explode: Bool?
  /// The type of the value.
  package var schema: SchemaOrReference?
  /// The Swift label, from `x-client-name`.
  package var clientName: String?
  /// Where the parameter was written.
  package var span: SourceSpan
}

extension Parameter {
  static func referenced(reading node: YAMLNode, _ reader: inout NodeReader) -> Referenced<Parameter>? {
    reader.referenced(node, .parameters) { Parameter(reading: $0, &$1) }
  }

  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    reader.checkKeys(of: node, .parameter)
    guard let name = reader.text(node, "name") else {
      reader.log.error(.invalidDocument, "a parameter has no `name`", at: node.span, help: "add a `name`")
      return nil
    }
    guard let place = reader.text(node, "in"), let location = Location(rawValue: place) else {
      reader.log.error(
        .invalidDocument,
        "parameter `\(name)` does not say where it is sent",
        at: node["in"]?.span ?? node.span,
        help: "set `in` to `path`, `query`, `header` or `cookie`"
      )
      return nil
    }
    self.name = name
    self.location = location
    description = reader.text(node, "description")
    required = location == .path || reader.bool(node, "required") ?? false
    deprecated = reader.bool(node, "deprecated") ?? false
    style = reader.text(node, "style")
    explode = reader.bool(node, "explode")
    clientName = reader.text(node, "x-client-name")
    span = node.span
    schema = SchemaOrReference(reading: node["schema"], &reader)
    if schema == nil, let content = node["content"]?.entries.first?.value["schema"] {
      schema = SchemaOrReference(reading: content, &reader)
    }
    if schema == nil, node["type"] != nil {
      // Rails generators write the schema's keywords beside `name`; there is one sensible reading.
      reader.log.warning(
        .strayKeyword,
        "parameter `\(name)` has its `type` outside `schema`",
        at: node.span,
        label: "read as if it stood in `schema`",
        help: "move it into `schema`"
      )
      schema = SchemaOrReference(readingStrayKeywordsOf: node, &reader)
    }
  }
}
