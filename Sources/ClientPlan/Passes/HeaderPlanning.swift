import RecastDiagnostics
import RecastOpenAPIDocument

extension OperationPlanner {
  /// The header fields of the answers, each once.
  mutating func headers(_ answers: [DescribedAnswer]) -> [PlannedHeader] {
    var result: [PlannedHeader] = []
    for answer in answers {
      reportHeaders(of: answer.response)
      for header in answer.response.headers
      where !result.contains(where: { $0.name.lowercased() == header.name.lowercased() }) {
        let text = header.description ?? header.schema.flatMap(\.description)
        let paragraphs = [text].compactMap { $0 }
        result.append(PlannedHeader(name: header.name, documentation: Documentation(paragraphs: paragraphs)))
      }
    }
    return result
  }

  /// Header fields are text; one that is described as an object is read by callers themselves.
  mutating func reportHeaders(of response: Response) {
    for header in response.headers {
      guard let schema = header.schema, case .schema(let inline) = schema, !inline.properties.isEmpty,
        reported.insert(header.span).inserted
      else { continue }
      types.log.warning(
        .notGenerated,
        "a header field that holds an object is not decoded",
        at: header.span,
        label: "reachable as text"
      )
    }
  }
}

extension SchemaOrReference {
  fileprivate var description: String? {
    switch self {
    case .schema(let schema): schema.description
    case .reference(_, let siblings): siblings.description
    }
  }
}
