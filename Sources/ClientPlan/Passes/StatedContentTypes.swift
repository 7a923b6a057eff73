import RecastOpenAPIDocument

/// Content types that an operation states in the parameters `Accept` and `Content-Type`: that is how APIs ask for one of
/// their versions.
struct StatedContentTypes {
  var accept: String?
  var contentType: String?
}

extension OperationPlanner {
  /// The only special type of JSON that a header field may name, or the one that it usually does.
  mutating func statedJSONType(_ parameter: Parameter) -> String? {
    guard let schema = parameter.schema.flatMap({ types.resolved($0) }) else { return nil }
    let only = schema.enumValues.flatMap { $0.count == 1 ? $0.first : nil }
    let name = (only ?? schema.defaultValue)?.scalarText
    return name.flatMap { $0.isJSONType && $0.lowercased() != "application/json" ? $0 : nil }
  }
}

extension PlannedOutput {
  /// Whether the answer is a JSON value.
  fileprivate var isJSON: Bool {
    switch self {
    case .json, .optionalJSON: true
    case .empty, .text, .stream, .values, .cases: false
    }
  }
}

extension OutputVariant {
  /// Asks for a type of JSON where the document describes plain JSON.
  mutating func ask(for type: String?) {
    guard let type else { return }
    if output.isJSON, accept == nil { accept = type }
    guard case .cases(var answers) = output else { return }
    for position in answers.cases.indices where answers.cases[position].output.isJSON {
      answers.cases[position].accept = answers.cases[position].accept ?? type
    }
    output = .cases(answers)
  }
}

extension PlannedBody {
  /// Calls plain JSON by the name of a type of JSON.
  func called(_ type: String?) -> PlannedBody {
    guard case .json = content, contentType == nil else { return self }
    var body = self
    body.contentType = type
    return body
  }
}
