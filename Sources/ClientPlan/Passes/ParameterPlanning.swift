import RecastDiagnostics
import RecastOpenAPIDocument

/// What an operation takes beside its body.
struct PlannedInputs {
  var path: [PathPiece] = []
  var fixedQuery: [(name: String, value: String)] = []
  var parameters: [PlannedParameter] = []
  /// The names that arguments have already.
  var names: NameScope
}

extension OperationPlanner {
  /// Plans the path and the parameters of an operation: scope, required, optional, each in document order.
  ///
  /// - Parameter reserved: names that other arguments have.
  mutating func inputs(_ item: NamedOperation, _ typePrefix: Identifier, reserved: [Identifier]) -> PlannedInputs {
    let template = item.template
    report(template.oddities, item.path)
    var declared = settled(declaredParameters(item), template, item)
    var inputs = PlannedInputs(
      names: NameScope(
        reserved: Set(["options", "core", "self"] + reserved.map(\.text)),
        kept: types.known.names(
          .argument,
          in: [item.callName],
          of: template.parameters + template.query.map(\.name) + declared.map(\.name)
        )
      )
    )
    var planned: [String: PlannedParameter] = [:]
    inputs.path = template.pieces.map { piece in
      guard case .parameter(let name) = piece else {
        if case .literal(let text) = piece { return .literal(text) }
        return .literal("")
      }
      let parameter = planned[name] ?? pathParameter(name, declared, item, typePrefix, &inputs.names)
      if planned.updateValue(parameter, forKey: name) == nil { inputs.parameters.append(parameter) }
      return .parameter(parameter.name, parameter.pathStyle)
    }
    take(template.query, &declared, item, &inputs)
    reportUnused(declared, template, item)
    for parameter in declared where parameter.location != .path {
      inputs.parameters.append(self.parameter(parameter, typePrefix, &inputs.names))
    }
    let parameters = inputs.parameters
    let contested = inputs.names.contested(among: parameters.lazy.map { ($0.wireName, $0.name) })
    types.keep(contested, .argument, in: [item.callName])
    inputs.parameters =
      parameters.filter(\.isScope) + parameters.filter { !$0.isScope && $0.hasNoDefault }
      + parameters.filter { !$0.isScope && !$0.hasNoDefault }
    return inputs
  }

  // MARK: The path

  private mutating func report(_ oddities: [PathTemplate.Oddity], _ path: PathItem) {
    for oddity in oddities {
      let (message, label) =
        switch oddity {
        case .colon(let name): ("`:\(name)` is not how OpenAPI writes a path parameter", "read as `{\(name)}`")
        case .format(let text): ("`\(text)` is not part of a path", "left out")
        case .optional(let text): ("`\(text)` is an optional part of a path", "always sent")
        case .host(let text): ("a path has no host, as in `\(text)`", "sent to the server of all paths")
        case .space: ("a path begins or ends with white space", "left out")
        case .brace: ("a brace has no partner", "read as well as it goes")
        case .query: ("a path has no query", "sent as query parameters")
        case .fragment: ("a path has no fragment", "what follows `#` is never sent")
        }
      types.log.warning(.pathTemplate, message, at: path.span, label: label)
    }
  }

  /// The query parameters that the path as written has; one that is described as well is sent as described.
  private mutating func take(
    _ query: [PathTemplate.QueryPart],
    _ declared: inout [Parameter],
    _ item: NamedOperation,
    _ inputs: inout PlannedInputs
  ) {
    for part in query where !declared.contains(where: { $0.location == .query && $0.name == part.name }) {
      switch part.value {
      case .literal(let value): inputs.fixedQuery.append((part.name, value))
      case .parameter(let name):
        let position = declared.firstIndex { $0.name == name && [.path, .query].contains($0.location) }
        var parameter = position.map { declared.remove(at: $0) } ?? Parameter(undeclared: part.name, at: item.path.span)
        parameter.name = part.name
        parameter.location = .query
        parameter.clientName = parameter.clientName ?? name
        declared.append(parameter)
      }
    }
  }

  private mutating func reportUnused(_ declared: [Parameter], _ template: PathTemplate, _ item: NamedOperation) {
    let names = template.parameters
    for parameter in declared where parameter.location == .path && !names.contains(parameter.name) {
      if names.contains(where: { PathVariable($0).name == parameter.name }) { continue }
      types.log.warning(
        .unusedPathParameter,
        "the path `\(item.path.path)` has no place for `\(parameter.name)`",
        at: parameter.span,
        label: "left out",
        help: Suggestion.help(for: parameter.name, in: names)
      )
    }
  }

