import RecastDiagnostics
import RecastYAMLReader

extension Schema {
  /// Reads what is said about members.
  ///
  /// - Parameter strayKeywords: whether the node is a parameter, so that `required` may be about that.
  mutating func readObject(_ node: YAMLNode, strayKeywords: Bool, _ reader: inout NodeReader) {
    for entry in reader.entries(node["properties"], "`properties`") { readProperty(entry, &reader) }
    if let list = node["required"], !strayKeywords || list.kind == .sequence { readRequired(list, &reader) }
    if let additional = node["additionalProperties"] ?? node["unevaluatedProperties"] {
      readAdditional(additional, isUnevaluated: node["additionalProperties"] == nil, &reader)
    }
    readPatterns(node, &reader)
  }

  private mutating func readProperty(_ entry: YAMLEntry, _ reader: inout NodeReader) {
    if entry.value.kind == .sequence, readMisplaced(entry, &reader) { return }
    guard let schema = SchemaOrReference(reading: entry.value, &reader) else { return }
    properties.append(Property(name: entry.key, schema: schema, origins: [entry.keySpan]))
  }

  /// A list among the properties is a keyword that was indented one step too far.
  private mutating func readMisplaced(_ entry: YAMLEntry, _ reader: inout NodeReader) -> Bool {
    let items = Array(entry.value.items)
    let isComposition = ["allOf", "oneOf", "anyOf"].contains(entry.key) && items.allSatisfy { $0.kind == .mapping }
    let isRequired = entry.key == "required" && items.allSatisfy { $0.kind == .string }
    guard isComposition || isRequired else { return false }
    reader.log.warning(
      .unexpectedValue,
      "`\(entry.key)` stands among the properties",
      at: entry.keySpan,
      label: entry.key == "allOf"
        ? "its members are read as optional ones beside them" : "read as if it stood beside them",
      help: "indent it like `properties`"
    )
    let schemas = isComposition ? items.compactMap { SchemaOrReference(reading: $0, &reader) } : []
    switch entry.key {
    // It may as well be a member's that was left out, so nothing of it can be said to be there.
    case "allOf": conditional += schemas
    case "oneOf": oneOf += schemas
    case "anyOf": anyOf += schemas
    default: readRequired(entry.value, &reader)
    }
    return true
  }

  private mutating func readRequired(_ list: YAMLNode, _ reader: inout NodeReader) {
    switch list.kind {
    case .sequence:
      required += list.items.compactMap { item in
        item.scalarText.map { RequiredName(name: $0, span: item.span) }
      }
    case .null: break
    default:
      // Earlier drafts had `required: true` on the member itself; whether the member is there is not certain then.
      let text = list.scalarText
      let isTruth = text == "true" || text == "false"
      let name = list.kind == .string && !isTruth ? text : nil
      reader.unexpected(
        list,
        wanted: "a list of member names",
        label: name == nil ? isTruth ? "without effect" : "left out" : "read as a list of one"
      )
      if let name { required.append(RequiredName(name: name, span: list.span)) }
    }
  }

  private mutating func readAdditional(_ node: YAMLNode, isUnevaluated: Bool, _ reader: inout NodeReader) {
    switch node.bool.map(\.description) ?? node.scalarText {
    case "true": additionalProperties = .allowed
    case "false":
      // What other parts of a composition describe is not known here, so nothing can be said to be forbidden.
      if !isUnevaluated { additionalProperties = .forbidden }
    case let text? where SchemaType(rawValue: text) == nil:
      if !node.isNull { reader.unexpected(node, wanted: "`true`, `false` or a schema for `additionalProperties`") }
    default:
      if node.kind == .mapping, node.entries.isEmpty {
        additionalProperties = .allowed
      } else if node.forbidsAll {
        if !isUnevaluated { additionalProperties = .forbidden }
      } else if let schema = SchemaOrReference(reading: node, &reader) {
        additionalProperties = .schema(schema)
      }
    }
  }

