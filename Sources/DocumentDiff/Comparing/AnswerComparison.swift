import RecastDiagnostics
import RecastOpenAPIDocument

extension DocumentComparer {
  /// Compares what an operation answers.
  mutating func compareAnswers(_ matched: MatchedOperation) {
    let (old, new) = (matched.old.operation.responses, matched.new.operation.responses)
    for keyed in old where !new.contains(where: { $0.status == keyed.status }) {
      report(
        keyed.isSuccess ? .successRemoved : .failureRemoved,
        of: matched.key,
        keyed.status,
        at: SourcePlaces(old: keyed.span, new: matched.places.new),
        (keyed.isSuccess ? outputJudgement(matched) : nil)
          ?? (keyed.isSuccess ? .behaviour("the answer that was waited for does not come") : .none)
      )
    }
    for keyed in new {
      guard let known = old.first(where: { $0.status == keyed.status }) else {
        report(
          keyed.isSuccess ? .successAdded : .failureAdded,
          of: matched.key,
          keyed.status,
          at: SourcePlaces(old: matched.places.old, new: keyed.span),
          addedJudgement(keyed, matched)
        )
        continue
      }
      compare(known, keyed, matched)
    }
  }

  private func addedJudgement(_ keyed: Response.Keyed, _ matched: MatchedOperation) -> SwiftJudgement {
    if keyed.isSuccess { return outputJudgement(matched) ?? .behaviour("calls may succeed in another way") }
    guard let type = surfaces.new.methods[matched.key]?.errors[keyed.status] else {
      return .behaviour("calls may throw an `APIError` of this status")
    }
    return .additive("the body of the error can be read as `\(type)`")
  }

  private mutating func compare(_ old: Response.Keyed, _ new: Response.Keyed, _ matched: MatchedOperation) {
    guard let before = documents.old.response(old.response), let after = documents.new.response(new.response) else {
      return
    }
    compareHeaders(before, after, new, matched)
    let judgement = outputJudgement(matched) ?? variantJudgement(matched)
    for media in before.content where !after.content.contains(where: { $0.essence == media.essence }) {
      report(
        .responseMediaTypeRemoved,
        of: matched.key,
        media.essence,
        new.status,
        at: SourcePlaces(old: media.span, new: new.span),
        judgement ?? .behaviour("answers come in another form")
      )
    }
    for media in after.content {
      guard let known = before.content.first(where: { $0.essence == media.essence }) else {
        let places = SourcePlaces(old: old.span, new: media.span)
        report(.responseMediaTypeAdded, of: matched.key, media.essence, new.status, at: places, judgement ?? .none)
        continue
      }
      compare(
        known,
        media,
        .responseBody(status: new.status),
        matched,
        (.responseSchemaAdded, .responseSchemaRemoved),
        [media.essence, new.status]
      )
    }
  }

  private mutating func compareHeaders(
    _ old: Response,
    _ new: Response,
    _ keyed: Response.Keyed,
    _ matched: MatchedOperation
  ) {
    for header in old.headers where !new.headers.contains(where: { $0.isSame(as: header) }) {
      report(
        header.required ? .requiredHeaderRemoved : .optionalHeaderRemoved,
        of: matched.key,
        header.name,
        keyed.status,
        at: SourcePlaces(old: header.span, new: new.span),
        .behaviour("the field is not among those of the answer")
      )
    }
    for header in new.headers {
      guard let known = old.headers.first(where: { $0.isSame(as: header) }) else {
        let places = SourcePlaces(old: old.span, new: header.span)
        report(
          .headerAdded,
          of: matched.key,
          header.name,
          keyed.status,
          at: places,
          .additive("the field is among those of the answer")
        )
        continue
      }
      let places = SourcePlaces(old: known.span, new: header.span)
      if known.required != header.required {
        let rule: OperationRule = header.required ? .headerBecameRequired : .headerBecameOptional
        report(
          rule,
          of: matched.key,
          header.name,
          keyed.status,
          at: places,
          header.required ? .none : .behaviour("the field may be missing")
        )
      }
      use(
        known.schema,
        header.schema,
        .responseHeader(status: keyed.status, name: header.name),
        matched,
        places
      )
    }
  }
}

extension Response.Keyed {
  /// Whether the status says that all went well.
  var isSuccess: Bool { codes.map { (200...299).contains($0.lowerBound) } ?? false }
}

extension Header {
  fileprivate func isSame(as other: Header) -> Bool { name.lowercased() == other.name.lowercased() }
}
