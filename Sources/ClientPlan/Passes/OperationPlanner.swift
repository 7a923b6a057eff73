import RecastDiagnostics
import RecastOpenAPIDocument

/// An operation with the path that it belongs to and the names it will have.
struct NamedOperation {
  var operation: Operation
  var path: PathItem
  /// The factory's name.
  var callName: Identifier
}

/// A planned operation before it has its resource and its convention.
struct OperationDraft {
  var operation: PlannedOperation
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
  var types: TypePlanner
  /// The bodies of the variants that are planned next, by the operation's name.
  private var furtherBodies: [Identifier: [BodyVariant]] = [:]

  init(document: Document, scope: PlannedScope?, types: TypePlanner) {
    self.document = document
    self.scope = scope
    self.types = types
  }

  /// Every operation of the document that is to be generated, in document order, each with its variants behind it.
  mutating func operations() -> [OperationDraft] {
    var names = NameScope(reserved: ReservedWords.calls)
    return namedOperations(&names).flatMap { item in
      let main = OperationDraft(
        operation: plan(item),
        resource: ResourceKey(of: item, scope: document.scope),
        extensions: item.operation.extensions
      )
      return [main] + variants(of: main, item, &names)
    }
  }

  /// The further forms of an operation: the same but for the kind of body that is sent.
  private mutating func variants(
    of main: OperationDraft,
    _ item: NamedOperation,
    _ names: inout NameScope
  ) -> [OperationDraft] {
    (furtherBodies.removeValue(forKey: item.callName) ?? []).map { variant in
      var draft = main
      let suffix: Identifier = variant.suffix ?? Identifier("Other")
      draft.operation.callName = names.claim(item.callName.appending(suffix))
      draft.operation.body = variant.body
      draft.extensions = OperationExtensions()
      draft.extensions.name = main.extensions.name
      draft.variant = suffix
      return draft
    }
  }

  private mutating func namedOperations(_ scope: inout NameScope) -> [NamedOperation] {
    var result: [NamedOperation] = []
    for path in document.paths {
      for operation in path.operations where !operation.extensions.ignore {
        let derived = OperationNaming.derivedName(operation.method, path.path, scope: document.scope)
        let wanted = operation.operationID.map(SwiftName.value) ?? derived
        if operation.operationID != nil, scope.contains(wanted), !ReservedWords.calls.contains(wanted.text) {
          types.log.warning(
            .duplicateOperationID,
            "another operation is called `\(operation.operationID ?? "")` as well",
            at: operation.span,
            label: "named after its path instead",
            help: "give every operation an `operationId` of its own"
          )
        }
        let name = scope.claim(wanted, else: [derived])
        result.append(NamedOperation(operation: operation, path: path, callName: name))
      }
    }
    return result
  }

  private mutating func plan(_ item: NamedOperation) -> PlannedOperation {
    let operation = item.operation
    let typePrefix = SwiftName.type(item.callName.text)
    let inputs = inputs(item, typePrefix, reserved: operation.requestBody == nil ? [] : [Identifier("body")])
    let bodies = bodies(operation, typePrefix, inputs.names)
    furtherBodies[item.callName] = bodies.dropFirst().map { variant in
      BodyVariant(suffix: variant.suffix, body: variant.body.map { unambiguous($0, inputs.parameters) })
    }
    return PlannedOperation(
      operationID: operation.operationID ?? item.callName.text,
      callName: item.callName,
      methodName: item.callName,
      httpMethod: operation.method.rawValue.uppercased(),
      path: item.path.path,
      pathPieces: inputs.path,
      fixedQuery: inputs.fixedQuery,
      parameters: inputs.parameters,
      body: bodies.first?.body.map { unambiguous($0, inputs.parameters) },
      output: output(operation, typePrefix),
      isAuthenticated: isAuthenticated(operation),
      rateLimit: operation.extensions.rateLimit.map {
        PlannedRateLimit(scope: $0.scope, limits: $0.limits.map { ($0.calls, $0.seconds) })
      },
      convention: .send,
      documentation: Documentation(of: operation),
      span: operation.span
    )
  }

  /// A body whose members have names that no other argument has: else it is handed over whole.
  private func unambiguous(_ body: PlannedBody, _ parameters: [PlannedParameter]) -> PlannedBody {
    var body = body
    let names = Set(parameters.map(\.name) + [Identifier("options")])
    if body.flattened?.contains(where: { names.contains($0.name) }) == true { body.flattened = nil }
    return body
  }

  private func isAuthenticated(_ operation: Operation) -> Bool {
    // A document that says nothing about security is more often incomplete than about an open API.
    guard let requirements = operation.security ?? document.security else { return true }
    return requirements.contains { !$0.schemes.isEmpty }
  }
}

extension Documentation {
  /// What the document says about an operation.
  init(of operation: Operation) {
    let summary = operation.summary?.trimmedEnd
    let description = operation.description?.trimmedEnd
    paragraphs = [summary, description == summary ? nil : description].compactMap { $0 }
    deprecated = operation.deprecated
  }
}

extension String {
  fileprivate var trimmedEnd: String? {
    var text = self[...]
    while text.last?.isWhitespace == true { text.removeLast() }
    return text.isEmpty ? nil : String(text)
  }
}
