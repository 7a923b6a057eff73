import RecastDiagnostics
import RecastYAMLReader

extension Schema {
  /// Reads `type`: a name, or a list of names. What is no type of JSON Schema is read as what it can only mean.
  mutating func readTypes(of node: YAMLNode, _ reader: inout NodeReader) {
    guard let written = node["type"] else { return }
    for name in written.kind == .sequence ? Array(written.items) : [written] {
      if name.kind == .mapping {
        readSchema(inPlaceOfType: name, &reader)
      } else if let text = name.isNull ? "null" : name.scalarText {
        readType(text, at: name, &reader)
      } else {
        reader.unexpected(name, wanted: "the name of a type")
      }
    }
  }

  /// A schema below `type` describes the values all the same.
  private mutating func readSchema(inPlaceOfType node: YAMLNode, _ reader: inout NodeReader) {
    reader.unexpected(node, wanted: "the name of a type", label: "read as a schema that holds as well")
    if let schema = SchemaOrReference(reading: node, &reader) { allOf.append(schema) }
  }

  private mutating func readType(_ text: String, at node: YAMLNode, _ reader: inout NodeReader) {
    if text == "null" {
      nullable = true
    } else if ["nil", "none", "nulltype"].contains(text.lowercased()) {
      nullable = true
      report(text, node, reading: "read as `type: null`", &reader)
    } else if let type = SchemaType(rawValue: text) {
      if !types.contains(type) { types.append(type) }
    } else if let type = SchemaType(rawValue: text.lowercased()) {
      types.append(type)
      report(text, node, reading: "read as `type: \(type.rawValue)`", &reader)
    } else if let (type, format) = Self.foreignTypes[text.lowercased()] {
      types += type.map { [$0] } ?? []
      self.format = format
      report(text, node, reading: Self.reading(of: type, format), &reader)
    } else if !readComposedType(text, at: node, &reader) {
      reader.log.warning(
        .unknownType,
        "unknown type `\(text)`",
        at: node.span,
        label: "without effect",
        help: Suggestion.help(for: text, in: SchemaType.allNames)
          ?? "the types are \(SchemaType.allNames.map { "`\($0)`" }.joined(separator: ", "))"
      )
    }
  }

  /// Several types, a list or a schema in the place of the name of a type; `false` when the text is none of these.
  private mutating func readComposedType(_ text: String, at node: YAMLNode, _ reader: inout NodeReader) -> Bool {
    if let parts = TypeWords.alternatives(text) {
      nullable = nullable || parts.contains { $0 == nil }
      types += parts.compactMap { $0 }.filter { !types.contains($0) }
      let names = parts.map { $0?.rawValue ?? "null" }.joined(separator: ", ")
      report(text, node, reading: "read as `type: [\(names)]`", &reader)
    } else if let element = TypeWords.element(text) {
      types.append(.array)
      if let type = element.type {
        var schema = Schema(span: node.span)
        schema.types = [type]
        items = .schema(schema)
      }
      report(text, node, reading: "read as a list" + (element.type.map { " of `type: \($0.rawValue)`" } ?? ""), &reader)
    } else if let component = component(text, reader) {
      report(text, node, reading: "read as a reference to the schema", &reader)
      allOf.append(.reference(reader.reference(to: component, at: node.span, .schemas), .init()))
    } else if let name = text.split(separator: ":").last?.lowercased(), text.contains("::"),
      let (type, format) = SchemaType(rawValue: name).map({ ($0, nil) }) ?? Self.foreignTypes[name]
    {
      // The last name of a Ruby class says what its values are.
      types += type.map { [$0] } ?? []
      self.format = format
      report(text, node, reading: Self.reading(of: type, format), &reader)
    } else {
      return false
    }
    return true
  }

  /// The reference to a schema that stands in the place of a type.
  private func component(_ text: String, _ reader: NodeReader) -> String? {
    if text.hasPrefix("#/") { return text }
    let isPlain = text.allSatisfy { $0.isLetter || $0.isNumber || "_-.:".contains($0) }
    return isPlain && reader.references.has(.schemas, text) ? "#/components/schemas/\(text)" : nil
  }

  private func report(_ text: String, _ node: YAMLNode, reading: String, _ reader: inout NodeReader) {
    reader.log.warning(
      .foreignType,
      "`\(text)` is not a type of JSON Schema",
      at: node.span,
      label: reading,
      help: "write the type and format in so many words"
    )
  }

  private static func reading(of type: SchemaType?, _ format: String?) -> String {
    guard let type else { return "read as any value" }
    return "read as `type: \(type.rawValue)`" + (format.map { ", `format: \($0)`" } ?? "")
  }

  /// Words that real documents use as types, each with its one sensible reading. A `date` may well be a point in time:
  /// only a `format` says which.
  static let foreignTypes: [String: (SchemaType?, format: String?)] = [
    "date": (.string, nil), "datetime": (.string, "date-time"), "date-time": (.string, "date-time"),
    "timestamp": (.string, "date-time"), "time": (.string, "time"), "uuid": (.string, "uuid"), "uri": (.string, "uri"),
    "url": (.string, "uri"), "email": (.string, "email"), "text": (.string, nil), "file": (.string, "binary"),
    "binary": (.string, "binary"), "str": (.string, nil), "char": (.string, nil), "enum": (.string, nil),
    "password": (.string, "password"), "int": (.integer, nil), "int32": (.integer, "int32"),
    "int64": (.integer, "int64"), "bigint": (.integer, "int64"), "long": (.integer, "int64"),
    "float": (.number, "float"), "double": (.number, "double"), "decimal": (.number, "decimal"),
    "numeric": (.number, nil), "bool": (.boolean, nil), "hash": (.object, nil), "map": (.object, nil),
    "dict": (.object, nil), "json": (nil, nil), "list": (.array, nil), "any": (nil, nil), "mixed": (nil, nil),
    "jsonb": (nil, nil), "symbol": (.string, nil), "bigdecimal": (.number, "decimal"), "citext": (.string, nil),
    "inet": (.string, nil), "fixnum": (.integer, nil), "varchar": (.string, nil), "money": (.number, "decimal"),
    "dictionary": (.object, nil), "guid": (.string, "uuid"), "set": (.array, nil), "smallint": (.integer, nil),
  ]
}

extension SchemaType {
  static let allNames = ["string", "integer", "number", "boolean", "array", "object"]
}
