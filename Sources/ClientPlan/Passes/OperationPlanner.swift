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
}

/// Plans operations: what they take, what they answer, what they are called.
struct OperationPlanner {
  let document: Document
  let scope: PlannedScope?
  var types: TypePlanner

  /// Every operation of the document that is to be generated, in document order.
  mutating func operations() -> [OperationDraft] {
    namedOperations().map { item in
      OperationDraft(
        operation: plan(item),
        resource: ResourceKey(of: item, scope: document.scope),
        extensions: item.operation.extensions
      )
    }
  }

  private mutating func namedOperations() -> [NamedOperation] {
    var scope = NameScope(reserved: ReservedWords.calls)
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
    var body = body(operation, typePrefix)
    let parameters = parameters(item, typePrefix, body: body)
    let names = Set(parameters.map(\.name))
    // Two arguments of one name cannot be told apart: the body is handed over whole then.
    if body?.flattened?.contains(where: { names.contains($0.name) || $0.name.text == "options" }) == true {
      body?.flattened = nil
    }
    return PlannedOperation(
      operationID: operation.operationID ?? item.callName.text,
      callName: item.callName,
      methodName: item.callName,
      httpMethod: operation.method.name,
      path: item.path.path,
      pathPieces: PathTemplate(item.path.path).pieces.map { piece in
        switch piece {
        case .literal(let text): .literal(text)
        case .parameter(let name):
          parameters.first { $0.encoding == .path && $0.wireName == name }.map { .parameter($0.name) }
            ?? .literal("{\(name)}")
        }
      },
      parameters: parameters,
      body: body,
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

/// A path template in its parts.
struct PathTemplate {
  enum Piece: Equatable {
    case literal(String)
    case parameter(String)
  }

  /// The parts from left to right.
  var pieces: [Piece] = []

  init(_ template: String) {
    var literal = ""
    var rest = template[...]
    while let character = rest.first {
      if character == "{", let end = rest.firstIndex(of: "}") {
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        pieces.append(.parameter(String(rest[rest.index(after: rest.startIndex)..<end])))
        rest = rest[rest.index(after: end)...]
      } else {
        literal.append(character)
        rest.removeFirst()
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
  }

  /// The names of the parameters from left to right.
  var parameters: [String] {
    pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
  }
}
