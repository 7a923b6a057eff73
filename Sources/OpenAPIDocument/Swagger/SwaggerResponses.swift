import RecastYAMLReader

// Responses of Swagger 2.0.
extension SwaggerUpgrade {
  /// A response in terms of OpenAPI 3.0.
  mutating func response(_ node: YAMLNode, produces: [String]) -> YAMLEditor.Reference {
    let place = editor.adopt(node)
    guard node.kind == .mapping, node["$ref"] == nil, node["content"] == nil else { return place }
    if let schema = node.entry("schema") { reportOld(schema, readAs: "the schema of its content") }
    var entries = node.entries.compactMap { entry -> YAMLDraft.Entry? in
      switch entry.key {
      case "schema", "examples": nil
      case "headers" where entry.value.kind == .mapping: kept(entry, value: headers(entry.value))
      default: kept(entry)
      }
    }
    let content = content(of: node, produces: produces)
    if !content.isEmpty { entries.append(.init("content", .mapping(content))) }
    return editor.add(.mapping(entries), at: place)
  }

  private mutating func headers(_ node: YAMLNode) -> YAMLEditor.Reference {
    let entries = node.entries.map { kept($0, value: parameter($0.value)) }
    return editor.add(.mapping(entries), at: editor.adopt(node))
  }

  /// The content types of a response, each with the schema and with its own example.
  private mutating func content(of node: YAMLNode, produces: [String]) -> [YAMLDraft.Entry] {
    let examples = node["examples"].map { Array($0.entries) } ?? []
    guard let schema = node.entry("schema") else {
      return examples.filter { $0.key.contains("/") }.map { entry in
        let example = editor.adopt(entry)
        return .init(.value(example.key), .mapping([.init("example", .value(example.value))]))
      }
    }
    let isFile = schema.value["type"]?.scalarText == "file"
    // A file is not JSON, although many documents say once and for all that their answers are.
    let types = isFile ? produces.filter { !$0.contains("json") && !$0.contains("xml") } : produces
    return (types.isEmpty ? [isFile ? "*/*" : "application/json"] : types).map { type in
      var media = [kept(schema, value: isFile ? file(schema.value) : nil)]
      if let example = examples.first(where: { $0.key == type }) {
        media.append(.init("example", .value(editor.adopt(example).value)))
      }
      return .init(.text(type), .mapping(media))
    }
  }

  /// A schema of the type that only Swagger 2.0 has.
  private mutating func file(_ node: YAMLNode) -> YAMLEditor.Reference {
    let entries: [YAMLDraft.Entry] = [.init("type", "string"), .init("format", "binary")]
    return editor.add(.mapping(entries + rest(of: node, without: ["type", "format"])), at: editor.adopt(node))
  }
}
