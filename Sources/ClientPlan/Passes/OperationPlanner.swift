import RecastDiagnostics
import RecastOpenAPIDocument

/// An operation with the path that it belongs to and the names it will have.
struct NamedOperation {
  var operation: Operation
  var path: PathItem
  /// The path's template.
  var template: PathTemplate
  /// The factory's name.
  var callName: Identifier

  /// What tells the operation from all others: where it is, and what the document calls it.
  var key: String { Self.key(operation, path) }

  static func key(_ operation: Operation, _ path: PathItem) -> String {
    let place = "\(operation.method.name) \(path.path)"
    return operation.operationID.map { "\(place) \($0)" } ?? place
  }
}

/// A planned operation before it has its resource and its convention.
struct OperationDraft {
  var operation: PlannedOperation
  /// What tells the operation from all others.
  var key: String
  /// The group that it belongs to.
  var resource: ResourceKey
  /// What overlays say about it.
  var extensions: OperationExtensions
  /// What tells it from the main form of its operation, if it is another one: what its names end in.
  var variant: Identifier?
}

/// Plans operations: what they take, what they answer, what they are called.
struct OperationPlanner {
  let document: Document
  let scope: PlannedScope?
  let security: SecurityPlan
  var servers: ServerPlan
  var types: TypePlanner
  /// The bodies of the variants that are planned next, by the operation's name.
  private var furtherBodies: [Identifier: [BodyVariant]] = [:]
  /// The types of what answers hold, by place: several operations may refer to one response.
  var answerTypes: [SourceSpan: TypeReference] = [:]
  /// The types of what operations take, by place, as for answers.
  private var inputTypes: [SourceSpan: TypeUse] = [:]
  /// The names that the document gives parameters, by place.
  private let parameterNames: [SourceSpan: String]
  /// What tags are called that have another name than the one that is written.
  private let tags: [String: String]
  /// The names that the document gives bodies.
  let bodyNames: Set<String>
  /// What the errors of all operations have in common.
  var sharedErrors = SharedErrors()
  /// The outputs of the variants that are planned next, by the operation's name.
  private var furtherOutputs: [Identifier: [OutputVariant]] = [:]
  /// The content types that the parameters of the operation at hand state.
  var stated = StatedContentTypes()
  /// Places in shared parts of the document about which something was said already.
  var reported: Set<SourceSpan> = []

  init(
    _ document: Document,
    scope: PlannedScope?,
    security: SecurityPlan,
    servers: ServerPlan,
    types: TypePlanner
  ) {
    self.document = document
    self.scope = scope
    self.security = security
    self.servers = servers
    self.types = types
    let named = document.components.parameters.compactMap { item -> (SourceSpan, String)? in
      guard !item.isTarget, case .object(let parameter) = item.object else { return nil }
      return (parameter.span, item.name)
    }
    parameterNames = Dictionary(named) { first, _ in first }
    tags = MadeUpNames.tags(document)
    bodyNames = Set(document.components.requestBodies.lazy.filter { !$0.isTarget }.map(\.name))
  }

  /// Every operation of the document that is to be generated, in document order, each with its variants behind it.
  mutating func operations() -> [OperationDraft] {
    planComponentResponses()
    var names = NameScope(reserved: ReservedWords.calls, kept: keptCalls)
    let named = namedOperations(&names)
    findSharedErrors(named)
    return named.flatMap { item in
      let main = OperationDraft(
        operation: plan(item),
        key: item.key,
        resource: resource(of: item),
        extensions: item.operation.extensions
      )
      return [main] + variants(of: main, item, &names)
    }
  }

  /// The names that calls had, of operations that are still there. Which variants there are shows later.
  private var keptCalls: KeptNames {
    let kept = types.known.names(.call)
    guard !kept.isEmpty else { return kept }
    let keys = Set(document.paths.flatMap { path in path.operations.map { NamedOperation.key($0, path) } })
    return kept.only { key in
      keys.contains(key) || (key.lastIndex(of: " ").map { keys.contains(String(key[..<$0])) } ?? false)
    }
  }

