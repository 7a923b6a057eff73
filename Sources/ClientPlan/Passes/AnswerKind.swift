import RecastOpenAPIDocument

/// What kind of content an answer is: what callers get depends on it.
enum AnswerKind: Hashable {
  case json, events, lines, records, csv, text, html, xml, data

  init(_ media: MediaType) {
    let essence = media.essence
    switch essence {
    case "text/event-stream": self = .events
    case "application/json-seq", "application/geo+json-seq": self = .records
    case "application/x-ndjson", "application/ndjson", "application/jsonl", "application/x-jsonlines",
      "application/x-jsonl", "application/stream+json", "application/x-json-stream", "application/jsonlines":
      self = .lines
    case "text/csv": self = .csv
    case "text/html", "application/xhtml+xml": self = .html
    case "application/xml", "text/xml": self = .xml
    case "application/yaml", "application/x-yaml", "application/x-www-form-urlencoded": self = .text
    case _ where media.isJSON && !media.isBinaryOfAnyType: self = .json
    case _ where essence.hasSuffix("/json"): self = .json
    case _ where essence.hasSuffix("+xml") && !essence.hasPrefix("image/"): self = .xml
    case _ where essence.hasPrefix("text/"): self = .text
    default: self = .data
    }
  }

  /// What tells the names of an operation's variants apart.
  var suffix: Identifier {
    switch self {
    case .json: Identifier("JSON")
    case .events: Identifier("Events")
    case .lines, .records: Identifier("Records")
    case .csv: Identifier("CSV")
    case .text: Identifier("Text")
    case .html: Identifier("HTML")
    case .xml: Identifier("XML")
    case .data: Identifier("Data")
    }
  }
}

extension MediaType {
  /// Whether the content type is any, and the schema says that it is bytes.
  fileprivate var isBinaryOfAnyType: Bool {
    guard essence == "*/*", case .schema(let schema)? = schema else { return false }
    return schema.format == "binary"
  }
}

extension Response {
  /// The content type that a caller gets who asks for nothing in particular: JSON, else the first.
  var preferredKind: AnswerKind? {
    let kinds = content.map { AnswerKind($0) }
    return kinds.contains(.json) ? .json : kinds.first
  }
}
