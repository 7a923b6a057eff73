import RecastDiagnostics
import RecastYAMLReader

// Paths and operations of Swagger 2.0.
extension SwaggerUpgrade {
  /// The paths in terms of OpenAPI 3.0.
  mutating func paths(_ node: YAMLNode) -> YAMLEditor.Reference {
    let entries = node.entries.map { entry in
      entry.key.hasPrefix("x-") ? kept(entry) : kept(entry, value: pathItem(entry.value))
    }
    return node.kind == .mapping ? editor.add(.mapping(entries), at: editor.adopt(node)) : editor.adopt(node)
  }

  /// A path item in terms of OpenAPI 3.0.
  mutating func pathItem(_ node: YAMLNode) -> YAMLEditor.Reference {
    guard node.kind == .mapping else { return editor.adopt(node) }
    if node["$ref"] != nil, case let target = resolved(node), target["$ref"] == nil { return pathItem(target) }
    let shared = node["parameters"].map { Array($0.items) } ?? []
    let bodies = shared.filter { isBody(resolved($0)) }
    let entries = node.entries.map { entry -> YAMLDraft.Entry in
      if entry.key == "parameters" { return kept(entry, value: parameters(entry.value)) }
      guard Operation.Method.keys[entry.key] != nil, entry.value.kind == .mapping else { return kept(entry) }
      return kept(entry, value: operation(entry.value, inherited: bodies))
    }
    return editor.add(.mapping(entries), at: editor.adopt(node))
  }

  private mutating func operation(_ node: YAMLNode, inherited: [YAMLNode]) -> YAMLEditor.Reference {
    let own = (node["parameters"].map { Array($0.items) } ?? []).map(resolved).filter(isBody)
    let bodies = own.isEmpty ? inherited.map(resolved) : own
    let consumes = node.texts("consumes") ?? consumes
    let produces = node.texts("produces")
    var entries = node.entries.compactMap { entry -> YAMLDraft.Entry? in
      switch entry.key {
      case "consumes", "produces", "schemes": return nil
      case "parameters": return kept(entry, value: parameters(entry.value))
      case "responses": return kept(entry, value: responses(entry.value, produces: produces))
      default: return kept(entry)
      }
    }
    if let newer = node.entry("requestBody") {
      for body in bodies { reportUnused(body, "the operation has a `requestBody` already", newer.keySpan) }
    } else if let body = requestBody(bodies, consumes: consumes) {
      entries.append(.init("requestBody", .value(body)))
    }
    if node["servers"] == nil, let servers = servers(of: node) { entries.append(.init("servers", servers)) }
    return editor.add(.mapping(entries), at: editor.adopt(node))
  }

  /// A list of parameters without those that are the body.
  private mutating func parameters(_ list: YAMLNode) -> YAMLEditor.Reference {
    guard list.kind == .sequence else { return editor.adopt(list) }
    let kept = list.items.compactMap { node -> YAMLDraft? in
      guard isBody(resolved(node)) else { return .value(parameter(node)) }
      if let place = node.entry("in") { reportOld(place, readAs: "a part of `requestBody`") }
      return nil
    }
    return editor.add(.sequence(kept), at: editor.adopt(list))
  }

  private mutating func responses(_ node: YAMLNode, produces: [String]?) -> YAMLEditor.Reference {
    guard node.kind == .mapping else { return editor.adopt(node) }
    let entries = node.entries.map { entry -> YAMLDraft.Entry in
      guard !entry.key.hasPrefix("x-") else { return kept(entry) }
      // A shared response has the content types of the document; an operation with its own needs a response of its own.
      let value = produces == nil ? entry.value : resolved(entry.value)
      return kept(entry, value: response(value, produces: produces ?? self.produces))
    }
    return editor.add(.mapping(entries), at: editor.adopt(node))
  }

  /// What a reference to a parameter or response of this document leads to, or else the node itself.
  func resolved(_ node: YAMLNode) -> YAMLNode {
    var node = node
    for _ in 0..<20 {
      guard let text = node["$ref"]?.string, case .pointer(let tokens) = ReferenceText(text).place,
        text.hasPrefix("#"), tokens.count == 2, let target = root[tokens[0]]?[tokens[1]]
      else { return node }
      node = target
    }
    return node
  }

  /// Whether a parameter is the body or a part of it.
  func isBody(_ parameter: YAMLNode) -> Bool { parameter.isBody || parameter.isFormField }
}
