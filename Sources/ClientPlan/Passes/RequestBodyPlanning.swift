import RecastDiagnostics
import RecastOpenAPIDocument

/// A form of an operation's body.
struct BodyVariant {
  /// What tells the variant's names from those of the main one; `nil` for the main one.
  var suffix: Identifier?
  /// The body; `nil` when there is none.
  var body: PlannedBody?
}

extension OperationPlanner {
  /// More members than this are clearer as one value.
  private static let maximumFlattenedMembers = 8

  /// Plans what an operation sends: a variant per kind of content, JSON first.
  ///
  /// - Parameter names: the names that arguments have already.
  mutating func bodies(_ operation: Operation, _ typePrefix: Identifier, _ names: NameScope) -> [BodyVariant] {
    guard let referenced = operation.requestBody,
      let body = types.index.requestBody(referenced, log: &types.log)
    else { return [BodyVariant()] }
    let typePrefix = sharedPrefix(of: referenced) ?? typePrefix
    var kinds: [(kind: BodyKind, media: [MediaType])] = []
    for media in body.content {
      let kind = kind(of: media)
      // ASP.NET lists it for every body; what has the schema of the JSON is no patch.
      if kind == .jsonPatch,
        body.content.contains(where: { $0.essence == "application/json" && $0.hasSameSchema(as: media) })
      {
        continue
      }
      if let position = kinds.firstIndex(where: { $0.kind == kind }) {
        kinds[position].media.append(media)
      } else {
        kinds.append((kind, [media]))
      }
    }
    if let json = kinds.firstIndex(where: { $0.kind == .json }) { kinds.insert(kinds.remove(at: json), at: 0) }
    guard !kinds.isEmpty else { return [BodyVariant()] }
    return kinds.enumerated().map { position, group in
      reportOthers(group.kind, group.media)
      let suffix = position == 0 ? nil : group.kind.suffix
      let prefix = suffix.map { typePrefix.appending($0) } ?? typePrefix
      return BodyVariant(suffix: suffix, body: plannedBody(group.media, group.kind, body, operation, prefix, names))
    }
  }

  /// What the types of a body begin with that operations share.
  private func sharedPrefix(of body: Referenced<RequestBody>) -> Identifier? {
    guard case .reference(let reference) = body, let stated = reference.componentName(in: .requestBodies),
      bodyNames.contains(stated)
    else { return nil }
    let name = SwiftName.type(stated)
    return name.dropping(suffix: Identifier("Body")) ?? name
  }

  /// Content types of a kind that has one form only: they go with the first, unless they say something else.
  private mutating func reportOthers(_ kind: BodyKind, _ media: [MediaType]) {
    guard let first = media.first, kind != .file, kind != .text else { return }
    for other in media.dropFirst() where !first.hasSameSchema(as: other) {
      types.log.warning(
        .unsupportedContentType,
        "bodies of this kind are generated as `\(first.name)` only",
        at: other.span,
        label: "this content type has another schema, and is not offered"
      )
    }
  }

  private mutating func plannedBody(
    _ media: [MediaType],
    _ kind: BodyKind,
    _ body: RequestBody,
    _ operation: Operation,
    _ typePrefix: Identifier,
    _ names: NameScope
  ) -> PlannedBody? {
    guard let first = media.first else { return nil }
    var planned = PlannedBody(
      content: .file([]),
      contentType: first.statedType,
      required: body.required,
      name: Identifier("body"),
      documentation: Documentation(paragraphs: [body.description].compactMap { $0 })
    )
    let name = typePrefix.appending(Identifier("Body"))
    switch kind {
    case .json, .jsonPatch, .mergePatch:
      let use = use(of: first, name)
      planned.content = .json(use.nullable ? .nullable(use.type) : use.type)
      if first.essence == "application/json", !first.name.contains(";") { planned.contentType = nil }
      if !use.nullable { planned.flattened = flattened(use.type) }
    case .form:
      let use = use(of: first, name)
      planned.content = .form(use.type, styles: styles(first))
      if !first.name.contains(";") { planned.contentType = nil }
      planned.flattened = flattened(use.type)
    case .multipart:
      planned.content = multipart(first, typePrefix, names)
      if first.essence == "multipart/form-data" { planned.contentType = nil }
    case .text: planned.content = .text(text(first, name, body))
    case .xml: planned.content = .text(xml(first, body))
    case .file:
      planned.content = .file(media.map(\.name))
      planned.contentType = nil
    }
    settleRequirement(&planned, body, operation)
    return planned
  }

