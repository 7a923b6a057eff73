import RecastDiagnostics
import RecastOpenAPIDocument

extension OperationPlanner {
  /// More members than this are clearer as one value.
  private static let maximumFlattenedMembers = 8

  /// Plans what an operation sends.
  mutating func body(_ operation: Operation, _ typePrefix: Identifier) -> PlannedBody? {
    guard let referenced = operation.requestBody,
      let body = types.index.requestBody(referenced, log: &types.log)
    else { return nil }
    let documentation = Documentation(paragraphs: [body.description].compactMap { $0 })
    guard let media = body.content.first(where: \.isJSON) else {
      guard let first = body.content.first else { return nil }
      types.log.warning(
        .unsupportedContentType,
        "request bodies of type `\(first.name)` are not generated yet",
        at: first.span,
        label: "the caller hands over the encoded body"
      )
      return PlannedBody(
        content: .raw,
        required: body.required,
        name: Identifier("body"),
        documentation: documentation
      )
    }
    for other in body.content where !other.isJSON {
      types.log.warning(
        .unsupportedContentType,
        "the body is generated as JSON only",
        at: other.span,
        label: "this content type is not offered"
      )
    }
    let use = types.use(of: media.schema, hint: NameHint(name: typePrefix.appending(Identifier("Body"))))
    return PlannedBody(
      content: .json(use.nullable ? .nullable(use.type) : use.type),
      required: body.required,
      flattened: use.nullable || !body.required ? nil : flattened(media.schema, use.type),
      name: Identifier("body"),
      documentation: documentation
    )
  }

  /// The members of a small body that has one or more of its own: callers name them as arguments.
  private func flattened(_ schema: SchemaOrReference?, _ type: TypeReference) -> [PlannedProperty]? {
    guard case .named(let name) = type, case .object(let object)? = types.declared[name]?.kind,
      !object.properties.isEmpty, object.properties.count <= Self.maximumFlattenedMembers, object.additional == nil
    else { return nil }
    return object.initializerOrder
  }

  /// Plans what an operation answers when it succeeds.
  mutating func output(_ operation: Operation, _ typePrefix: Identifier) -> PlannedOutput {
    let stated = operation.responses.filter(\.isSuccess)
    // An operation that describes nothing but `default` means its usual answer.
    let usual = stated.isEmpty ? operation.responses.filter { $0.status == "default" } : stated
    let successes = usual.compactMap { keyed in
      types.index.response(keyed.response, log: &types.log).map { (keyed, $0) }
    }
    guard let (chosen, response) = successes.first(where: { !$0.1.content.isEmpty }) else { return .empty }
    for (other, content) in successes where other.status != chosen.status && !content.content.isEmpty {
      types.log.warning(
        .severalResponses,
        "only the body of `\(chosen.status)` is generated",
        at: other.span,
        label: "the body of `\(other.status)` is read as if it were that"
      )
    }
    if let media = response.content.first(where: \.isJSON) {
      if media.schema == nil {
        types.log.warning(
          .responseWithoutSchema,
          "response `\(chosen.status)` has no schema",
          at: media.span,
          label: "read as any value",
          help: "add a schema"
        )
      }
      let use = types.use(of: media.schema, hint: NameHint(name: typePrefix.appending(Identifier("Response"))))
      return .json(use.nullable ? .nullable(use.type) : use.type)
    }
    guard let media = response.content.first else { return .empty }
    if media.essence.hasPrefix("text/"), media.essence != "text/csv" { return .text }
    return .stream(contentType: media.essence)
  }
}
