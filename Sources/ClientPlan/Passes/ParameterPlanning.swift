import RecastDiagnostics
import RecastOpenAPIDocument

extension OperationPlanner {
  /// Plans the parameters of an operation: scope, required, optional, each in document order.
  mutating func parameters(_ item: NamedOperation, _ typePrefix: Identifier, body: PlannedBody?) -> [PlannedParameter] {
    let declared = declaredParameters(item)
    let template = PathTemplate(item.path.path).parameters
    var reserved: Set<String> = ["options", "core", "self"]
    if let body { reserved.insert(body.name.text) }
    var names = NameScope(reserved: reserved)
    var planned: [PlannedParameter] = []
    for name in template where !planned.contains(where: { $0.wireName == name }) {
      let parameter = declared.first { $0.location == .path && $0.name == name }
      if parameter == nil { reportUndeclared(name, item) }
      planned.append(pathParameter(name, parameter, item, typePrefix, &names))
    }
    for parameter in declared where parameter.location == .path && !template.contains(parameter.name) {
      types.log.warning(
        .unusedPathParameter,
        "the path `\(item.path.path)` has no place for `\(parameter.name)`",
        at: parameter.span,
        label: "left out",
        help: Suggestion.help(for: parameter.name, in: template)
      )
    }
    for parameter in declared where parameter.location != .path {
      if let parameter = self.parameter(parameter, typePrefix, &names) { planned.append(parameter) }
    }
    return planned.filter(\.isScope) + planned.filter { !$0.isScope && $0.required && $0.constant == nil }
      + planned.filter { !$0.isScope && !($0.required && $0.constant == nil) }
  }

  /// The operation's own parameters and those of its path that it does not replace.
  private mutating func declaredParameters(_ item: NamedOperation) -> [Parameter] {
    let own = item.operation.parameters.compactMap { types.index.parameter($0, log: &types.log) }
    let shared = item.path.parameters.compactMap { types.index.parameter($0, log: &types.log) }
    let inherited = shared.filter { parameter in
      !own.contains { $0.name == parameter.name && $0.location == parameter.location }
    }
    return inherited + own
  }

  private mutating func reportUndeclared(_ name: String, _ item: NamedOperation) {
    types.log.warning(
      .undeclaredPathParameter,
      "the path parameter `\(name)` is not described",
      at: item.operation.span,
      label: "taken as a string",
      help: "add a parameter `\(name)` with `in: path`"
    )
  }

  private mutating func pathParameter(
    _ name: String,
    _ parameter: Parameter?,
    _ item: NamedOperation,
    _ typePrefix: Identifier,
    _ names: inout NameScope
  ) -> PlannedParameter {
    if let scope, name == document.scope?.parameter, PathTemplate(item.path.path).parameters.first == name {
      return PlannedParameter(
        wireName: name,
        name: names.claim(scope.name),
        type: scope.type,
        required: true,
        encoding: .path,
        isScope: true,
        documentation: scope.documentation
      )
    }
    let use = parameter.map { types.use(of: $0.schema, hint: hint($0, typePrefix)) } ?? TypeUse(type: .string)
    if let parameter, !isText(use.type) { reportAsText(parameter) }
    let wanted = SwiftName.value(parameter?.clientName ?? name)
    return PlannedParameter(
      wireName: name,
      name: names.claim(wanted, else: [wanted.appending(Identifier("Parameter"))]),
      type: isText(use.type) ? use.type : .string,
      required: true,
      encoding: .path,
      isScope: false,
      documentation: Documentation(paragraphs: [parameter?.description].compactMap { $0 })
    )
  }

  private mutating func parameter(
    _ parameter: Parameter,
    _ typePrefix: Identifier,
    _ names: inout NameScope
  ) -> PlannedParameter? {
    let isIgnoredHeader =
      parameter.location == .header && ["authorization", "content-type"].contains(parameter.name.lowercased())
    if isIgnoredHeader { return nil }
    let use = types.use(of: parameter.schema, hint: hint(parameter, typePrefix))
    guard let (encoding, type) = encoding(of: parameter, use.type) else { return nil }
    let wanted = SwiftName.value(parameter.clientName ?? parameter.name)
    return PlannedParameter(
      wireName: parameter.name,
      name: names.claim(wanted, else: [wanted.appending(Identifier("Parameter"))]),
      type: type,
      required: parameter.required,
      constant: parameter.required ? types.literal(use.constant, type) : nil,
      encoding: encoding,
      isScope: false,
      documentation: Documentation(
        paragraphs: [parameter.description].compactMap { $0 },
        deprecated: parameter.deprecated
      )
    )
  }

  private func hint(_ parameter: Parameter, _ typePrefix: Identifier) -> NameHint {
    NameHint(name: typePrefix.appending(SwiftName.type(parameter.name)), parent: nil)
  }

  /// How a value travels, and the type it has then; `nil` when the parameter has to be left out.
  private mutating func encoding(
    of parameter: Parameter,
    _ type: TypeReference
  ) -> (PlannedParameter.Encoding, TypeReference)? {
    switch (parameter.location, type) {
    case (.query, .array(let element)) where isText(element):
      let style = parameter.style ?? "form"
      if style == "form", parameter.explode ?? true { return (.queryRepeated, type) }
      if style == "form" { return (.queryCommaSeparated, type) }
    case (.query, _) where isText(type): return (.query, type)
    case (.query, _) where parameter.style == "deepObject": return (.queryDeepObject, type)
    case (.header, _) where isText(type): return (.header, type)
    case (.header, _), (.query, _): break
    case (.path, _), (.cookie, _):
      types.log.warning(
        .unsupportedParameter,
        "cookie parameters are not generated yet",
        at: parameter.span,
        label: "left out; `CallOptions` can add the header"
      )
      return nil
    }
    reportAsText(parameter)
    return (parameter.location == .header ? .header : .query, .string)
  }

  private mutating func reportAsText(_ parameter: Parameter) {
    // What an earlier error left without a type is that error's business.
    guard !types.log.hasErrors else { return }
    types.log.warning(
      .unsupportedParameter,
      "the encoding of parameter `\(parameter.name)` is not generated yet",
      at: parameter.span,
      label: "taken as text that the caller encodes"
    )
  }

  /// Whether values of a type can be written as plain text.
  private func isText(_ type: TypeReference) -> Bool {
    switch type {
    case .array, .map, .json, .nullable, .data: false
    case .named(let name):
      if case .enumeration? = types.declared[name]?.kind { true } else { false }
    default: true
    }
  }
}