  /// Members are stated one by one only where there is always a body.
  private mutating func settleRequirement(_ planned: inout PlannedBody, _ body: RequestBody, _ operation: Operation) {
    if operation.method == .get || operation.method == .head {
      types.log.warning(
        .bodyOfGet,
        "an operation with the method \(operation.method.name) has a body",
        at: body.span,
        label: "optional, because URLSession does not send it",
        help: "send it through another transport, or describe it as query parameters"
      )
      planned.required = false
    }
    if !planned.required { planned.flattened = nil }
  }

  private mutating func use(of media: MediaType, _ name: Identifier) -> TypeUse {
    if media.schema == nil {
      types.log.warning(
        .requestWithoutSchema,
        "the body of type `\(media.name)` has no schema",
        at: media.span,
        label: "taken as any value",
        help: "add a schema"
      )
    }
    return inputType(of: media.schema, name)
  }

  /// The members of a small body that has one or more of its own: callers name them as arguments.
  private func flattened(_ type: TypeReference) -> [PlannedProperty]? {
    guard case .named(let name) = type, case .object(let object)? = types.declared[name]?.kind,
      !object.properties.isEmpty, object.properties.count <= Self.maximumFlattenedMembers, object.additional == nil
    else { return nil }
    return object.initializerOrder
  }

  // MARK: Texts

  private mutating func text(_ media: MediaType, _ name: Identifier, _ body: RequestBody) -> TypeReference {
    guard media.schema != nil else {
      if media.itemSchema != nil { reportAsText(media, body) }
      return .string
    }
    let use = inputType(of: media.schema, name)
    if isText(use.type) { return use.type }
    if use.type != .json { reportAsText(media, body) }
    return .string
  }

  private mutating func xml(_ media: MediaType, _ body: RequestBody) -> TypeReference {
    if let schema = media.schema, types.resolved(schema).map({ !$0.isPlainText }) ?? false { reportAsText(media, body) }
    return .string
  }

  private mutating func reportAsText(_ media: MediaType, _ body: RequestBody) {
    // Whoever wants the values typed sends them as JSON.
    guard !body.content.contains(where: { $0.isJSON && $0.hasSameSchema(as: media) }) else { return }
    types.log.warning(
      .bodyAsText,
      "values cannot be written as `\(media.name)`",
      at: media.span,
      label: "taken as text that the caller encodes"
    )
  }

  // MARK: Forms

  /// How members of a form travel that have a way of their own.
  private mutating func styles(_ media: MediaType) -> [(member: String, style: PlannedFieldStyle)] {
    media.encodings.compactMap { encoding in
      if let span = encoding.reservedSpan {
        types.log.warning(
          .notGenerated,
          "reserved characters of `\(encoding.name)` are percent-encoded all the same",
          at: span,
          label: "servers decode both to the same text"
        )
      }
      if let style = fieldStyle(encoding) { return (encoding.name, style) }
      return encoding.contentTypes.contains(where: \.isJSONType) ? (encoding.name, .json) : nil
    }
  }

  /// The style that an encoding names; `nil` when it names none.
  mutating func fieldStyle(_ encoding: Encoding) -> PlannedFieldStyle? {
    switch encoding.style {
    case nil: return encoding.explode.map { .form(explode: $0) }
    case "form": return .form(explode: encoding.explode ?? true)
    case "spaceDelimited": return encoding.explode == true ? .form(explode: true) : .spaceDelimited
    case "pipeDelimited": return encoding.explode == true ? .form(explode: true) : .pipeDelimited
    case "deepObject": return .deepObject
    case let other?:
      types.log.warning(
        .parameterStyle,
        "a form cannot have members of the style `\(other)`",
        at: encoding.span,
        label: "written in the style `form`",
        help: "the styles are `form`, `spaceDelimited`, `pipeDelimited`, `deepObject`"
      )
      return .form(explode: encoding.explode ?? true)
    }
  }
}
