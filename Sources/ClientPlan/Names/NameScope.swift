/// Hands out names so that no two declarations of a scope share one.
package struct NameScope: Sendable {
  // Apart from the rest, so that a scope costs nothing until a name is claimed.
  private let reserved: Set<String>
  private var taken: Set<String> = []
  /// Where counting goes on for names that many want.
  private var nextNumbers: [String: Int] = [:]
  /// The names that things had before, which nobody else gets.
  private var kept: KeptNames
  /// Names that more than one thing wanted, and those that were given instead.
  private var contested: Set<String> = []

  /// Starts with names that nobody may take.
  package init(reserved: Set<String> = []) { self.init(reserved: reserved, kept: KeptNames()) }

  /// Starts with names that nobody may take, and some that only those may take who had them before.
  init(reserved: Set<String> = [], kept: KeptNames) {
    self.reserved = reserved
    self.kept = kept
  }

  /// The name that the thing had before, or else the wanted name, or one of the alternatives, or a number behind it.
  ///
  /// - Parameters:
  ///   - wanted: the name that fits best.
  ///   - alternatives: names that fit as well, the best one first.
  ///   - key: what the name is for.
  ///   - isChosen: whether somebody chose the wanted name for this thing, which is worth more than what others had.
  ///   - isFree: what else there is to say against a name.
  package mutating func claim(
    _ wanted: Identifier,
    else alternatives: @autoclosure () -> [Identifier] = [],
    for key: String = "",
    isChosen: Bool = false,
    where isFree: (Identifier) -> Bool = { _ in true }
  ) -> Identifier {
    if let name = kept.next(for: key), take(name, isChosen: true, isFree) {
      if name != wanted { contested.formUnion([wanted.text, name.text]) }
      return name
    }
    if take(wanted, isChosen: isChosen, isFree) { return wanted }
    let alternatives = alternatives()
    let name =
      alternatives.first { take($0, isChosen: isChosen, isFree) }
      ?? numbered(alternatives.last ?? wanted, isChosen: isChosen, isFree)
    if !reserved.contains(wanted.text) { contested.formUnion([wanted.text, name.text]) }
    return name
  }

  /// Those of some names that more than one thing wanted, and that another run could give to something else.
  func contested<Names: Sequence<(key: String, name: Identifier)>>(
    among names: @autoclosure () -> Names
  ) -> [(key: String, name: Identifier)] {
    contested.isEmpty ? [] : names().filter { contested.contains($0.name.text) }
  }

  /// Whether a name is taken.
  package func contains(_ name: Identifier) -> Bool { reserved.contains(name.text) || taken.contains(name.text) }

  private mutating func numbered(_ base: Identifier, isChosen: Bool, _ isFree: (Identifier) -> Bool) -> Identifier {
    var number = nextNumbers[base.text] ?? 2
    defer { nextNumbers[base.text] = number + 1 }
    while true {
      let candidate = base.numbered(number)
      if take(candidate, isChosen: isChosen, isFree) { return candidate }
      number += 1
    }
  }

  private mutating func take(_ name: Identifier, isChosen: Bool, _ isFree: (Identifier) -> Bool) -> Bool {
    guard !reserved.contains(name.text), isChosen || !kept.names.contains(name.text), isFree(name) else { return false }
    return taken.insert(name.text).inserted
  }
}
