import RecastDiagnostics
import RecastOpenAPIDocument

extension DocumentComparer {
  /// Compares everything that belongs to an operation.
  mutating func compare(_ old: PlacedOperation, _ new: PlacedOperation) {
    let matched = MatchedOperation(old: old, new: new)
    compareLifecycle(matched)
    compareNames(matched)
    compareOwnServers(matched)
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
    let renamed = renamed(matched)
    let judgement = renamed.map { SwiftJudgement.breaking("`\($0)` is called `\($1)` now") } ?? .none
    let count = found.count
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
    // Extensions rename methods, and so does another operation that has come to want the same name.
    if let renamed, found.count == count {
      report(.methodRenamed, of: matched.key, renamed.old, renamed.new, at: matched.places, judgement)
    }
  }

  /// The names of the method, if it has another one now.
  private func renamed(_ matched: MatchedOperation) -> (old: String, new: String)? {
    guard let before = surfaces.old.methods[matched.old.key]?.name,
      let after = surfaces.new.methods[matched.key]?.name, before != after
    else { return nil }
    return (before, after)
  }

  /// Compares the base URLs that the operation or its path has instead of those of the API.
  private mutating func compareOwnServers(_ matched: MatchedOperation) {
    let (before, after) = (matched.old.server, matched.new.server)
    guard before?.defaultURL != after?.defaultURL else { return }
    report(
      .serverChanged,
      of: matched.key,
      before?.defaultURL ?? "that of the API",
      after?.defaultURL ?? "that of the API",
      at: SourcePlaces(old: before?.span ?? matched.places.old, new: after?.span ?? matched.places.new),
      .behaviour("calls go elsewhere")
    )
  }
}

extension PlacedOperation {
  /// The first server that the operation or its path has for itself.
  fileprivate var server: Server? { operation.servers.first ?? item.servers.first }
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
