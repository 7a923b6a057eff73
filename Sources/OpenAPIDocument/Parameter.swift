import RecastDiagnostics
import RecastYAMLReader

/// The Parameter Object: a value in the path, the query, a header or a cookie.
package struct Parameter: Sendable {
  /// Where the value is sent.
  package enum Location: String, Sendable {
    case path, query, header, cookie
    /// The whole query, whose form the parameter's content describes (OpenAPI 3.2).
    case querystring
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
  /// Whether reserved characters stand for themselves.
  package var allowsReserved: Bool
  /// The type of the value.
  package var schema: SchemaOrReference?
  /// What the value is written as, instead of in a style.
  package var content: MediaType?
  /// The Swift label, from `x-client-name`.
  package var clientName: String?
  /// Where the parameter was written.
  package var span: SourceSpan

  /// A parameter that is not read from a document.
  package init(
    name: String,
    location: Location,
    required: Bool,
    deprecated: Bool,
    allowsReserved: Bool,
    schema: SchemaOrReference?,
    span: SourceSpan
  ) {
    self.name = name
    self.location = location
    self.required = required
    self.deprecated = deprecated
    self.allowsReserved = allowsReserved
    self.schema = schema
    self.span = span
  }
}

extension Parameter {
  static func referenced(reading node: YAMLNode, _ reader: inout NodeReader) -> Referenced<Parameter>? {
    reader.referenced(node, .parameters) { Parameter(reading: $0, &$1) }
  }

  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    reader.checkKeys(of: node, .parameter)
    guard let name = reader.text(node, "name") else {
      reader.log.warning(
        .invalidDocument,
        "a parameter has no `name`",
        at: node.span,
        label: "left out",
        help: "add a `name`"
      )
      return nil
    }
    let location = Self.location(of: node, named: name, &reader)
    self.name = name
    self.location = location
    description = reader.text(node, "description")
    required = location == .path || reader.bool(node, "required") ?? false
    deprecated = reader.bool(node, "deprecated") ?? false
    style = reader.text(node, "style")
    explode = reader.bool(node, "explode")
    allowsReserved = reader.bool(node, "allowReserved") ?? reader.bool(node, "x-multi-segment") ?? false
    clientName = reader.text(node, "x-client-name")
    span = node.span
    content = MediaType.list(reading: node["content"], &reader).first
    // `schema:` without anything behind it says as little as no schema.
    schema = node["schema"].flatMap { $0.isNull ? nil : SchemaOrReference(reading: $0, &reader) }
    readStrayKeywords(of: node, &reader)
  }

  /// Where a parameter is sent. One that does not say so is sent in the query, where servers look for most, unless the
  /// path has a place for it.
  private static func location(of node: YAMLNode, named name: String, _ reader: inout NodeReader) -> Location {
    let place = reader.text(node, "in")?.lowercased()
    if let location = place.flatMap(Location.init(rawValue:)) { return location }
    let meant: Location = place == "headers" ? .header : place == "cookies" ? .cookie : .query
    reader.log.warning(
      .invalidDocument,
      "parameter `\(name)` does not say where it is sent",
      at: node["in"]?.span ?? node.span,
      label: "read as `in: \(meant.rawValue)`",
      help: "set `in` to `path`, `query`, `header` or `cookie`"
    )
    return meant
  }

  /// Rails generators write keywords of the schema beside `name`; there is one sensible reading.
  private mutating func readStrayKeywords(of node: YAMLNode, _ reader: inout NodeReader) {
    guard content == nil, let key = Self.strayKeywords.first(where: { node[$0] != nil }) else { return }
    reader.log.warning(
      .strayKeyword,
      "parameter `\(name)` has its `\(key)` outside `schema`",
      at: node.entry(key)?.keySpan ?? node.span,
      label: "read as if it stood in `schema`",
      help: "move it into `schema`"
    )
    guard case .schema(let stray) = SchemaOrReference(readingStrayKeywordsOf: node, &reader) else { return }
    switch schema {
    case nil: schema = .schema(stray)
    case .schema(var own):
      own.complete(with: stray)
      schema = .schema(own)
    // What a reference points at says more than a keyword that was left lying about.
    case .reference: break
    }
  }

  private static let strayKeywords = [
    "type", "format", "items", "enum", "default", "minimum", "maximum", "minLength", "maxLength", "pattern",
  ]
}

extension Schema {
  /// Takes over what the schema itself does not say.
  fileprivate mutating func complete(with stray: Schema) {
    if types.isEmpty, !nullable { types = stray.types }
    format = format ?? stray.format
    items = items ?? stray.items
    enumValues = enumValues ?? stray.enumValues
    defaultValue = defaultValue ?? stray.defaultValue
    constraints += stray.constraints.filter { item in !constraints.contains { $0.keyword == item.keyword } }
  }
}
