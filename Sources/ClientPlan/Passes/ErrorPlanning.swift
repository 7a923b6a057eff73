import RecastDiagnostics
import RecastOpenAPIDocument

/// What errors of all operations have in common: bodies written in place that are equal get one type.
struct SharedErrors {
  /// The bodies of one signature.
  private struct Group {
    var places: Set<SourceSpan> = []
    var statuses: Set<String> = []
    /// What the first of them was known by in an earlier run.
    var knownName: Identifier?
  }

  private var groups: [String: Group] = [:]
  private var signatures: [SourceSpan: String] = [:]
  /// The type that stands for all of a signature.
  private var types: [String: TypeReference] = [:]

  /// Takes note of a body.
  ///
  /// - Parameter knownName: what it was known by in an earlier run.
  mutating func note(_ signature: String, at place: SourceSpan, status: String, knownName: Identifier?) {
    signatures[place] = signature
    groups[signature, default: Group()].places.insert(place)
    groups[signature, default: Group()].statuses.insert(status)
    if let knownName, groups[signature]?.knownName == nil { groups[signature]?.knownName = knownName }
  }

  /// What a body, or the first one that is equal to it, was known by in an earlier run.
  func knownName(at place: SourceSpan) -> Identifier? { signatures[place].flatMap { groups[$0]?.knownName } }

  /// The name for a body that occurs several times; `nil` for one of its kind.
  func name(at place: SourceSpan) -> Identifier? {
    guard let signature = signatures[place], let group = groups[signature], group.places.count > 1 else { return nil }
    guard group.statuses.count == 1, let status = group.statuses.first else { return Identifier("ErrorResponse") }
    return StatusName.type(status).endingInError
  }

  /// The type that was given to an equal body before.
  func known(at place: SourceSpan) -> TypeReference? { signatures[place].flatMap { types[$0] } }

  /// Lets a type stand for all bodies that are equal.
  mutating func keep(_ type: TypeReference, at place: SourceSpan) {
    if let signature = signatures[place], types[signature] == nil { types[signature] = type }
  }
}

extension OperationPlanner {
  /// Plans the bodies of the errors that an operation describes.
  mutating func errors(_ answers: [DescribedAnswer], _ typePrefix: Identifier) -> [PlannedError] {
    var result: [PlannedError] = []
    for answer in answers {
      for media in answer.response.content {
        let name = Self.errorName(typePrefix, answer)
        guard let type = errorType(media, in: answer.response, name) else { continue }
        let isKnown = result.contains { $0.status == answer.keyed.status && $0.type == type }
        if !isKnown { result.append(PlannedError(status: answer.keyed.status, type: type)) }
      }
    }
    return result
  }

  private static func errorName(_ typePrefix: Identifier, _ answer: DescribedAnswer) -> Identifier {
    typePrefix.appending(StatusName.type(answer.keyed.status)).endingInError
  }

  /// Gives the content of reusable responses their types, whether an operation refers to them or not.
  mutating func planComponentResponses() {
    for component in document.components.responses where !component.isTarget {
      guard case .object(let response) = component.object else { continue }
      let name = SwiftName.type(component.name)
      for media in response.content {
        _ = contentType(media, in: response, name.endsLikeABody ? name : name.appending(Identifier("Response")))
      }
      reportHeaders(of: response)
    }
  }

  /// Finds out which error bodies occur several times, before any of them gets a name.
  mutating func findSharedErrors(_ operations: [NamedOperation]) {
    var probe = self
    for item in operations {
      for answer in probe.answers(item.operation).errors {
        for media in answer.response.content {
          guard AnswerKind(media) == .json, case .schema(let schema)? = media.schema,
            answerTypes[schema.span] == nil
          else { continue }
          let type = probe.type(of: media, media.schema, Identifier("ErrorResponse"))
          let name = Self.errorName(SwiftName.type(item.callName.text), answer)
          sharedErrors.note(
            probe.types.signature(type),
            at: schema.span,
            status: answer.keyed.status,
            knownName: types.names.isKnown(name) ? name : nil
          )
        }
      }
    }
  }

  private mutating func errorType(_ media: MediaType, in response: Response, _ name: Identifier) -> TypeReference? {
    guard AnswerKind(media) == .json, case .schema(let schema)? = media.schema, answerTypes[schema.span] == nil else {
      return contentType(media, in: response, name)
    }
    guard let sharedName = sharedErrors.name(at: schema.span) else { return type(of: media, media.schema, name) }
    let ownName = sharedErrors.knownName(at: schema.span) ?? name
    let type = type(of: media, media.schema, sharedName, ownName: ownName)
    if let known = sharedErrors.known(at: schema.span), known != type, types.mergeIfEqual(type, into: known) {
      answerTypes[schema.span] = known
      types.share(known, with: name)
      return known
    }
    sharedErrors.keep(type, at: schema.span)
    types.share(type, with: name)
    return type
  }

  /// The type of content that is not asked for but may come; `nil` when it is not JSON, or not described.
  private mutating func contentType(_ media: MediaType, in response: Response, _ name: Identifier) -> TypeReference? {
    let kind = AnswerKind(media)
    guard kind == .json || kind == .lines || kind == .records || kind == .events else {
      if !isSameData(media, response) { reportUnlessOpaque(media, "handed over as it comes") }
      return nil
    }
    if let item = media.itemSchema { _ = type(of: media, item, name) }
    return media.schema.map { type(of: media, $0, name) }
  }
}

extension Identifier {
  /// The name with `Error` behind it, unless it ends so.
  fileprivate var endingInError: Identifier { text.hasSuffix("Error") ? self : appending(Identifier("Error")) }

  /// Whether the name says that it is something that is answered.
  fileprivate var endsLikeABody: Bool {
    ["Response", "Error", "Errors", "Problem", "Body"].contains { text.hasSuffix($0) }
  }
}