  /// The further forms of an operation: the same but for the kind of content that is sent or asked for.
  private mutating func variants(
    of main: OperationDraft,
    _ item: NamedOperation,
    _ names: inout NameScope
  ) -> [OperationDraft] {
    let bodies = (furtherBodies.removeValue(forKey: item.callName) ?? []).compactMap { body -> OperationDraft? in
      guard let suffix = body.suffix else { return nil }
      var draft = variant(suffix, of: main, &names)
      draft.operation.body = body.body
      return draft
    }
    let outputs = (furtherOutputs.removeValue(forKey: item.callName) ?? []).compactMap { output -> OperationDraft? in
      guard let suffix = output.suffix else { return nil }
      var draft = variant(suffix, of: main, &names)
      draft.operation.output = output.output
      draft.operation.accept = output.accept
      return draft
    }
    return bodies + outputs
  }

  private func variant(_ suffix: Identifier, of main: OperationDraft, _ names: inout NameScope) -> OperationDraft {
    var draft = main
    draft.key = "\(main.key) \(suffix.text)"
    draft.operation.callName = names.claim(main.operation.callName.appending(suffix), for: draft.key)
    draft.extensions = OperationExtensions()
    draft.extensions.name = main.extensions.name
    draft.variant = suffix
    return draft
  }

  private mutating func resource(of item: NamedOperation) -> ResourceKey {
    var key = ResourceKey(of: item, scope: document.scope, tags: tags)
    key.name = types.overrides.take(.resourceName, key.name)?.text ?? key.name
    return key
  }

  private mutating func namedOperations(_ scope: inout NameScope) -> [NamedOperation] {
    var result: [NamedOperation] = []
    var wishes: Set<Identifier> = []
    let madeUp = MadeUpNames(document)
    for path in document.paths {
      let template = PathTemplate(path.path)
      for var operation in path.operations where !operation.extensions.ignore {
        let place = "\(operation.method.name) \(path.path)"
        let key = [operation.operationID, place].compactMap { $0 }
        let chosen = key.compactMap { types.overrides.take(.operationName, $0)?.text }.first
        operation.extensions.name = chosen ?? operation.extensions.name
        var item = NamedOperation(operation: operation, path: path, template: template, callName: Identifier("call"))
        item.callName = callName(of: item, madeUp, &scope, &wishes)
        result.append(item)
      }
    }
    return result
  }

  /// The name that the document gives an operation; one after method and path where it gives none of its own.
  private mutating func callName(
    of item: NamedOperation,
    _ madeUp: MadeUpNames,
    _ scope: inout NameScope,
    _ wishes: inout Set<Identifier>
  ) -> Identifier {
    let documentScope = document.scope
    func derived() -> (plain: Identifier, withKeys: Identifier?) {
      OperationNaming.derivedName(item.operation.method, item.template, scope: documentScope)
    }
    func others(_ whole: Identifier? = nil) -> [Identifier] {
      let names = derived()
      return [whole, names.plain, names.withKeys].compactMap { $0 }
    }
    guard let id = item.operation.operationID, !madeUp.mechanical.contains(id) else {
      let names = derived()
      wishes.insert(names.plain)
      let whole = item.operation.operationID.map(SwiftName.value)
      return scope.claim(names.plain, else: [whole, names.withKeys].compactMap { $0 }, for: item.key)
    }
    let whole = SwiftName.value(id)
    if let short = madeUp.short[id].map(SwiftName.value) {
      wishes.insert(short)
      return scope.claim(short, else: others(whole), for: item.key)
    }
    if !wishes.insert(whole).inserted {
      types.log.warning(
        .duplicateOperationID,
        "another operation is called `\(id)` as well",
        at: item.operation.span,
        label: "named after its path instead",
        help: "give every operation an `operationId` of its own"
      )
    }
    return scope.claim(whole, else: others(), for: item.key)
  }

