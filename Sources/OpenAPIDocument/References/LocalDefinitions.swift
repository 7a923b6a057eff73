import RecastDiagnostics
import RecastYAMLReader

extension NodeReader {
  /// A reference into `$defs` from inside of a schema that was written for itself, such as those of validation
  /// libraries: it means the definitions of the nearest schema around it, because a document as a whole has none.
  mutating func localDefinition(_ text: String, at span: SourceSpan) -> ReferencePlace? {
    guard text.hasPrefix("#/$defs/"), case .pointer(let tokens) = ReferenceText(text).place, tokens.count == 2 else {
      return nil
    }
    let path = references.files.path(of: "", from: span)
    guard let root = references.files.root(path, log: &log), root["$defs"] == nil,
      let schema = Self.nearest(span, in: root, where: { $0["$defs"]?[tokens[1]] != nil }),
      let entry = schema.node["$defs"]?.entry(tokens[1])
    else { return nil }
    let place = ReferencePlace(
      file: path,
      tokens: schema.tokens + tokens,
      node: entry.value,
      span: entry.keySpan
    )
    // In a schema with an address of its own, pointers start there.
    if schema.node["$id"] == nil {
      log.warning(
        .unresolvedReference,
        "`\(text)` is not the way to write a reference",
        at: span,
        label: "read as `#/\(place.tokens.joined(separator: "/"))`"
      )
    }
    return place
  }

  /// The innermost node around a span that meets a condition, with the way to it.
  private static func nearest(
    _ span: SourceSpan,
    in root: YAMLNode,
    where condition: (YAMLNode) -> Bool
  ) -> (node: YAMLNode, tokens: [String])? {
    func holds(_ node: YAMLNode) -> Bool {
      node.span.file.path == span.file.path && node.span.range.contains(span.range.lowerBound)
    }
    var found: (node: YAMLNode, tokens: [String])?
    var node = root
    var tokens: [String] = []
    while true {
      if condition(node) { found = (node, tokens) }
      if let entry = node.entries.first(where: { holds($0.value) }) {
        (node, tokens) = (entry.value, tokens + [entry.key])
      } else if let index = node.items.firstIndex(where: holds) {
        (node, tokens) = (node.items[index], tokens + ["\(index)"])
      } else {
        return found
      }
    }
  }
}
