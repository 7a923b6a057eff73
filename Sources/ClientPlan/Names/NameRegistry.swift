/// Hands out names so that no two declarations of a scope share one.
package struct NameScope: Sendable {
  // Apart from the rest, so that a scope costs nothing until a name is claimed.
  private let reserved: Set<String>
  private var taken: Set<String> = []
  /// Where counting goes on for names that many want.
  private var nextNumbers: [String: Int] = [:]

  /// Starts with names that nobody may take.
  package init(reserved: Set<String> = []) { self.reserved = reserved }

  /// The wanted name, or one of the alternatives, or the wanted name with a number.
  package mutating func claim(
    _ wanted: Identifier,
    else alternatives: @autoclosure () -> [Identifier] = []
  ) -> Identifier {
    if take(wanted) { return wanted }
    let alternatives = alternatives()
    for candidate in alternatives where take(candidate) { return candidate }
    let base = alternatives.last ?? wanted
    var number = nextNumbers[base.text] ?? 2
    defer { nextNumbers[base.text] = number + 1 }
    while true {
      let candidate = base.numbered(number)
      if take(candidate) { return candidate }
      number += 1
    }
  }

  /// Whether a name is taken.
  package func contains(_ name: Identifier) -> Bool { reserved.contains(name.text) || taken.contains(name.text) }

  private mutating func take(_ name: Identifier) -> Bool {
    !reserved.contains(name.text) && taken.insert(name.text).inserted
  }
}

/// Hands out type names.
///
/// Generated code spells every type with its full path, so a nested type must never have the name of a top-level one:
/// inside its parent it would be found first. Nor may it have the name of a member of its parent: names of types begin
/// with a capital, and those of members do not, where the script has capitals; digits and many scripts have none.
struct TypeNames {
  private var topLevel: NameScope
  private var nested: [TypeName: NameScope] = [:]
  private var nestedNames: Set<String> = []
  private var topLevelNames: Set<String>

  init(reserved: Set<String>) {
    topLevelNames = reserved.union(ReservedWords.types)
    topLevel = NameScope(reserved: topLevelNames)
  }

  mutating func claimTopLevel(_ wanted: Identifier, else alternatives: [Identifier] = []) -> TypeName {
    let candidates = ([wanted] + alternatives).filter { !nestedNames.contains($0.text) }
    var name = topLevel.claim(
      candidates.first ?? wanted.appending(Identifier("Schema")),
      else: Array(candidates.dropFirst())
    )
    while nestedNames.contains(name.text) { name = topLevel.claim(name.appending(Identifier("Schema"))) }
    topLevelNames.insert(name.text)
    return TypeName([name])
  }

  /// Types deeper inside each other than this keep the compiler busy for ever longer, twice as long per level.
  private static let mostNested = 10

  mutating func claim(_ wanted: Identifier, in parent: TypeName) -> TypeName {
    guard parent.path.count < Self.mostNested else { return claimTopLevel(parent.last.appending(wanted)) }
    let ancestors = Set(parent.path.map(\.text))
    let fallback = (parent.path.last ?? wanted).appending(wanted)
    let value = Identifier("Value").appending(wanted)
    let candidates = [wanted, fallback, fallback.appending(Identifier("Value")), value].filter {
      !topLevelNames.contains($0.text) && !ancestors.contains($0.text) && $0.beginsWithCapital
    }
    let first = candidates.first ?? fallback.appending(Identifier("Nested"))
    let name = nested[parent, default: NameScope(reserved: ReservedWords.types)]
      .claim(first, else: Array(candidates.dropFirst()))
    nestedNames.insert(name.text)
    return TypeName(parent.path + [name])
  }
}

extension Identifier {
  /// Whether the name cannot be that of a member.
  fileprivate var beginsWithCapital: Bool { text.first { $0 != "_" }?.isUppercase ?? false }
}