  private mutating func pathParameter(
    _ name: String,
    _ declared: [Parameter],
    _ item: NamedOperation,
    _ typePrefix: Identifier,
    _ names: inout NameScope
  ) -> PlannedParameter {
    if let scope, name == document.scope?.parameter, item.template.parameters.first == name {
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
    let described = declared.filter { $0.location == .path }
    let variable = PathVariable(name)
    if let parameter = described.first(where: { $0.name == name })
      ?? described.first(where: { $0.name == variable.name })
    {
      var planned = self.parameter(parameter, typePrefix, &names)
      if parameter.allowsReserved || variable.takesSegments || parameter.hasSlashes {
        allowSegments(&planned, parameter)
      }
      return planned
    }
    types.log.warning(
      .undeclaredPathParameter,
      "the path parameter `\(name)` is not described",
      at: item.operation.span,
      label: "taken as a string",
      help: "add a parameter `\(name)` with `in: path`"
    )
    let wanted = SwiftName.value(variable.name)
    return PlannedParameter(
      wireName: name,
      name: names.claim(wanted, else: [wanted.appending(Identifier("Parameter"))], for: name),
      type: .string,
      required: true,
      encoding: variable.takesSegments ? .styledPath(.reserved) : .path,
      isScope: false,
      documentation: Documentation()
    )
  }

  /// Lets the slashes of a value stand for themselves.
  private mutating func allowSegments(_ planned: inout PlannedParameter, _ parameter: Parameter) {
    switch planned.encoding {
    case .path, .styledPath(.simple(explode: false)): planned.encoding = .styledPath(.reserved)
    default: reportReserved(parameter)
    }
  }

  private mutating func reportReserved(_ parameter: Parameter) {
    types.log.warning(
      .parameterStyle,
      "`allowReserved` means nothing for the way in which `\(parameter.name)` is written",
      at: parameter.span,
      label: "reserved characters are percent-encoded"
    )
  }

  // MARK: Parameters

  private mutating func parameter(
    _ parameter: Parameter,
    _ typePrefix: Identifier,
    _ names: inout NameScope
  ) -> PlannedParameter {
    let schema = parameter.schema ?? parameter.content?.schema
    var use = inputType(of: schema, typeName(of: parameter, typePrefix))
    if schema == nil {
      reportWithoutSchema(parameter)
      if parameter.content?.isJSON != true { use.type = .string }
    }
    // What may be null and left out is nil in both cases, and not sent.
    let mayBeNull = use.nullable && parameter.required
    let encoded = encoded(parameter, mayBeNull ? .nullable(use.type) : use.type)
    if parameter.allowsReserved, !encoded.encoding.canKeepReserved { reportReserved(parameter) }
    let wanted = SwiftName.value(parameter.clientName ?? parameter.name)
    return PlannedParameter(
      wireName: parameter.name,
      name: names.claim(
        wanted,
        else: [wanted.appending(Identifier("Parameter"))],
        for: parameter.name,
        isChosen: parameter.clientName != nil
      ),
      type: encoded.type,
      required: parameter.required,
      constant: parameter.required ? types.literal(use.constant, encoded.type) : nil,
      encoding: encoded.encoding,
      allowsReserved: parameter.allowsReserved && encoded.encoding.location == .query
        && encoded.encoding.canKeepReserved,
      isScope: false,
      documentation: Documentation(of: parameter, schema)
    )
  }

  private mutating func reportWithoutSchema(_ parameter: Parameter) {
    types.log.warning(
      .parameterWithoutSchema,
      "parameter `\(parameter.name)` has no schema",
      at: parameter.span,
      label: parameter.content?.isJSON == true ? "taken as any value" : "taken as text",
      help: "add a `schema`"
    )
  }
}

extension PlannedParameter.Encoding {
  /// Whether reserved characters can stand for themselves; in the path, the template has a say in that as well.
  fileprivate var canKeepReserved: Bool {
    switch self {
    case .path, .styledPath, .query, .queryRepeated, .queryCommaSeparated, .queryDeepObject, .queryForm,
      .querySpaceDelimited, .queryPipeDelimited:
      true
    // Nothing is encoded there in the first place.
    case .header, .headerSimple, .headerJSON, .cookieVerbatim: true
    case .queryJSON, .wholeQuery, .wholeQueryJSON, .cookie, .cookieForm, .cookieJSON: false
    }
  }
}

extension Parameter {
  /// Whether the pattern of the values has slashes, as those of resource names have: `projects/[^/]+/topics/[^/]+`.
  fileprivate var hasSlashes: Bool {
    guard case .schema(let schema)? = schema else { return false }
    return schema.constraints.contains { $0.keyword == "pattern" && PathVariable.hasSlash($0.value) }
  }

  /// A query parameter that a path names and nothing describes.
  fileprivate init(undeclared name: String, at span: SourceSpan) {
    self.init(
      name: name,
      location: .query,
      required: true,
      deprecated: false,
      allowsReserved: false,
      schema: .schema(Schema(string: span)),
      span: span
    )
  }
}

extension Schema {
  /// The schema of any string.
  fileprivate init(string span: SourceSpan) {
    self.init(span: span)
    types = [.string]
  }
}

extension Documentation {
  /// What a parameter and its schema say.
  fileprivate init(of parameter: Parameter, _ schema: SchemaOrReference?) {
    var described = schema.map { Documentation(of: $0) } ?? Documentation()
    if let description = parameter.description {
      // The schema speaks of values, the parameter of their purpose; its limits come last.
      if case .schema(let written)? = schema, written.description ?? written.title != nil {
        described.paragraphs.removeFirst()
      } else if case .reference? = schema {
        described.paragraphs = []
      }
      described.paragraphs.insert(description, at: 0)
    }
    if case .schema(let written)? = schema, let value = written.defaultValue?.scalarText, !value.isEmpty {
      described.paragraphs.append("The server assumes `\(value)`.")
    }
    self = described
    deprecated = deprecated || parameter.deprecated
  }
}
