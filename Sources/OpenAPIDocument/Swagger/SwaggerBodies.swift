import RecastDiagnostics
import RecastYAMLReader

// Parameters of Swagger 2.0 that are the request body now.
extension SwaggerUpgrade {
  /// The request body that parameters in `body` and `formData` describe.
  mutating func requestBody(_ parameters: [YAMLNode], consumes: [String]) -> YAMLEditor.Reference? {
    let bodies = parameters.filter(\.isBody)
    guard let first = bodies.first else { return parameters.isEmpty ? nil : form(parameters, consumes) }
    for other in parameters where other.isFormField {
      reportUnused(other, "a request with a body has no form beside it", first.entry("in")?.keySpan ?? first.span)
    }
    let types = consumes.isEmpty ? ["application/json"] : consumes
    guard bodies.count > 1 else { return requestBody(first, types) }
    reportSeveral(bodies)
    let media = object(bodies).media
    let content = YAMLDraft.mapping(types.map { .init(.text($0), .mapping(media)) })
    let required = bodies.contains { $0["required"]?.bool == true }
    return editor.add(
      .mapping([.init("content", content), .init("required", .bool(required))]),
      at: editor.adopt(first)
    )
  }

  private mutating func requestBody(_ body: YAMLNode, _ types: [String]) -> YAMLEditor.Reference {
    let place = editor.adopt(body)
    let media = YAMLDraft.mapping(bodySchema(body).map { [.init("schema", $0)] } ?? [])
    let content = YAMLDraft.mapping(types.map { .init(.text($0), media) })
    let own = body.entries.filter { ["description", "required"].contains($0.key) || $0.key.hasPrefix("x-") }
    return editor.add(.mapping(own.map { kept($0) } + [.init("content", content)]), at: place)
  }

  /// The schema of a body; one whose keywords stand beside `name` has one sensible reading.
  private mutating func bodySchema(_ body: YAMLNode) -> YAMLDraft? {
    if let schema = body.entry("schema") { return .value(editor.adopt(schema).value) }
    guard let stray = body.entries.first(where: { ["type", "properties", "items"].contains($0.key) }) else {
      return nil
    }
    log.warning(
      .strayKeyword,
      "parameter `\(body["name"]?.scalarText ?? "")` has its `\(stray.key)` outside `schema`",
      at: stray.keySpan,
      label: "read as if it stood in `schema`",
      help: "move it into `schema`"
    )
    let own = body.entries.filter { entry in
      !["name", "in", "description"].contains(entry.key) && (entry.key != "required" || entry.value.kind == .sequence)
    }
    return .value(editor.add(.mapping(own.map { kept($0) }), at: editor.adopt(stray).key))
  }

  private mutating func form(_ parameters: [YAMLNode], _ consumes: [String]) -> YAMLEditor.Reference {
    let object = object(parameters)
    let types = formTypes(parameters, consumes).map { YAMLDraft.Entry(.text($0), .mapping(object.media)) }
    var body: [YAMLDraft.Entry] = [.init("content", .mapping(types))]
    if object.isRequired { body.append(.init("required", true)) }
    return editor.add(.mapping(body), at: parameters.first.map { editor.adopt($0) } ?? editor.root)
  }

  /// A content type whose schema has a member per parameter, and whether one of them must be there.
  private mutating func object(_ parameters: [YAMLNode]) -> (media: [YAMLDraft.Entry], isRequired: Bool) {
    var properties: [YAMLDraft.Entry] = []
    var required: [YAMLDraft] = []
    var encodings: [YAMLDraft.Entry] = []
    for parameter in parameters {
      guard let name = parameter["name"], name.scalarText != nil else { continue }
      let key = YAMLDraft.value(editor.adopt(name))
      let own = parameter.entry("schema").map { editor.adopt($0).value }
      properties.append(.init(key, .value(own ?? schema(of: parameter, description: parameter.entry("description")))))
      if parameter["required"]?.bool == true { required.append(key) }
      let style = parameter.isFormField ? style(of: parameter) : []
      if !style.isEmpty { encodings.append(.init(key, .mapping(style))) }
    }
    var schema: [YAMLDraft.Entry] = [.init("type", "object"), .init("properties", .mapping(properties))]
    if !required.isEmpty { schema.append(.init("required", .sequence(required))) }
    var media: [YAMLDraft.Entry] = [.init("schema", .mapping(schema))]
    if !encodings.isEmpty { media.append(.init("encoding", .mapping(encodings))) }
    return (media, !required.isEmpty)
  }

  /// Files travel in multipart bodies only.
  private func formTypes(_ parameters: [YAMLNode], _ consumes: [String]) -> [String] {
    let multipart = "multipart/form-data"
    let isFile = { (node: YAMLNode?) in node?["type"]?.scalarText == "file" }
    if parameters.contains(where: { isFile($0) || isFile($0["items"]) }) { return [multipart] }
    let stated = consumes.filter { $0.hasPrefix(multipart) || $0.hasPrefix("application/x-www-form-urlencoded") }
    return stated.isEmpty ? ["application/x-www-form-urlencoded"] : stated
  }

  // MARK: Reports

  private mutating func reportSeveral(_ bodies: [YAMLNode]) {
    guard let second = bodies.dropFirst().first else { return }
    log.warning(
      .invalidDocument,
      "a request has one body",
      at: second.entry("in")?.keySpan ?? second.span,
      label: "read as one object with a member per parameter",
      help: "describe one parameter whose schema has these as its `properties`"
    )
  }

  /// Reports a parameter that would be a part of the body, if there were not another body.
  mutating func reportUnused(_ parameter: YAMLNode, _ problem: String, _ body: SourceSpan) {
    log.warning(
      .invalidDocument,
      problem,
      at: parameter.entry("in")?.keySpan ?? parameter.span,
      label: "left out",
      notes: [.init("the body is here", at: body)],
      help: "make it a member of the body"
    )
  }
}
