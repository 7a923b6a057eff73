import RecastDiagnostics
import RecastYAMLReader

extension SchemaOrReference {
  /// Reads a schema; `nil` when there is none or it cannot be one.
  init?(reading node: YAMLNode?, _ reader: inout NodeReader) {
    guard let node else { return nil }
    if let reference = reader.reference(node, .schemas) {
      var siblings = Siblings()
      siblings.description = reader.text(node, "description")
      siblings.nullable = reader.bool(node, "nullable") ?? reader.bool(node, "x-nullable") ?? false
      siblings.deprecated = reader.bool(node, "deprecated") ?? false
      self = .reference(reference, siblings)
      return
    }
    switch node.kind {
    case .mapping: self = .schema(Schema(reading: node, &reader))
    case .bool, .null: self = .schema(Schema(span: node.span))
    default:
      reader.unexpected(node, wanted: "a schema")
      return nil
    }
  }

  /// Reads the schema keywords that stand beside a parameter's own keys.
  init(readingStrayKeywordsOf node: YAMLNode, _ reader: inout NodeReader) {
    self = .schema(Schema(reading: node, strayKeywords: true, &reader))
  }
}

extension Schema {
  init(reading node: YAMLNode, strayKeywords: Bool = false, _ reader: inout NodeReader) {
    self.init(span: node.span)
    if !strayKeywords { reader.checkKeys(of: node, .schema) }
    readTypes(of: node, &reader)
    nullable = nullable || reader.bool(node, "nullable") ?? reader.bool(node, "x-nullable") ?? false
    format = format ?? reader.text(node, "format")
    title = reader.text(node, "title")
    description = strayKeywords ? nil : reader.text(node, "description")
    defaultValue = node["default"]
    deprecated = reader.bool(node, "deprecated") ?? false
    readEnum(of: node, &reader)
    readObject(node, &reader)
    items = SchemaOrReference(reading: node["items"], &reader)
    allOf = list(node, "allOf", &reader)
    oneOf = list(node, "oneOf", &reader)
    anyOf = list(node, "anyOf", &reader)
    discriminator = Discriminator(reading: node["discriminator"], &reader)
    extensions = SchemaExtensions(reading: node, &reader)
    constraints = Self.constraintKeywords.compactMap { keyword in
      node[keyword]?.scalarText.map { Constraint(keyword: keyword, value: $0) }
    }
    if let not = node.entry("not") {
      reader.log.warning(
        .notGenerated,
        "`not` cannot be expressed in Swift",
        at: not.keySpan,
        label: "values are not checked against it"
      )
    }
    if types.isEmpty, !properties.isEmpty { types = [.object] }
    if types.isEmpty, items != nil { types = [.array] }
  }

  private static let constraintKeywords = [
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties",
  ]

  private mutating func readTypes(of node: YAMLNode, _ reader: inout NodeReader) {
    guard let written = node["type"] else { return }
    let names = written.kind == .sequence ? Array(written.items) : [written]
    for name in names {
      guard let text = name.isNull ? "null" : name.scalarText else {
        reader.unexpected(name, wanted: "the name of a type")
        continue
      }
      if text == "null" {
        nullable = true
      } else if let type = SchemaType(rawValue: text) {
        types.append(type)
      } else if let (type, format) = Self.foreignTypes[text.lowercased()] {
        types += type.map { [$0] } ?? []
        self.format = format
        reader.log.warning(
          .foreignType,
          "`\(text)` is not a type of JSON Schema",
          at: name.span,
          label: Self.reading(of: type, format),
          help: "write the type and format in so many words"
        )
      } else {
        reader.log.error(
          .unknownType,
          "unknown type `\(text)`",
          at: name.span,
          help: Suggestion.help(for: text, in: SchemaType.allNames)
            ?? "the types are \(SchemaType.allNames.map { "`\($0)`" }.joined(separator: ", "))"
        )
      }
    }
  }

  private static func reading(of type: SchemaType?, _ format: String?) -> String {
    guard let type else { return "read as any value" }
    return "read as `type: \(type.rawValue)`" + (format.map { ", `format: \($0)`" } ?? "")
  }

