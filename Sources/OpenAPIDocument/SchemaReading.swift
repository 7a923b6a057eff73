import RecastDiagnostics
import RecastYAMLReader

extension SchemaOrReference {
  /// Reads a schema; `nil` when there is none or it cannot be one.
  init?(reading node: YAMLNode?, _ reader: inout NodeReader) {
    guard let node else { return nil }
    if reader.dynamic != nil, let schema = reader.dynamicSchema(node) {
      self = schema
      return
    }
    if let reference = reader.reference(node, .schemas) ?? reader.unboundReference(node) {
      self.init(reference, beside: node, &reader)
      return
    }
    if let reference = reader.references.inlineTarget(node) {
      // A reference elsewhere leads here: both are one type, which stands among the components.
      self = .reference(reference, Self.siblings(in: node, &reader))
      return
    }
    switch node.kind {
    case .mapping: self = .schema(Schema(reading: node, &reader))
    case .bool, .null: self = .schema(Schema(span: node.span))
    case .string: self.init(readingText: node, &reader)
    default:
      reader.unexpected(node, wanted: "a schema", label: "read as any value")
      self = .schema(Schema(span: node.span))
    }
  }

  /// Keywords that refine the target of the reference beside which they stand.
  private static let refiningKeywords = [
    "properties", "required", "allOf", "oneOf", "anyOf", "enum", "const", "additionalProperties", "patternProperties",
    "x-client-type", "x-client-factories", "x-client-optional-members",
  ]

  private init(_ reference: Reference, beside node: YAMLNode, _ reader: inout NodeReader) {
    if Self.refiningKeywords.contains(where: { node[$0] != nil }) {
      var schema = Schema(reading: node, &reader)
      schema.allOf.insert(.reference(reference, .init()), at: 0)
      self = .schema(schema)
      return
    }
    self = .reference(reference, Self.siblings(in: node, &reader))
  }

  private static func siblings(in node: YAMLNode, _ reader: inout NodeReader) -> Siblings {
    var siblings = Siblings()
    siblings.description = reader.text(node, "description") ?? reader.text(node, "title")
    siblings.nullable = reader.bool(node, "nullable") ?? reader.bool(node, "x-nullable") ?? false
    if let type = node["type"], type.kind == .sequence, type.items.contains(where: { $0.scalarText == "null" }) {
      siblings.nullable = true
    }
    siblings.deprecated = reader.bool(node, "deprecated") ?? false
    siblings.readOnly = reader.direction(node, "readOnly")
    siblings.writeOnly = reader.direction(node, "writeOnly")
    siblings.defaultValue = node["default"]
    return siblings
  }

  /// `name: string` in the place of a schema can mean one thing only, and so can `owner: '#/components/schemas/User'`.
  private init(readingText node: YAMLNode, _ reader: inout NodeReader) {
    var schema = Schema(span: node.span)
    let text = node.string ?? ""
    if text.hasPrefix("#/") {
      reader.unexpected(node, wanted: "a schema", label: "read as a reference")
      self = .reference(reader.reference(to: text, at: node.span, .schemas), .init())
      return
    }
    let type = SchemaType(rawValue: text)
    schema.types = type.map { [$0] } ?? []
    reader.unexpected(
      node,
      wanted: "a schema",
      label: type == nil ? "read as any value" : "read as `type: \(text)`"
    )
    self = .schema(schema)
  }

  /// Reads the schema keywords that stand beside a parameter's own keys.
  init(readingStrayKeywordsOf node: YAMLNode, _ reader: inout NodeReader) {
    self = .schema(Schema(reading: node, strayKeywords: true, &reader))
  }
}

extension Schema {
  init(reading node: YAMLNode, strayKeywords: Bool = false, _ reader: inout NodeReader) {
    self.init(span: node.span)
    let parts = strayKeywords ? SchemaParts.all.subtracting(.documentation) : reader.parts(of: node)
    readTypes(of: node, &reader)
    format = format ?? reader.text(node, "format")
    title = reader.text(node, "title")
    description = strayKeywords ? nil : reader.text(node, "description")
    defaultValue = node["default"]
    if parts.contains(.flags) { readFlags(node, &reader) }
    if parts.contains(.extensions) { extensions = SchemaExtensions(reading: node, &reader) }
    if parts.contains(.values) { readEnum(of: node, &reader) }
    if parts.contains(.members) { readObject(node, strayKeywords: strayKeywords, &reader) }
    if parts.contains(.elements) { readArray(node, &reader) }
    if parts.contains(.compositions) { readCompositions(node, &reader) }
    if parts.contains(.conditions) { readConditions(node, &reader) }
    if parts.contains(.documentation) { readDocumentation(node) }
    assumeType()
    dropWhatHasNoEffect(node, &reader)
  }

