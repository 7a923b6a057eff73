import RecastYAMLReader

// Parameters of Swagger 2.0, and those that are bodies now.
extension SwaggerUpgrade {
  /// Keys that stand beside a parameter's name in Swagger 2.0, and in its schema now.
  private static let schemaKeys: Set<String> = [
    "type", "format", "items", "default", "enum", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum",
    "maxLength", "minLength", "pattern", "maxItems", "minItems", "uniqueItems", "multipleOf", "x-nullable",
    "x-enum-varnames", "x-enum-descriptions", "x-ms-enum", "x-extensible-enum",
  ]

  /// A parameter or header in terms of OpenAPI 3.0.
  mutating func parameter(_ node: YAMLNode) -> YAMLEditor.Reference {
    let place = editor.adopt(node)
    // What a newer document has beside `schema` is the reader's to report.
    guard isWhole, node.kind == .mapping, node["$ref"] == nil, node["schema"] == nil, node["content"] == nil else {
      return place
    }
    let own = node.entries.filter { !Self.schemaKeys.contains($0.key) && $0.key != "collectionFormat" }
    let entries = own.map { kept($0) } + style(of: node) + [.init("schema", .value(schema(of: node)))]
    return editor.add(.mapping(entries), at: place)
  }

  /// How a list is written, in terms of `style` and `explode`.
  private func style(of node: YAMLNode) -> [YAMLDraft.Entry] {
    guard node["type"]?.scalarText == "array" else { return [] }
    let isQuery = ["query", "formData"].contains(node["in"]?.string)
    switch node["collectionFormat"]?.scalarText ?? "csv" {
    case "multi": return [.init("style", "form"), .init("explode", true)]
    case "ssv": return [.init("style", "spaceDelimited"), .init("explode", false)]
    case "pipes": return [.init("style", "pipeDelimited"), .init("explode", false)]
    case "tsv": return [.init("style", "tabDelimited"), .init("explode", false)]
    default: return isQuery ? [.init("style", "form"), .init("explode", false)] : [.init("style", "simple")]
    }
  }

  /// The schema that stands beside a parameter's name.
  private mutating func schema(of node: YAMLNode, description: YAMLEntry? = nil) -> YAMLEditor.Reference {
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

  /// The request body that parameters in `body` and `formData` describe.
  mutating func requestBody(_ parameters: [YAMLNode], consumes: [String]) -> YAMLEditor.Reference? {
    if let body = parameters.first(where: { $0["in"]?.string == "body" }) { return requestBody(body, consumes) }
    return parameters.isEmpty ? nil : form(parameters, consumes)
  }

  private mutating func requestBody(_ body: YAMLNode, _ consumes: [String]) -> YAMLEditor.Reference {
    let media = YAMLDraft.mapping(body.entry("schema").map { [kept($0)] } ?? [])
    let place = editor.adopt(body)
    let types = consumes.isEmpty ? ["application/json"] : consumes
    let content = YAMLDraft.mapping(types.map { .init(.text($0), media) })
    let own = body.entries.filter { ["description", "required"].contains($0.key) || $0.key.hasPrefix("x-") }
    return editor.add(.mapping(own.map { kept($0) } + [.init("content", content)]), at: place)
  }

  private mutating func form(_ parameters: [YAMLNode], _ consumes: [String]) -> YAMLEditor.Reference {
    var properties: [YAMLDraft.Entry] = []
    var required: [YAMLDraft] = []
    var encodings: [YAMLDraft.Entry] = []
    for parameter in parameters {
      guard let name = parameter["name"], name.scalarText != nil else { continue }
      let key = YAMLDraft.value(editor.adopt(name))
      let schema = schema(of: parameter, description: parameter.entry("description"))
      properties.append(.init(key, .value(schema)))
      if parameter["required"]?.bool == true { required.append(key) }
      let style = style(of: parameter)
      if !style.isEmpty { encodings.append(.init(key, .mapping(style))) }
    }
    var schema: [YAMLDraft.Entry] = [.init("type", "object"), .init("properties", .mapping(properties))]
    if !required.isEmpty { schema.append(.init("required", .sequence(required))) }
    var media: [YAMLDraft.Entry] = [.init("schema", .mapping(schema))]
    if !encodings.isEmpty { media.append(.init("encoding", .mapping(encodings))) }
    let types = formTypes(parameters, consumes).map { YAMLDraft.Entry(.text($0), .mapping(media)) }
    var body: [YAMLDraft.Entry] = [.init("content", .mapping(types))]
    if !required.isEmpty { body.append(.init("required", true)) }
    return editor.add(.mapping(body), at: parameters.first.map { editor.adopt($0) } ?? editor.root)
  }

  /// Files travel in multipart bodies only.
  private func formTypes(_ parameters: [YAMLNode], _ consumes: [String]) -> [String] {
    let multipart = "multipart/form-data"
    if parameters.contains(where: { $0["type"]?.scalarText == "file" }) { return [multipart] }
    let stated = consumes.filter { $0.hasPrefix(multipart) || $0.hasPrefix("application/x-www-form-urlencoded") }
    return stated.isEmpty ? ["application/x-www-form-urlencoded"] : stated
  }
}
