import RecastDiagnostics
import RecastOpenAPIDocument

extension DocumentComparer {
  /// Compares everything that belongs to an operation.
  mutating func compare(_ old: PlacedOperation, _ new: PlacedOperation) {
    let matched = MatchedOperation(old: old, new: new)
    compareLifecycle(matched)
    compareNames(matched)
    compareOwnSecurity(matched)
    compareParameters(matched)
    compareRequestBodies(matched)
    compareAnswers(matched)
  }

  private mutating func compareLifecycle(_ matched: MatchedOperation) {
    let (old, new) = (matched.old.operation, matched.new.operation)
    if old.deprecated != new.deprecated {
      report(
        new.deprecated ? .deprecated : .reactivated,
        of: matched.key,
        at: matched.places,
        SwiftJudgement(
          effect: .none,
          text: new.deprecated ? "uses are warned about" : "uses are not warned about any more"
        )
      )
    }
    guard descriptions, !old.words.elementsEqual(new.words) else { return }
    report(.descriptionChanged, of: matched.key, at: matched.places, .none)
  }

  private mutating func compareNames(_ matched: MatchedOperation) {
    let (old, new) = (matched.old.operation, matched.new.operation)
    let judgement = renamed(matched)
    switch (old.operationID, new.operationID) {
    case (let before?, let after) where before != after:
      report(.operationIDRemoved, of: matched.key, before, after ?? "nothing", at: matched.places, judgement)
    case (nil, let after?): report(.operationIDAdded, of: matched.key, after, at: matched.places, judgement)
    default: break
    }
    for tag in old.tags where !new.tags.contains(tag) {
      report(.tagRemoved, of: matched.key, tag, at: matched.places, judgement)
    }
    for tag in new.tags where !old.tags.contains(tag) {
      report(.tagAdded, of: matched.key, tag, at: matched.places, judgement)
    }
  }

  /// What comes of another name of the operation or its group.
  private func renamed(_ matched: MatchedOperation) -> SwiftJudgement {
    guard let before = surfaces.old.methods[matched.old.key], let after = surfaces.new.methods[matched.key],
      before.name != after.name
    else { return .none }
    return .breaking("`\(before.name)` is called `\(after.name)` now")
  }
}

extension MatchedOperation {
  /// Where the operation was written.
  var places: SourcePlaces { SourcePlaces(old: old.operation.span, new: new.operation.span) }
}

extension Operation {
  /// What is said about the operation, without its line breaks.
  fileprivate var words: [Substring] {
    ((summary ?? "") + "\n" + (description ?? "")).split(whereSeparator: \.isWhitespace)
  }
}
