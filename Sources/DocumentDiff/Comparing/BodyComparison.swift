import RecastDiagnostics
import RecastOpenAPIDocument

extension DocumentComparer {
  /// Compares what requests hold.
  mutating func compareRequestBodies(_ matched: MatchedOperation) {
    let before = matched.old.operation.requestBody.flatMap { documents.old.requestBody($0) }
    let after = matched.new.operation.requestBody.flatMap { documents.new.requestBody($0) }
    switch (before, after) {
    case (nil, nil): break
    case (nil, let body?):
      let needs = surfaces.new.methods[matched.key]?.needsBody ?? body.required
      report(
        body.required ? .requiredBodyAdded : .optionalBodyAdded,
        of: matched.key,
        at: SourcePlaces(old: matched.places.old, new: body.span),
        needs ? .breaking("the body has to be given") : .additive("a body can be given")
      )
    case (let body?, nil):
      let places = SourcePlaces(old: body.span, new: matched.places.new)
      report(.bodyRemoved, of: matched.key, at: places, .breaking("the body cannot be given any more"))
    case (let old?, let new?): compare(old, new, matched)
    }
  }

  private mutating func compare(_ old: RequestBody, _ new: RequestBody, _ matched: MatchedOperation) {
    if old.required != new.required {
      report(
        new.required ? .bodyBecameRequired : .bodyBecameOptional,
        of: matched.key,
        at: SourcePlaces(old: old.span, new: new.span),
        requirednessJudgement(isRequired: new.required, matched)
      )
    }
    for media in old.content where !new.content.contains(where: { $0.essence == media.essence }) {
      report(
        .requestMediaTypeRemoved,
        of: matched.key,
        media.essence,
        at: SourcePlaces(old: media.span, new: new.span),
        bodyJudgement(matched) ?? variantJudgement(matched) ?? .behaviour("bodies of this type may be refused")
      )
    }
    for media in new.content {
      guard let known = old.content.first(where: { $0.essence == media.essence }) else {
        let places = SourcePlaces(old: old.span, new: media.span)
        let judgement = bodyJudgement(matched) ?? variantJudgement(matched) ?? .none
        report(.requestMediaTypeAdded, of: matched.key, media.essence, at: places, judgement)
        continue
      }
      compare(known, media, .requestBody, matched, (.requestSchemaAdded, .requestSchemaRemoved), [media.essence])
      compareEncodings(known, media, matched)
    }
  }

  /// Compares how the members of a form travel.
  private mutating func compareEncodings(_ old: MediaType, _ new: MediaType, _ matched: MatchedOperation) {
    let names = old.encodings.map(\.name) + new.encodings.map(\.name)
    var seen: Set<String> = []
    for name in names where seen.insert(name).inserted {
      let before = old.encodings.first { $0.name == name }
      let after = new.encodings.first { $0.name == name }
      guard before?.words != after?.words else { continue }
      report(
        .encodingChanged,
        of: matched.key,
        name,
        before?.words ?? Encoding.defaultWords,
        after?.words ?? Encoding.defaultWords,
        at: SourcePlaces(old: before?.span ?? old.span, new: after?.span ?? new.span),
        bodyJudgement(matched) ?? .behaviour("the same value is sent differently")
      )
    }
  }

  private func requirednessJudgement(isRequired: Bool, _ matched: MatchedOperation) -> SwiftJudgement {
    guard let before = surfaces.old.methods[matched.old.key], let after = surfaces.new.methods[matched.key] else {
      return .none
    }
    if after.needsBody, !before.needsBody { return .breaking("the body has to be given") }
    if !after.keepsOrder(of: before) { return .breaking("the body stands behind other arguments now") }
    if isRequired { return .behaviour("calls without a body may be refused") }
    return before.needsBody && !after.needsBody ? .additive("the body can be left out") : .none
  }

  /// Compares one content type of a body.
  mutating func compare(
    _ old: MediaType,
    _ new: MediaType,
    _ place: SchemaPlace,
    _ matched: MatchedOperation,
    _ rules: (added: OperationRule, removed: OperationRule),
    _ arguments: [String]
  ) {
    let places = SourcePlaces(old: old.span, new: new.span)
    let before = old.schema ?? old.itemSchema
    let after = new.schema ?? new.itemSchema
    switch (before, after) {
    case (nil, nil): break
    case (nil, .some), (.some, nil):
      let rule = before == nil ? rules.added : rules.removed
      let judgement = (place == .requestBody ? bodyJudgement(matched) : outputJudgement(matched)) ?? .none
      report(rule, of: matched.key, arguments: arguments, at: places, judgement)
    case (.some, .some): use(before, after, place, matched, places)
    }
  }

  /// Notes that an operation uses a pair of schemas.
  mutating func use(
    _ old: SchemaOrReference?,
    _ new: SchemaOrReference?,
    _ place: SchemaPlace,
    _ matched: MatchedOperation,
    _ places: SourcePlaces
  ) {
    guard old != nil || new != nil, let first = places.old, let second = places.new else { return }
    // A value that is not described may be anything.
    let position = graph.position(
      of: old ?? .schema(Schema(span: first)),
      new ?? .schema(Schema(span: second)),
      &documents
    )
    uses.append(SchemaUse(operation: matched, place: place, position: position, places: places))
  }

  /// What becomes of the argument for the body; `nil` when callers see no difference.
  func bodyJudgement(_ matched: MatchedOperation) -> SwiftJudgement? {
    guard let before = surfaces.old.methods[matched.old.key], let after = surfaces.new.methods[matched.key],
      before.body != after.body
    else { return nil }
    switch (before.body, after.body) {
    case (let first?, let second?): return .breaking("the body is `\(second)` now, and was `\(first)`")
    case (.some, nil): return .breaking("members of the body are arguments of their own now")
    default: return .breaking("the body is an argument as a whole now")
    }
  }

  /// What becomes of the methods for content types other than the first; `nil` when callers see no difference.
  func variantJudgement(_ matched: MatchedOperation) -> SwiftJudgement? {
    let before = surfaces.old.methodNames[matched.old.key] ?? []
    let after = surfaces.new.methodNames[matched.key] ?? []
    if let gone = before.first(where: { !after.contains($0) }) { return .breaking("`\(gone)` is gone") }
    return after.first { !before.contains($0) }.map { .additive("`\($0)` is new") }
  }

  /// What becomes of the answer; `nil` when callers see no difference.
  func outputJudgement(_ matched: MatchedOperation) -> SwiftJudgement? {
    guard let before = surfaces.old.methods[matched.old.key], let after = surfaces.new.methods[matched.key],
      before.output != after.output
    else { return nil }
    return .breaking("`\(after.name)` answers `\(after.output)` now, and answered `\(before.output)`")
  }
}

extension Encoding {
  /// How a member travels of which nothing is said.
  fileprivate static let defaultWords = "what its schema says"

  /// How the member travels, in words.
  fileprivate var words: String {
    let parts = [
      contentTypes.isEmpty ? nil : contentTypes.joined(separator: " or "), style.map { "style \($0)" },
      explode.map { "explode \($0)" },
    ]
    let words = parts.compactMap { $0 }.joined(separator: ", ")
    return words.isEmpty ? Self.defaultWords : words
  }
}
