import RecastYAMLReader

// Parameters of Swagger 2.0 that are parameters still.
extension SwaggerUpgrade {
  /// Keys that stand beside a parameter's name in Swagger 2.0, and in its schema now.
  static let schemaKeys: Set<String> = [
    "type", "format", "items", "default", "enum", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
    "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf", "x-nullable",
    "x-enum-varnames", "x-enum-descriptions", "x-ms-enum", "x-extensible-enum",
  ]

  /// A parameter or header in terms of OpenAPI 3.0.
  mutating func parameter(_ node: YAMLNode) -> YAMLEditor.Reference {
    let place = editor.adopt(node)
    // What a newer document has beside `schema` is the reader's to report.
    guard isWhole, node.kind == .mapping, node["$ref"] == nil, node["content"] == nil else { return place }
    if let schema = node.entry("schema") {
      guard let type = node["type"]?.scalarText, let other = schema.value["type"]?.scalarText, type != other else {
        return place
      }
      reportContradicted(schema, by: type)
    }
    let own = node.entries.filter {
      !Self.schemaKeys.contains($0.key) && !["collectionFormat", "schema"].contains($0.key)
    }
    let entries = own.map { kept($0) } + style(of: node) + [.init("schema", .value(schema(of: node)))]
    return editor.add(.mapping(entries), at: place)
  }

  private mutating func reportContradicted(_ schema: YAMLEntry, by type: String) {
    log.warning(
      .swaggerKeyword,
      "only a body has a `schema` in Swagger 2.0",
      at: schema.keySpan,
      label: "left out, because `type: \(type)` says something else"
    )
  }

  /// How a list is written, in terms of `style` and `explode`.
  func style(of node: YAMLNode) -> [YAMLDraft.Entry] {
    guard node["type"]?.scalarText == "array" else { return [] }
    let isQuery = node["in"]?.string == "query" || node.isFormField
    // Rails and PHP read a name with brackets as a list of parameters of that name, never as one with commas.
    let usual = isQuery && node["name"]?.scalarText?.hasSuffix("[]") == true ? "multi" : "csv"
    switch node["collectionFormat"]?.scalarText ?? usual {
    case "multi": return [.init("style", "form"), .init("explode", true)]
    case "ssv": return [.init("style", "spaceDelimited"), .init("explode", false)]
    case "pipes": return [.init("style", "pipeDelimited"), .init("explode", false)]
    case "tsv": return [.init("style", "tabDelimited"), .init("explode", false)]
    default: return isQuery ? [.init("style", "form"), .init("explode", false)] : [.init("style", "simple")]
    }
  }

  /// The schema that stands beside a parameter's name.
  mutating func schema(of node: YAMLNode, description: YAMLEntry? = nil) -> YAMLEditor.Reference {
    var entries = [description].compactMap { $0 }.map { kept($0) }
    if node["type"]?.scalarText == "file" {
      entries += [.init("type", "string"), .init("format", "binary")]
    } else {
      entries += node.entries.filter { Self.schemaKeys.contains($0.key) }.map { kept($0) }
    }
    // The place of the first keyword: schemas at the same place would pass for one schema.
    let first = node.entries.first { Self.schemaKeys.contains($0.key) }
    return editor.add(.mapping(entries), at: first.map { editor.adopt($0).key } ?? editor.adopt(node))
  }
}