  /// Members whose names match a pattern are all other members, unless members of any kind may stand beside them.
  private mutating func readPatterns(_ node: YAMLNode, _ reader: inout NodeReader) {
    let patterns = reader.entries(node["patternProperties"], "`patternProperties`")
    guard !patterns.isEmpty, let key = node.entry("patternProperties")?.keySpan else { return }
    var schemas = patterns.compactMap { SchemaOrReference(reading: $0.value, &reader) }
    switch additionalProperties {
    case .schema(let schema): schemas.append(schema)
    case .forbidden: break
    case .allowed, .unstated:
      guard properties.isEmpty else {
        reader.log.warning(
          .notGenerated,
          "members whose names match a pattern may be of any type here, because others are allowed",
          at: key,
          label: "kept with the unknown members",
          help: "say `additionalProperties: false` if there are no others"
        )
        return
      }
    }
    for pattern in patterns { constraints.append(Constraint(keyword: "patternProperties", value: pattern.key)) }
    if schemas.count == 1, let only = schemas.first {
      additionalProperties = .schema(only)
    } else {
      var union = Schema(span: node.span)
      union.anyOf = schemas
      additionalProperties = .schema(.schema(union))
    }
  }
}

extension Schema {
  /// Reads what is said about elements: the type of all, or of each by its position.
  mutating func readArray(_ node: YAMLNode, _ reader: inout NodeReader) {
    if let items = node["items"], items.kind == .sequence {
      // Before 2020 a list of schemas in `items` was a tuple.
      tupleItems = items.items.compactMap { SchemaOrReference(reading: $0, &reader) }
      self.items = SchemaOrReference(reading: node["additionalItems"]?.mapping, &reader)
    } else {
      tupleItems = reader.items(node["prefixItems"], "`prefixItems`").compactMap {
        SchemaOrReference(reading: $0, &reader)
      }
      if node["items"]?.bool != false || tupleItems.isEmpty {
        // The type may have said already what elements are.
        items = SchemaOrReference(reading: node["items"], &reader) ?? items
      }
    }
    if items == nil, tupleItems.isEmpty {
      items = SchemaOrReference(reading: node["unevaluatedItems"]?.mapping, &reader)
    }
    if items == nil, tupleItems.isEmpty { items = SchemaOrReference(reading: node["contains"]?.mapping, &reader) }
  }

  /// Reads what holds for some values only: its members come along as optional ones, and conditions are not checked.
  mutating func readConditions(_ node: YAMLNode, _ reader: inout NodeReader) {
    for key in ["if", "dependentSchemas", "not", "unevaluatedProperties", "contentSchema"] {
      guard let entry = node.entry(key) else { continue }
      // To forbid nothing is to say nothing.
      if key == "unevaluatedProperties", entry.value.bool == true { continue }
      if key == "unevaluatedProperties", entry.value.kind == .mapping, !entry.value.forbidsAll { continue }
      reader.log.warning(
        .notGenerated,
        "`\(key)` cannot be expressed in Swift",
        at: entry.keySpan,
        label: Self.consequence(of: key)
      )
    }
    readConditional(node, &reader)
  }

  /// What it means that a keyword is not expressed.
  private static func consequence(of key: String) -> String {
    switch key {
    case "if", "dependentSchemas": "members that it brings are optional, and nothing is checked"
    case "contentSchema": "the text is handed over as it comes"
    default: "values are not checked against it"
    }
  }

  private mutating func readConditional(_ node: YAMLNode, _ reader: inout NodeReader) {
    conditional += ["then", "else"].compactMap { SchemaOrReference(reading: node[$0]?.mapping, &reader) }
    conditional += reader.entries(node["dependentSchemas"], "`dependentSchemas`").compactMap {
      SchemaOrReference(reading: $0.value.mapping, &reader)
    }
  }
}

extension YAMLNode {
  /// Whether the node is the schema that no value fits: `{not: {}}`.
  fileprivate var forbidsAll: Bool {
    guard kind == .mapping, entries.count == 1, let not = self["not"] else { return false }
    return not.kind == .mapping && not.entries.isEmpty || not.bool == true
  }

  /// The node, if it is a mapping: a schema that says something.
  fileprivate var mapping: YAMLNode? { kind == .mapping ? self : nil }
}