  /// Words that real documents use as types, each with its one sensible reading.
  private static let foreignTypes: [String: (SchemaType?, format: String?)] = [
    "date": (.string, "date"), "datetime": (.string, "date-time"), "date-time": (.string, "date-time"),
    "time": (.string, "time"), "uuid": (.string, "uuid"), "uri": (.string, "uri"), "url": (.string, "uri"),
    "email": (.string, "email"), "text": (.string, nil), "file": (.string, "binary"), "binary": (.string, "binary"),
    "str": (.string, nil), "int": (.integer, nil), "int32": (.integer, "int32"), "int64": (.integer, "int64"),
    "long": (.integer, "int64"), "float": (.number, "float"), "double": (.number, "double"),
    "decimal": (.number, "decimal"), "bool": (.boolean, nil), "hash": (.object, nil), "map": (.object, nil),
    "list": (.array, nil), "any": (nil, nil), "mixed": (nil, nil),
  ]

  private mutating func readEnum(of node: YAMLNode, _ reader: inout NodeReader) {
    if let const = node["const"] {
      enumValues = [const]
      return
    }
    guard let written = node.entry("enum") else { return }
    guard written.value.kind == .sequence else {
      reader.unexpected(written.value, wanted: "a list of values")
      return
    }
    let values = Array(written.value.items)
    if values.contains(where: \.isNull) { nullable = true }
    enumValues = values.filter { !$0.isNull }
    if enumValues?.isEmpty == true { enumValues = nil }
  }

  private mutating func readObject(_ node: YAMLNode, _ reader: inout NodeReader) {
    properties = reader.entries(node["properties"], "`properties`").compactMap { entry in
      SchemaOrReference(reading: entry.value, &reader).map {
        Property(name: entry.key, schema: $0, origins: [entry.keySpan])
      }
    }
    if let list = node["required"] {
      if list.kind == .sequence {
        required = list.items.compactMap { item in
          item.scalarText.map { RequiredName(name: $0, span: item.span) }
        }
      } else if list.bool == nil {
        reader.unexpected(list, wanted: "a list of member names")
      }
    }
    guard let additional = node["additionalProperties"] else { return }
    switch additional.bool {
    case true: additionalProperties = .allowed
    case false: additionalProperties = .forbidden
    default:
      if additional.kind == .mapping, additional.entries.isEmpty {
        additionalProperties = .allowed
      } else if let schema = SchemaOrReference(reading: additional, &reader) {
        additionalProperties = .schema(schema)
      }
    }
  }

  private func list(_ node: YAMLNode, _ key: String, _ reader: inout NodeReader) -> [SchemaOrReference] {
    reader.items(node[key], "`\(key)`").compactMap { SchemaOrReference(reading: $0, &reader) }
  }
}

extension SchemaType {
  fileprivate static let allNames = ["string", "integer", "number", "boolean", "array", "object"]
}

extension Discriminator {
  init?(reading node: YAMLNode?, _ reader: inout NodeReader) {
    guard let node else { return nil }
    guard node.kind == .mapping else {
      // Swagger 2.0 wrote the bare member name.
      guard let name = node.scalarText else { return nil }
      self.init(propertyName: name, mapping: [], span: node.span)
      return
    }
    reader.checkKeys(of: node, .discriminator)
    guard let name = reader.text(node, "propertyName") else {
      reader.log.error(.invalidDocument, "a discriminator has no `propertyName`", at: node.span)
      return nil
    }
    let mapping = reader.entries(node["mapping"], "`mapping`").compactMap { entry -> (String, Reference)? in
      guard let text = entry.value.scalarText else { return nil }
      // The format allows a bare schema name in place of a reference.
      let isReference = ["/", "#", ".json", ".yaml", ".yml"].contains { text.contains($0) }
      let target = isReference ? text : "#/components/schemas/\(text)"
      return (entry.key, reader.reference(to: target, at: entry.value.span, .schemas))
    }
    self.init(propertyName: name, mapping: mapping, span: node.span)
  }
}
