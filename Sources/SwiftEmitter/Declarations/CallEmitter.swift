import RecastClientPlan

/// Prints the factory of an operation's call.
///
///     public static func getReport(client: String, id: Int) -> Call<Report> {
///       Call("getReport", .get, "/v1/clients/\(client)/reports/\(id)", response: .json)
///     }
struct CallEmitter {
  let spelling: TypeSpelling
  let operation: PlannedOperation

  func emit(_ writer: inout SourceWriter) {
    writer.doc(OperationDocumentation(operation, spelling).forCall)
    let output = spelling.output(operation.output)
    let call = spelling.runtime(Identifier("Call"))
    writer.function(
      "\(spelling.access)static func \(operation.callName)",
      parameters,
      effects: " -> \(call)<\(output)>"
    ) { writer in
      writer.expression(.call(call, arguments))
    }
  }

  private var parameters: [Code] { operation.callArguments.map { spelling.parameter($0) } }

  private var arguments: [Expression.Argument] {
    var arguments: [Expression.Argument] = [
      .init(.code("\(StringLiteral(operation.operationID))")),
      .init(.code(method)),
      .init(.code(path)),
    ]
    let fixed = operation.fixedQuery.map { item -> Code in
      ".item(\(StringLiteral(item.name)), \(StringLiteral(item.value)))"
    }
    let items: [(label: Code, items: [Code])] = [
      ("query", fixed + self.items(.query)), ("headers", self.items(.header)), ("cookies", self.items(.cookie)),
    ]
    for (label, items) in items where !items.isEmpty {
      arguments.append(.init(label, .array(items.map { .code($0) })))
    }
    if let body = operation.body {
      arguments.append(.init("body", BodyEmitter(spelling: spelling, body: body).value))
    }
    if let limit = operation.rateLimit { arguments.append(.init("rateLimit", rateLimit(limit))) }
    if !operation.checks.isEmpty {
      let checks = operation.checks.map { CheckEmitter(spelling: spelling, check: $0).value }
      arguments.append(.init("checks", .array(checks)))
    }
    if let server = operation.server { arguments.append(.init("server", .code("\(StringLiteral(server))"))) }
    switch operation.security {
    case .credential: break
    case .none: arguments.append(.init("authentication", .code("false")))
    case .alternatives(let alternatives): arguments.append(.init("security", security(alternatives)))
    }
    arguments.append(.init("response", AnswerEmitter(spelling: spelling).decoding(operation.output, operation.accept)))
    return arguments
  }

  private func items(_ location: PlannedParameter.Location) -> [Code] {
    operation.parameters.filter { $0.location == location }.map { ParameterEmitter(parameter: $0).item }
  }

  private var method: Code {
    switch operation.httpMethod {
    case "GET": ".get"
    case "PUT": ".put"
    case "POST": ".post"
    case "DELETE": ".delete"
    case "OPTIONS": ".options"
    case "HEAD": ".head"
    case "PATCH": ".patch"
    case "TRACE": ".trace"
    case "QUERY": ".query"
    // The plan holds nothing but valid names, so that `trace` never comes up.
    default: "HTTPRequest.Method(rawValue: \(StringLiteral(operation.httpMethod))) ?? .trace"
    }
  }

  private var path: Code {
    .interpolatedLiteral(
      operation.pathPieces.map { piece in
        switch piece {
        case .literal(let text): .text(text)
        case .parameter(let name, let style): .code(style.map { "\(name), \(PathStyleEmitter.code($0))" } ?? "\(name)")
        }
      }
    )
  }

  private func security(_ alternatives: [[String]]) -> Expression {
    .array(alternatives.map { names in .code("[\(.joined(names.map { "\(StringLiteral($0))" }))]") })
  }

  private func rateLimit(_ limit: PlannedRateLimit) -> Expression {
    let limits = limit.limits.map { Expression.code(".init(calls: \($0.calls), per: .seconds(\($0.seconds)))") }
    return .call(
      spelling.runtime(Identifier("RateLimit")),
      [.init("scope", .code("\(StringLiteral(limit.scope))")), .init("limits", .array(limits))]
    )
  }
}

extension Code {
  /// A part of a string literal with interpolations.
  enum LiteralPart {
    case text(String)
    case code(Code)
  }

  /// A string literal with interpolations of code.
  static func interpolatedLiteral(_ parts: [LiteralPart]) -> Code {
    let inner = parts.map { part -> Code in
      switch part {
      case .text(let text): Code(literalInside: StringLiteral(text))
      case .code(let code): "\\(\(code))"
      }
    }
    return "\"\(.joined(inner, separator: ""))\""
  }
}

extension TypeSpelling {
  /// A parameter with its type and default.
  func parameter(_ parameter: PlannedParameter) -> Code {
    let head: Code = "\(Code.label(parameter.name)): \(self(parameter.type))"
    if let constant = parameter.constant { return "\(head) = \(self(constant))" }
    return parameter.required ? head : "\(head)? = nil"
  }

  /// A property as a parameter, with its default.
  func parameter(_ property: PlannedProperty) -> Code {
    let head: Code = "\(Code.label(property.name)): \(self(property))"
    if let value = property.defaultValue { return "\(head) = \(self(value))" }
    return property.isOptional ? "\(head) = nil" : head
  }

  /// A body as a parameter.
  func parameter(_ body: PlannedBody) -> Code {
    let type = body.type.map { self($0) } ?? self(.json)
    return body.required ? "\(Code.label(body.name)): \(type)" : "\(Code.label(body.name)): \(type)? = nil"
  }

  /// An argument with its type and default.
  func parameter(_ argument: PlannedArgument) -> Code {
    switch argument {
    case .parameter(let parameter): self.parameter(parameter)
    case .body(let body): self.parameter(body)
    case .member(let member): self.parameter(member)
    }
  }
}
