import RecastDiagnostics
import RecastOpenAPIDocument

extension OperationPlanner {
  /// Plans a body out of the content types of one kind, of which the first counts.
  mutating func bodyPlan(
    _ media: [MediaType],
    _ first: MediaType,
    _ kind: AnswerKind,
    _ answer: DescribedAnswer,
    _ name: Identifier
  ) -> (output: PlannedOutput, accept: String?) {
    switch kind {
    case .json:
      if first.schema == nil { reportMissingSchema(first, "response `\(answer.keyed.status)` has no schema") }
      let type = type(of: first, first.schema, name)
      for other in media.dropFirst() { reportUnlessEqual(other, type, first, name) }
      return (.json(type), first.acceptedJSON)
    case .events:
      return (.values(events(first, name)), nil)
    case .lines, .records:
      let stream = PlannedStream(format: kind == .lines ? .lines : .records, element: element(of: first, name))
      return (.values(stream), first.essence)
    case .text, .html, .xml:
      for item in media { reportUnlessOpaque(item, "handed over as text") }
      return (.text, first.essence == "text/plain" ? nil : accepted(media))
    case .csv, .data:
      for item in media { reportUnlessOpaque(item, "handed over as it comes") }
      return (.stream(contentType: first.essence), media.count > 1 ? accepted(media) : nil)
    }
  }

  /// The type of a schema of a content type. A response that several operations share has one type.
  ///
  /// - Parameter ownName: what the type is known by if its name depends on other operations.
  mutating func type(
    of media: MediaType,
    _ schema: SchemaOrReference?,
    _ name: Identifier,
    ownName: Identifier? = nil
  ) -> TypeReference {
    let key = schema?.span ?? media.span
    if let known = answerTypes[key] { return known }
    let use = types.use(of: schema, hint: NameHint(name: name, ownName: ownName))
    let type = use.nullable ? TypeReference.nullable(use.type) : use.type
    answerTypes[key] = type
    return type
  }

  private func accepted(_ media: [MediaType]) -> String { media.map(\.essence).joined(separator: ", ") }

  private mutating func reportMissingSchema(_ media: MediaType, _ problem: String) {
    guard reported.insert(media.span).inserted else { return }
    types.log.warning(.responseWithoutSchema, problem, at: media.span, label: "read as any value", help: "add a schema")
  }

  /// A second JSON type of one response is read as the first: that is a loss unless both say the same.
  private mutating func reportUnlessEqual(
    _ media: MediaType,
    _ type: TypeReference,
    _ first: MediaType,
    _ name: Identifier
  ) {
    guard media.schema != nil else { return }
    let other = self.type(of: media, media.schema, name)
    guard other != type, reported.insert(media.span).inserted else { return }
    guard !types.mergeIfEqual(other, into: type) else {
      answerTypes[media.schema?.span ?? media.span] = type
      return
    }
    types.log.warning(
      .unsupportedContentType,
      "answers are asked for as `\(first.name)` only",
      at: media.span,
      label: "this content type has a schema of its own, and is not asked for"
    )
  }

  /// Reports a schema that says more than that there are bytes or characters, for content that is not decoded.
  mutating func reportUnlessOpaque(_ media: MediaType, _ label: String) {
    guard let schema = media.schema, !isOpaque(schema), reported.insert(media.span).inserted else { return }
    types.log.warning(
      .unsupportedContentType,
      "content of type `\(media.name)` is not decoded",
      at: media.span,
      label: label
    )
  }

  /// Whether a schema says nothing about the inside of its values.
  mutating func isOpaque(_ schema: SchemaOrReference) -> Bool {
    switch schema {
    case .reference(let reference, _):
      guard let target = types.index.schema(reference, log: &types.log)?.object, case .schema(let schema) = target
      else { return false }
      return schema.isOpaque
    case .schema(let schema): return schema.isOpaque
    }
  }

  // MARK: Streams

  private mutating func events(_ media: MediaType, _ name: Identifier) -> PlannedStream {
    let item = media.itemSchema.flatMap { eventShape($0, needsName: false, depth: 0) }
    let schema = media.schema.map(\.orItems)
    if let shape = item ?? schema.flatMap({ eventShape($0, needsName: true, depth: 0) }) {
      return PlannedStream(
        format: .eventObjects(dataIsText: shape.dataIsText),
        element: type(of: media, media.itemSchema ?? schema, name)
      )
    }
    return PlannedStream(format: .events, element: element(of: media, name))
  }

  /// The type of the values of a stream: of the list that the schema describes, if it describes one.
  private mutating func element(of media: MediaType, _ name: Identifier) -> TypeReference? {
    if let item = media.itemSchema { return type(of: media, item, name) }
    guard let schema = media.schema, !isOpaque(schema) else {
      return AnswerKind(media) == .events ? nil : .json
    }
    return type(of: media, schema.orItems, name)
  }

  /// Whether a schema describes whole events (`event` and `data`) rather than their data, and what the data is.
  private mutating func eventShape(
    _ schema: SchemaOrReference,
    needsName: Bool,
    depth: Int
  ) -> (dataIsText: Bool, Void)? {
    guard depth < 8 else { return nil }
    switch schema {
    case .reference(let reference, _):
      guard let target = types.index.schema(reference, log: &types.log)?.object else { return nil }
      return eventShape(target, needsName: needsName, depth: depth + 1)
    case .schema(let schema):
      if let alternative = (schema.oneOf + schema.anyOf).first {
        return eventShape(alternative, needsName: needsName, depth: depth + 1)
      }
      guard let data = schema.properties.first(where: { $0.name == "data" }),
        !needsName || schema.properties.contains(where: { $0.name == "event" })
      else { return nil }
      return (isOpaque(data.schema), ())
    }
  }
}

extension SchemaOrReference {
  /// The schema of the elements, if the schema is one of lists: a stream of values is described as a list of them.
  fileprivate var orItems: SchemaOrReference {
    if case .schema(let list) = self, list.types == [.array], let items = list.items { items } else { self }
  }
}

extension Schema {
  /// Whether the schema says nothing about the inside of its values.
  fileprivate var isOpaque: Bool {
    types.allSatisfy { $0 == .string } && properties.isEmpty && allOf.isEmpty && oneOf.isEmpty && anyOf.isEmpty
      && items == nil
  }
}

extension MediaType {
  /// What is asked for, where it is not plain JSON; `nil` where it is.
  fileprivate var acceptedJSON: String? {
    guard essence != "application/json", essence != "*/*" else { return nil }
    let parameters = name.split(separator: ";").dropFirst()
      .filter { !$0.lowercased().contains("charset") }
      .map { ";" + $0 }
    return essence + parameters.joined()
  }
}
