import RecastDiagnostics
import RecastYAMLReader

/// The Request Body Object.
package struct RequestBody: Sendable {
  /// What the body holds, CommonMark.
  package var description: String?
  /// Whether every request has a body.
  package var required: Bool
  /// The content types that the server takes, in document order.
  package var content: [MediaType]
  /// Where the body was described.
  package var span: SourceSpan
}

/// The Media Type Object: one content type and its schema.
package struct MediaType: Sendable {
  /// The content type as written, for example `application/json; charset=utf-8`.
  package var name: String
  /// The type of the content.
  package var schema: SchemaOrReference?
  /// How members of a form travel, in document order.
  package var encodings: [Encoding] = []
  /// The type of each item of content that is a stream.
  package var itemSchema: SchemaOrReference?
  /// Where the content type was written.
  package var span: SourceSpan

  /// The content type in lower case, without parameters.
  package var essence: String {
    // Nearly all are written so already, and it is asked for often.
    let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != 0x3B && !(0x41...0x5A).contains($0) }
    if isPlain { return name }
    let end = name.firstIndex(of: ";") ?? name.endIndex
    return name[..<end].split(whereSeparator: \.isWhitespace).joined().lowercased()
  }

  /// Whether the content is JSON: `application/json` or a type with the suffix `+json` (RFC 6839).
  package var isJSON: Bool {
    let essence = essence
    return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
      // What Java frameworks write when nobody says anything: a schema then describes JSON.
      || (essence == "*/*" && schema != nil)
  }
}

extension RequestBody {
  static func referenced(reading node: YAMLNode, _ reader: inout NodeReader) -> Referenced<RequestBody>? {
    reader.referenced(node, .requestBodies) { RequestBody(reading: $0, &$1) }
  }

  init(reading node: YAMLNode, _ reader: inout NodeReader) {
    reader.checkKeys(of: node, .requestBody)
    description = reader.text(node, "description")
    required = reader.bool(node, "required") ?? false
    content = MediaType.list(reading: node["content"], &reader)
    span = node.span
    // As Swagger 2.0 has it.
    guard let stray = node.entry("schema") else { return }
    MediaType.reportStray(stray, label: content.isEmpty ? "read as that of `application/json`" : "left out", &reader)
    if content.isEmpty { content = [MediaType(json: stray, &reader)] }
  }
}

extension MediaType {
  static func list(reading node: YAMLNode?, _ reader: inout NodeReader) -> [MediaType] {
    // Some documents refer to all content types at once, others to a single one.
    guard let node, let content = reader.followed(node, .mediaTypes) else { return [] }
    return reader.entries(content, "`content`").compactMap { MediaType(reading: $0, &reader) }
  }

  private init?(reading entry: YAMLEntry, _ reader: inout NodeReader) {
    if entry.key == "schema", entry.value.kind == .mapping {
      Self.reportStray(entry, label: "read as that of `application/json`", &reader)
      self.init(json: entry, &reader)
      return
    }
    guard let media = reader.followed(entry.value, .mediaTypes) else { return nil }
    if media["schema"] == nil, let stray = media.entries.first(where: { Self.schemaKeywords.contains($0.key) }) {
      Self.reportStray(stray, label: "read as if it stood in `schema`", &reader)
      self.init(name: entry.key, schema: SchemaOrReference(reading: media, &reader), span: entry.keySpan)
      return
    }
    reader.checkKeys(of: media, .mediaType)
    for key in media.entries where ["prefixEncoding", "itemEncoding"].contains(key.key) {
      reader.log.warning(
        .notGenerated,
        "the parts of this content are not told apart by their position",
        at: key.keySpan,
        label: "callers say of which type each part is"
      )
    }
    self.init(
      name: entry.key,
      schema: SchemaOrReference(reading: media["schema"], &reader),
      encodings: Encoding.list(reading: media["encoding"], &reader),
      itemSchema: SchemaOrReference(reading: media["itemSchema"], &reader),
      span: entry.keySpan
    )
  }

  /// What only a schema has, where `schema` was forgotten.
  private static let schemaKeywords: Set<String> = ["type", "properties", "allOf", "oneOf", "anyOf", "items"]

  /// JSON of the schema that stands where content should.
  fileprivate init(json schema: YAMLEntry, _ reader: inout NodeReader) {
    self.init(
      name: "application/json",
      schema: SchemaOrReference(reading: schema.value, &reader),
      span: schema.keySpan
    )
  }

  /// Reports what belongs to the schema of a content type, and stands somewhere else.
  fileprivate static func reportStray(_ entry: YAMLEntry, label: String, _ reader: inout NodeReader) {
    reader.log.warning(
      .strayKeyword,
      "`\(entry.key)` stands outside the schema of a content type",
      at: entry.keySpan,
      label: label,
      help: "write `content`, the content type and `schema` around it"
    )
  }
}
