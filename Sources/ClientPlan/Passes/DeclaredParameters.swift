import RecastDiagnostics
import RecastOpenAPIDocument

extension OperationPlanner {
  /// The parameters that an operation has: those of its path that it does not replace, and its own, each once.
  mutating func declaredParameters(_ item: NamedOperation) -> [Parameter] {
    stated = StatedContentTypes()
    let own = distinct(item.operation.parameters.compactMap { types.index.parameter($0, log: &types.log) })
    let shared = distinct(item.path.parameters.compactMap { types.index.parameter($0, log: &types.log) })
    let inherited = shared.filter { parameter in !own.contains { $0.isSame(as: parameter) } }
    return named((inherited + own).filter { !isIgnored($0, item.operation) }, item.operation.extensions.parameterNames)
  }

  /// The parameters with the labels that the operation chooses for them.
  private mutating func named(_ parameters: [Parameter], _ names: [ParameterNameExtension]) -> [Parameter] {
    var parameters = parameters
    for chosen in names {
      let positions = parameters.indices.filter { parameters[$0].name == chosen.wireName }
      for position in positions { parameters[position].clientName = chosen.name }
      guard positions.isEmpty else { continue }
      types.log.error(
        .unusableConvention,
        "the operation has no parameter `\(chosen.wireName)`",
        at: chosen.span,
        help: Suggestion.help(for: chosen.wireName, in: parameters.map(\.name))
      )
    }
    return parameters
  }

  /// The parameters without those that are listed twice.
  private mutating func distinct(_ parameters: [Parameter]) -> [Parameter] {
    var kept: [Parameter] = []
    for parameter in parameters {
      guard let first = kept.first(where: { $0.isSame(as: parameter) }) else {
        kept.append(parameter)
        continue
      }
      types.log.warning(
        .duplicateParameter,
        "there is another parameter `\(parameter.name)` in the same place",
        at: parameter.span,
        label: "left out",
        notes: first.span == parameter.span ? [] : [.init("the first one is here", at: first.span)]
      )
    }
    return kept
  }

  /// Whether something else sends what a parameter is about.
  private mutating func isIgnored(_ parameter: Parameter, _ operation: Operation) -> Bool {
    let reason: String
    switch (parameter.location, parameter.name.lowercased()) {
    case (.header, "accept"):
      stated.accept = statedJSONType(parameter)
      reason =
        stated.accept.map { "always `\($0)`, unless an answer is described as another type" }
        ?? "the answer's content type decides"
    case (.header, "content-type"):
      stated.contentType = statedJSONType(parameter)
      reason =
        stated.contentType.map { "always `\($0)`, unless the body is described as another type" }
        ?? "the body's content type decides"
    case _ where isCredential(parameter, operation): reason = "the connection sends its credential there"
    default: return false
    }
    types.log.note(
      .ignoredParameter,
      "parameter `\(parameter.name)` is not generated",
      at: parameter.span,
      label: reason
    )
    return true
  }

  /// Whether the credential of an operation travels where a parameter would.
  private func isCredential(_ parameter: Parameter, _ operation: Operation) -> Bool {
    let requirements = operation.security ?? document.security ?? []
    let schemes = requirements.flatMap(\.schemes).compactMap { scheme in
      document.components.securitySchemes.first { $0.name == scheme.name }?.object
    }
    return schemes.contains { $0.travels(as: parameter) }
  }
}

extension Parameter {
  /// Whether two parameters are one to the server.
  fileprivate func isSame(as other: Parameter) -> Bool {
    guard location == other.location else { return false }
    return location == .header ? name.lowercased() == other.name.lowercased() : name == other.name
  }
}

extension SecurityScheme {
  /// Whether a credential of this scheme is sent where a parameter would be.
  fileprivate func travels(as parameter: Parameter) -> Bool {
    switch placement {
    case .bearer, .basic, .authorization:
      parameter.location == .header && parameter.name.lowercased() == "authorization"
    case .header(let name): parameter.location == .header && parameter.name.lowercased() == name.lowercased()
    case .query(let name): parameter.location == .query && parameter.name == name
    case .cookie(let name): parameter.location == .cookie && parameter.name == name
    case .transport, .other: false
    }
  }
}
