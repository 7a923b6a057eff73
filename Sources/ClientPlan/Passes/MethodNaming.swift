import RecastOpenAPIDocument

/// Short names for methods inside of their resource.
enum MethodNaming {
  /// The operation's name without the words that name the resource: `getReport` is `reports.get`, and `listTeamProjects`
  /// of `/teams/{id}/projects` is `projects.listForTeam`.
  static func name(_ operation: PlannedOperation, resource: String) -> Identifier {
    let (words, named) = (SwiftName.words(of: operation.callName.text), SwiftName.words(of: resource))
    if let short = withoutEnd(words, named, operation) { return SwiftName.value(words: short) }
    let resourceWords = Set(named.flatMap { [$0, singular($0)] })
    let short = words.indices.filter { position in
      // `banUserFromGuild` without the guild would be cut off.
      !resourceWords.contains(words[position]) || position > 0 && connectives.contains(words[position - 1])
    }
    return SwiftName.value(words: short.isEmpty ? words : short.map { words[$0] })
  }

  /// The words in front of those of the resource; `nil` when more is to be said.
  private static func withoutEnd(_ words: [String], _ resource: [String], _ operation: PlannedOperation) -> [String]? {
    guard words.count > resource.count, words.suffix(resource.count).map(singular) == resource.map(singular) else {
      return nil
    }
    var rest = Array(words.dropLast(resource.count))
    guard rest.count > 1 else { return rest }
    let others = rest.dropFirst().map(singular)
    guard owners(of: operation).suffix(others.count) == others[...] else { return nil }
    // What is left of `listTeamProjects` lists no teams.
    rest.insert("for", at: 1)
    return rest
  }

  /// The name without the id that is all it has beside a verb, if the path ends in a parameter: `getID(id:)` says it
  /// twice.
  static func withoutID(_ name: Identifier, _ operation: PlannedOperation) -> Identifier {
    guard case .parameter? = operation.pathPieces.last else { return name }
    let words = SwiftName.words(of: name.text)
    guard let verb = words.first, [["id"], ["by", "id"]].contains(words.dropFirst()) else { return name }
    return SwiftName.value(words: [verb])
  }

  /// The words of what the last thing in the path belongs to: `team` in `/teams/{id}/projects`.
  private static func owners(of operation: PlannedOperation) -> [String] {
    var owners: [String] = []
    var literal: String?
    for piece in operation.pathPieces {
      switch piece {
      case .literal(let text): literal = text
      case .parameter:
        owners += literal?.split(separator: "/").last.map { SwiftName.words(of: String($0)).map(singular) } ?? []
        literal = nil
      }
    }
    // An item of the last thing is no owner of it.
    guard literal == nil, let last = operation.pathPieces.last(where: \.isNamed), case .literal(let text) = last else {
      return owners
    }
    return owners.dropLast(text.split(separator: "/").last.map { SwiftName.words(of: String($0)).count } ?? 0)
  }

  private static func singular(_ word: String) -> String { SwiftName.singular(word) ?? word }

  private static let connectives: Set<String> = [
    "and", "at", "by", "for", "from", "in", "into", "of", "on", "to", "with",
  ]
}

extension PathPiece {
  fileprivate var isNamed: Bool {
    if case .literal(let text) = self { text.contains(where: \.isLetter) } else { false }
  }
}
