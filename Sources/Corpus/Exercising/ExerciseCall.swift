import RecastClientPlan

/// A call that can be driven from outside.
struct ExerciseCall: Encodable, Sendable {
  /// A parameter of the operation.
  struct Parameter: Encodable, Sendable {
    /// The label of the argument.
    let label: String
    /// The name on the wire.
    let name: String
    /// Where the value travels, as the plan calls it.
    let encoding: String
    /// The type, as the plan calls it.
    let type: String
  }

  /// An argument that is a member of the body.
  struct Member: Encodable, Sendable {
    let label: String
    let name: String
  }

  /// The factory.
  let name: String
  /// The way from the document's root to the operation.
  let pointer: String
  /// The path template as written.
  let path: String
  let parameters: [Parameter]
  /// The label of the body's argument, if there is one.
  let body: String?
  /// Whether that argument is text, whatever the schema says: XML and the like.
  let bodyIsText: Bool
  /// The members of the body, if they are arguments of their own.
  let members: [Member]
  /// The arguments, in the order of the declaration.
  let arguments: [Argument]

  /// An argument as the program in Swift writes it.
  struct Argument: Encodable, Sendable {
    let label: String
    let isOptional: Bool
  }

  /// - Parameters:
  ///   - operation: the operation.
  ///   - pointer: the way from the document's root to it.
  ///   - signature: what the generated source declares.
  init(_ operation: PlannedOperation, at pointer: String, signature: CallSignature) {
    name = operation.callName.text
    self.pointer = pointer
    path = operation.path
    parameters = operation.parameters.filter { $0.constant == nil }.map {
      Parameter(label: $0.name.text, name: $0.wireName, encoding: "\($0.encoding)", type: "\($0.type)")
    }
    let known = Set(operation.parameters.map(\.name.text))
    // An argument with a constant as its default is left to the client.
    arguments = signature.parameters.filter { $0.isOptional || !$0.hasDefault }
      .map { Argument(label: $0.label, isOptional: $0.isOptional) }
    let others = arguments.map(\.label).filter { !known.contains($0) }
    let whole = operation.body.map { others.contains($0.name.text) } ?? false
    body = whole ? operation.body?.name.text : nil
    bodyIsText = if case .text(.string) = operation.body?.content { true } else { false }
    members =
      whole
      ? []
      : (operation.body?.members ?? []).filter { others.contains($0.name.text) }.map {
        Member(label: $0.name.text, name: $0.wireName)
      }
  }
}

extension PlannedBody {
  /// The members that callers may give one by one.
  fileprivate var members: [PlannedProperty] { flattened ?? [] }
}
