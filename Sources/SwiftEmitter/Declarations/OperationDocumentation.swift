import RecastClientPlan

/// What the documentation of an operation's method and of its call says.
struct OperationDocumentation {
  private let operation: PlannedOperation
  private let spelling: TypeSpelling

  init(_ operation: PlannedOperation, _ spelling: TypeSpelling) {
    self.operation = operation
    self.spelling = spelling
  }

  private var fallback: DocComment { DocComment("Calls \(code: operation.operationID).") }

  /// The documentation of the call's factory: the method that sends it has the rest.
  var forCall: DocComment {
    DocComment("\(code: line)")
  }

  /// The documentation of the method that sends the call.
  func forMethod(hidden: Set<Identifier> = []) -> DocComment {
    let shown = operation.parameters.filter { !$0.isScope && !hidden.contains($0.name) }
    var comment = DocComment(operation.documentation, else: fallback).adding("\(code: line)")
    for limit in operation.rateLimit?.limits ?? [] {
      comment = comment.adding("At most \(limit.calls) calls \(window: limit.seconds); further ones wait.")
    }
    comment = comment.adding("- Parameters:", items: parameters(shown) + bodyParameters + optionsParameter)
    switch operation.convention {
    case .send: return comment.adding(headers: operation.headers).adding(errors: operation.errors, spelling)
    case .job:
      return comment.adding("- Returns: The job; `finished(within:)` waits for its result.")
        .adding(errors: operation.errors, spelling)
    case .pages, .download: return comment
    }
  }

  private var optionsParameter: [(name: Identifier, text: DocComment)] {
    [(Identifier("options"), DocComment("Timeout and further headers of this call."))]
  }

  private var line: String { "\(operation.httpMethod) \(operation.path)" }

  private var bodyParameters: [(name: Identifier, text: DocComment)] {
    guard let body = operation.body else { return [] }
    if !body.members.isEmpty {
      return body.members.map { member in
        (member.name, DocComment(member.documentation, else: DocComment("The member \(code: member.wireName).")))
      }
    }
    return [(body.name, DocComment(body.documentation, else: DocComment("The request body.")))]
  }

  private func parameters(_ parameters: [PlannedParameter]) -> [(name: Identifier, text: DocComment)] {
    parameters.map { parameter in
      (
        parameter.name,
        DocComment(parameter.documentation, else: DocComment("The parameter \(code: parameter.wireName)."))
      )
    }
  }
}

extension DocComment {
  /// Adds what a call throws, with the types of the errors' bodies.
  fileprivate func adding(errors: [PlannedError], _ spelling: TypeSpelling) -> DocComment {
    let comment = adding(
      "- Throws: `APIError` when the server refuses, `TransportError` when it is out of reach; see `Connection.send`."
    )
    var types: [TypeReference] = []
    for error in errors where !types.contains(error.type) { types.append(error.type) }
    return comment.adding(
      items: types.map { type in
        let statuses = errors.filter { $0.type == type }.map(\.status)
        return DocComment("\(list: statuses): its body is \(swift: spelling(type)); see `APIError.decoded(as:)`.")
      }
    )
  }

  /// Adds the header fields of the answer, which `Connection.response` hands over.
  fileprivate func adding(headers: [PlannedHeader]) -> DocComment {
    guard !headers.isEmpty else { return self }
    return adding("Header fields of the answer, for `Connection.response`:").adding(
      items: headers.map { header in
        DocComment("\(code: header.name)").adding(header.documentation)
      }
    )
  }
}
