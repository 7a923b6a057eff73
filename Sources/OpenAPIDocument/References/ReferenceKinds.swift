import RecastDiagnostics
import RecastYAMLReader

/// Readings of a reference that leads to another kind of object than its place asks for.
enum ReferenceKinds {
  /// What a place says if it is read as another kind; `nil` when there is no sensible reading.
  static func reading(
    _ place: ReferencePlace,
    as kind: Components.Kind,
    text: String,
    at span: SourceSpan
  ) -> ReferencePlace? {
    switch (kind, place.kind) {
    case (.schemas, _): return schema(in: place)
    case (.responses, .requestBodies), (.requestBodies, .responses), (.headers, .parameters): return place
    case (.responses, .schemas), (.requestBodies, .schemas): return body(of: place, text: text, at: span)
    default: return nil
    }
  }

  /// The schema of a parameter, a header, a content type, or the first content of a body.
  private static func schema(in place: ReferencePlace) -> ReferencePlace? {
    let content = place.node["content"]?.entries.first?.value
    guard let entry = place.node.entry("schema") ?? content?.entry("schema") else { return nil }
    return ReferencePlace(file: place.file, tokens: place.tokens, node: entry.value, span: place.span)
  }

  /// A body that holds a schema as JSON.
  private static func body(of place: ReferencePlace, text: String, at span: SourceSpan) -> ReferencePlace {
    let schema = YAMLDraft.mapping([.init("$ref", .text(text))])
    let content = YAMLDraft.mapping([.init("application/json", .mapping([.init("schema", schema)]))])
    let node = YAMLNode(.mapping([.init("content", content)]), at: span)
    return ReferencePlace(file: place.file, tokens: place.tokens, node: node, span: place.span)
  }
}
