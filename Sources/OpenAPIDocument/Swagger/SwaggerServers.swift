import RecastYAMLReader

// Servers and security schemes of Swagger 2.0.
extension SwaggerUpgrade {
  /// The servers that `schemes`, `host` and `basePath` describe; `nil` when they say nothing.
  func servers() -> YAMLDraft? { servers(addresses(root.texts("schemes"))) }

  /// The servers of an operation with `schemes` of its own; `nil` when they lead where those of the document do.
  func servers(of operation: YAMLNode) -> YAMLDraft? {
    guard let schemes = operation.texts("schemes") else { return nil }
    let own = addresses(schemes)
    return own.first == addresses(root.texts("schemes")).first ? nil : servers(own)
  }

  private func addresses(_ schemes: [String]?) -> [String] {
    var path = root["basePath"]?.scalarText ?? ""
    while path.hasSuffix("/") { path.removeLast() }
    if !path.isEmpty, !path.hasPrefix("/") { path = "/" + path }
    guard var host = root["host"]?.scalarText, !host.isEmpty else { return path.isEmpty ? [] : [path] }
    while host.hasSuffix("/") { host.removeLast() }
    // Some documents have the scheme there as well.
    if host.contains("://") { return [host + path] }
    let known = ["https", "http"].filter { (schemes ?? ["https"]).contains($0) }
    return (known.isEmpty ? ["https"] : known).map { "\($0)://\(host)\(path)" }
  }

  private func servers(_ urls: [String]) -> YAMLDraft? {
    urls.isEmpty ? nil : .sequence(urls.map { .mapping([.init("url", .text($0))]) })
  }

  /// A security scheme in terms of OpenAPI 3.0.
  mutating func securityScheme(_ node: YAMLNode) -> YAMLEditor.Reference {
    let place = editor.adopt(node)
    switch node["type"]?.scalarText {
    case "basic":
      return editor.add(
        .mapping([.init("type", "http"), .init("scheme", "basic")] + rest(of: node, without: ["type"])),
        at: place
      )
    case "oauth2" where node["flows"] == nil:
      let names = ["accessCode": "authorizationCode", "application": "clientCredentials"]
      let flow = node["flow"]?.scalarText ?? "implicit"
      let parts = node.entries.filter { ["authorizationUrl", "tokenUrl", "scopes"].contains($0.key) }.map { kept($0) }
      let flows = YAMLDraft.mapping([.init(.text(names[flow] ?? flow), .mapping(parts))])
      let others = rest(of: node, without: ["flow", "authorizationUrl", "tokenUrl", "scopes"])
      return editor.add(.mapping(others + [.init("flows", flows)]), at: place)
    default: return place
    }
  }

  /// The entries of a mapping but some.
  mutating func rest(of node: YAMLNode, without keys: Set<String>) -> [YAMLDraft.Entry] {
    node.entries.filter { !keys.contains($0.key) }.map { kept($0) }
  }
}
