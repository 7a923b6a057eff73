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

  /// The factory.
  let name: String
  /// The way from the document's root to the operation.
  let pointer: String
  /// The path template as written.
  let path: String
  let parameters: [Parameter]
  /// The body, if there is one.
  let body: ExerciseBody?
  /// The arguments, in the order of the declaration.
  let arguments: [Argument]

  /// An argument as the program in Swift writes it.
  struct Argument: Encodable, Sendable {
    let label: String
    let isOptional: Bool
  }

  /// How much there is to learn from the call.
  var weight: Int { arguments.count + (body.map { $0.kind == .json } ?? true ? 0 : 1000) }

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
    let others = Set(arguments.map(\.label)).subtracting(known)
    body = operation.body.map { ExerciseBody($0, arguments: others) }
  }
}

/// A body that can be made up from outside.
struct ExerciseBody: Encodable, Sendable {
  /// How the body is written.
  enum Kind: String, Encodable, Sendable {
    case json, form, multipart, fields, text, file
  }

  /// An argument that is a member of the body.
  struct Member: Encodable, Sendable {
    let label: String
    /// The name on the wire; empty for members that the document does not name.
    let name: String
  }

  let kind: Kind
  /// The content types, where the kind does not say them.
  let contentTypes: [String]
  /// The label of the argument that is the whole body, if there is one.
  let label: String?
  /// The members of the body, if they are arguments of their own.
  let members: [Member]

  /// - Parameters:
  ///   - body: the body.
  ///   - arguments: the labels of the call's arguments that are no parameters.
  init(_ body: PlannedBody, arguments: Set<String>) {
    var types = [body.contentType].compactMap { $0 }
    switch body.content {
    case .json: kind = .json
    case .form: kind = .form
    case .multipart: kind = .multipart
    case .fields: kind = .fields
    case .text: kind = .text
    case .file(let contentTypes):
      kind = .file
      types = contentTypes
    }
    contentTypes = types
    label = arguments.contains(body.name.text) ? body.name.text : nil
    members =
      label != nil
      ? []
      : body.members.filter { arguments.contains($0.name.text) }.map { Member(label: $0.name.text, name: $0.wireName) }
  }
}
