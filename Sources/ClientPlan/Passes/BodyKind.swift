import RecastOpenAPIDocument

/// The kinds of request body; content types of one kind are handed over in the same way.
enum BodyKind: Hashable {
  case json, jsonPatch, mergePatch, form, multipart, text, xml, file

  /// What the names of a variant end in.
  var suffix: Identifier {
    switch self {
    case .json: Identifier("JSON")
    case .jsonPatch: Identifier("JSONPatch")
    case .mergePatch: Identifier("MergePatch")
    case .form: Identifier("Form")
    case .multipart: Identifier("Multipart")
    case .text: Identifier("Text")
    case .xml: Identifier("XML")
    case .file: Identifier("File")
    }
  }
}

extension OperationPlanner {
  /// The kind of a content type.
  mutating func kind(of media: MediaType) -> BodyKind {
    let essence = media.essence
    // Everything may be bytes; only a schema of something else says that it is JSON.
    if essence == "*/*", let schema = media.schema, types.resolved(schema)?.isBinary == true { return .file }
    switch essence {
    case "application/json-patch+json": return .jsonPatch
    case "application/merge-patch+json": return .mergePatch
    case _ where media.isJSON: return .json
    case "application/x-www-form-urlencoded": return .form
    case "application/xml", "text/xml": return .xml
    case _ where essence.hasPrefix("multipart/"): return .multipart
    case _ where essence.hasSuffix("+xml"): return .xml
    case _ where essence.hasPrefix("text/"): return .text
    case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/json-lines",
      "application/yaml",
      "application/x-yaml", "application/graphql", "application/sql":
      return .text
    default: return .file
    }
  }
}

extension MediaType {
  /// The content type as it is sent with a text or JSON: a range is no content type, and a text says its encoding.
  var statedType: String? {
    guard !essence.contains("*") else { return essence.hasPrefix("text/") ? "text/plain; charset=utf-8" : nil }
    return essence.hasPrefix("text/") && essence != "text/json" && !name.lowercased().contains("charset")
      ? "\(name); charset=utf-8" : name
  }

  /// Whether two content types have the same schema: the same one, or one that is written alike.
  func hasSameSchema(as other: MediaType) -> Bool {
    switch (schema, other.schema) {
    case (nil, nil): true
    case (.reference(let first, _)?, .reference(let second, _)?):
      first.componentName(in: .schemas) == second.componentName(in: .schemas)
    case (.schema(let first)?, .schema(let second)?):
      first.span == second.span
        || first.span.text.filter { !$0.isWhitespace } == second.span.text.filter { !$0.isWhitespace }
    default: false
    }
  }
}

extension String {
  /// Whether a content type is JSON.
  var isJSONType: Bool {
    let essence = prefix { $0 != ";" }.filter { !$0.isWhitespace }.lowercased()
    return essence == "application/json" || essence.hasSuffix("+json") || essence == "text/json"
  }
}
