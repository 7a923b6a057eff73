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
}