  private mutating func readFlags(_ node: YAMLNode, _ reader: inout NodeReader) {
    nullable = nullable || reader.bool(node, "nullable") ?? reader.bool(node, "x-nullable") ?? false
    deprecated = reader.bool(node, "deprecated") ?? false
    readOnly = reader.direction(node, "readOnly")
    writeOnly = reader.direction(node, "writeOnly")
  }

  private mutating func readCompositions(_ node: YAMLNode, _ reader: inout NodeReader) {
    allOf += list(node, "allOf", &reader)
    oneOf += list(node, "oneOf", &reader)
    anyOf += list(node, "anyOf", &reader)
    discriminator = Discriminator(reading: node["discriminator"], &reader)
  }

  /// A schema that describes members or elements is one of objects or arrays, whether it says so or not.
  private mutating func assumeType() {
    guard types.isEmpty else { return }
    if !properties.isEmpty {
      types = [.object]
    } else if items != nil || !tupleItems.isEmpty {
      types = [.array]
    } else if case .schema = additionalProperties {
      types = [.object]
    }
  }

  /// Members of what is no object, and elements of what is no array.
  private mutating func dropWhatHasNoEffect(_ node: YAMLNode, _ reader: inout NodeReader) {
    if !types.contains(.object), !properties.isEmpty {
      let isElement = types == [.array] && items == nil && tupleItems.isEmpty
      report("properties", node, isElement ? "read as the members of its elements" : "without effect", &reader)
      if isElement {
        var element = Schema(span: node.span)
        element.types = [.object]
        element.properties = properties
        element.required = required
        items = .schema(element)
      }
      properties = []
      required = []
    }
    if !types.isEmpty, !types.contains(.array), items != nil || !tupleItems.isEmpty {
      report("items", node, "without effect", &reader)
      items = nil
      tupleItems = []
    }
  }

  private func report(_ key: String, _ node: YAMLNode, _ label: String, _ reader: inout NodeReader) {
    guard let entry = node.entry(key) else { return }
    let type = types.map { "`\($0.rawValue)`" }.joined(separator: " or ")
    reader.log.warning(.unexpectedValue, "`\(key)` means nothing for \(type)", at: entry.keySpan, label: label)
  }

  private mutating func readDocumentation(_ node: YAMLNode) {
    constraints += Self.constraintKeywords.compactMap { keyword in
      guard let value = node[keyword], let text = value.scalarText, text.utf8.count <= 200 else { return nil }
      return value.bool == false ? nil : Constraint(keyword: keyword, value: text)
    }
    let example = node["example"] ?? node["examples"].flatMap { $0.kind == .sequence ? $0.items.first : nil }
    self.example = example.flatMap(ShortJSON.text)
    externalDocs = node["externalDocs"]?["url"]?.scalarText
  }

  /// Keywords that limit values and are told to people as they are.
  static let constraintKeywords = [
    "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf", "minLength", "maxLength", "pattern",
    "minItems", "maxItems", "uniqueItems", "minContains", "maxContains", "minProperties", "maxProperties",
    "contentEncoding", "contentMediaType",
  ]

  private func list(_ node: YAMLNode, _ key: String, _ reader: inout NodeReader) -> [SchemaOrReference] {
    return reader.items(node[key], "`\(key)`").compactMap { SchemaOrReference(reading: $0, &reader) }
  }
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
      reader.log.warning(
        .invalidDocument,
        "a discriminator has no `propertyName`",
        at: node.span,
        label: "the alternatives are told apart by other means"
      )
      return nil
    }
    let mapping = reader.entries(node["mapping"], "`mapping`").compactMap { entry -> (String, Reference)? in
      guard let text = entry.value.scalarText else { return nil }
      return (entry.key, reader.reference(to: Self.reference(inMapping: text), at: entry.value.span, .schemas))
    }
    self.init(propertyName: name, mapping: mapping, span: node.span)
    guard let other = node["defaultMapping"], let text = other.scalarText else { return }
    let target = reader.reference(to: Self.reference(inMapping: text), at: other.span, .schemas)
    defaultComponent = target.componentName(in: .schemas)
  }

  /// The reference that a text in a mapping means: the format allows a bare schema name in place of one.
  static func reference(inMapping text: String) -> String {
    let isReference = ["/", "#", ".json", ".yaml", ".yml"].contains { text.contains($0) }
    return isReference ? text : "#/components/schemas/\(text)"
  }
}