  private mutating func plan(_ item: NamedOperation) -> PlannedOperation {
    let operation = item.operation
    let typePrefix = SwiftName.type(item.callName.text)
    let inputs = inputs(item, typePrefix, reserved: operation.requestBody == nil ? [] : [Identifier("body")])
    let bodies = bodies(operation, typePrefix, inputs.names).map { variant in
      BodyVariant(suffix: variant.suffix, body: variant.body?.called(stated.contentType))
    }
    furtherBodies[item.callName] = bodies.dropFirst().map { variant in
      BodyVariant(suffix: variant.suffix, body: variant.body.map { unambiguous($0, inputs.parameters) })
    }
    let answers = answers(operation)
    var outputs = outputs(operation, answers.successes, typePrefix)
    for position in outputs.indices { outputs[position].ask(for: stated.accept) }
    furtherOutputs[item.callName] = Array(outputs.dropFirst())
    return PlannedOperation(
      operationID: operation.operationID ?? item.callName.text,
      callName: item.callName,
      methodName: item.callName,
      httpMethod: operation.method.name,
      path: item.path.path,
      pathPieces: inputs.path,
      fixedQuery: inputs.fixedQuery,
      parameters: inputs.parameters,
      body: bodies.first?.body.map { unambiguous($0, inputs.parameters) },
      output: outputs.first?.output ?? .empty,
      accept: outputs.first?.accept,
      errors: errors(answers.errors, typePrefix),
      headers: headers(answers.successes),
      server: servers.server(of: operation, item.path, document, log: &types.log),
      security: security.security(of: operation),
      rateLimit: operation.extensions.rateLimit.map {
        PlannedRateLimit(scope: $0.scope, limits: $0.limits.map { ($0.calls, $0.seconds) })
      },
      convention: .send,
      documentation: Documentation(of: operation),
      span: operation.span
    )
  }

  /// The type of what an operation takes. Operations that share a parameter or a body share its type.
  mutating func inputType(of schema: SchemaOrReference?, _ name: Identifier) -> TypeUse {
    guard case .schema(let written)? = schema, !written.isPlainText || written.enumValues != nil else {
      return types.use(of: schema, hint: NameHint(name: name))
    }
    if let known = inputTypes[written.span] { return known }
    let use = types.use(of: schema, hint: NameHint(name: name))
    inputTypes[written.span] = use
    return use
  }

  /// The name of the type of a parameter's values: after the operation, or after a parameter that operations share.
  func typeName(of parameter: Parameter, _ typePrefix: Identifier) -> Identifier {
    parameterNames[parameter.span].map { SwiftName.type($0).appending(Identifier("Parameter")) }
      ?? typePrefix.appending(SwiftName.type(parameter.name))
  }

  /// A body whose members have names that no other argument has: else it is handed over whole.
  private func unambiguous(_ body: PlannedBody, _ parameters: [PlannedParameter]) -> PlannedBody {
    var body = body
    let names = Set(parameters.map(\.name) + [Identifier("options")])
    if body.flattened?.contains(where: { names.contains($0.name) }) == true { body.flattened = nil }
    return body
  }
}

extension Documentation {
  /// What the document says about an operation.
  init(of operation: Operation) {
    let summary = operation.summary?.trimmedEnd
    let description = operation.description?.trimmedEnd
    // Many write the same twice, or begin the description with the summary.
    let repeats = summary.map { summary in description?.saysFirst(summary) ?? false } ?? false
    paragraphs = [repeats ? nil : summary, description].compactMap { $0 }
    paragraphs += [operation.externalDocs?.sentence].compactMap { $0 }
    deprecated = operation.deprecated
  }
}

extension ExternalDocumentation {
  /// Where people read more, as a paragraph.
  var sentence: String { "See \(description.map { "\($0): " } ?? "")<\(url)>" }
}

extension String {
  fileprivate var trimmedEnd: String? {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }

  /// Whether the text begins with another one, as words and whole.
  fileprivate func saysFirst(_ other: String) -> Bool {
    let start = other.last == "." ? String(other.dropLast()) : other
    guard lowercased().hasPrefix(start.lowercased()) else { return false }
    return dropFirst(start.count).first.map { !$0.isLetter && !$0.isNumber } ?? true
  }
}
