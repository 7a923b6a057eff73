/// An argument of an operation's factory or method, in the order of both: what every call states comes first.
package enum PlannedArgument: Sendable {
  /// A parameter.
  case parameter(PlannedParameter)
  /// The body as a whole.
  case body(PlannedBody)
  /// A member of the body that is stated on its own.
  case member(PlannedProperty)

  /// Whether callers have to give a value.
  package var hasNoDefault: Bool {
    switch self {
    case .parameter(let parameter): parameter.hasNoDefault
    case .body(let body): body.required
    case .member(let member): !member.hasDefault
    }
  }

  /// The Swift name.
  package var name: Identifier {
    switch self {
    case .parameter(let parameter): parameter.name
    case .body(let body): body.name
    case .member(let member): member.name
    }
  }
}

extension PlannedOperation {
  /// The arguments of the factory.
  package var callArguments: [PlannedArgument] { arguments(body.map { $0.callArguments } ?? []) }

  /// The arguments that the method hands on or makes the body of, with those of the scope.
  package var methodArguments: [PlannedArgument] { arguments(body.map { $0.methodArguments } ?? []) }

  /// Required values first, those of the body behind those of path and query; an optional body comes last, members of
  /// a body before optional parameters.
  private func arguments(_ body: [PlannedArgument]) -> [PlannedArgument] {
    let parameters = parameters.map(PlannedArgument.parameter)
    let required = parameters.filter(\.hasNoDefault) + body.filter(\.hasNoDefault)
    let optional = parameters.filter { !$0.hasNoDefault }
    let rest = body.filter { !$0.hasNoDefault }
    if case .body? = rest.first { return required + optional + rest }
    return required + rest + optional
  }
}

extension PlannedBody {
  /// What the factory takes.
  package var callArguments: [PlannedArgument] {
    if case .multipart(let parts) = content { return parts.map { .member($0.property) } }
    return [.body(self)]
  }

  /// What the method takes.
  package var methodArguments: [PlannedArgument] {
    flattened.map { $0.map(PlannedArgument.member) } ?? callArguments
  }
}
