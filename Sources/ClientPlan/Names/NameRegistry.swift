/// Hands out names so that no two declarations of a scope share one.
package struct NameScope: Sendable {
  private var taken: Set<String>
  /// Where counting goes on for names that many want.
  private var nextNumbers: [String: Int] = [:]

  /// Starts with names that nobody may take.
  package init(reserved: Set<String> = []) { taken = reserved }

  /// The wanted name, or one of the alternatives, or the wanted name with a number.
  package mutating func claim(_ wanted: Identifier, else alternatives: [Identifier] = []) -> Identifier {
    for candidate in [wanted] + alternatives where taken.insert(candidate.text).inserted { return candidate }
    let base = alternatives.last ?? wanted
    var number = nextNumbers[base.text] ?? 2
    defer { nextNumbers[base.text] = number + 1 }
    while true {
      let candidate = base.numbered(number)
      if taken.insert(candidate.text).inserted { return candidate }
      number += 1
    }
  }

  /// Whether a name is taken.
  package func contains(_ name: Identifier) -> Bool { taken.contains(name.text) }
}

/// Hands out type names.
///
/// Generated code spells every type with its full path, so a nested type must never have the name of a top-level one:
/// inside its parent it would be found first.
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

  mutating func claim(_ wanted: Identifier, in parent: TypeName) -> TypeName {
    let ancestors = Set(parent.path.map(\.text))
    let fallback = (parent.path.last ?? wanted).appending(wanted)
    let candidates = [wanted, fallback, fallback.appending(Identifier("Value"))].filter {
      !topLevelNames.contains($0.text) && !ancestors.contains($0.text)
    }
    var scope = nested[parent] ?? NameScope(reserved: ReservedWords.types)
    let first = candidates.first ?? fallback.appending(Identifier("Nested"))
    let name = scope.claim(first, else: Array(candidates.dropFirst()))
    nested[parent] = scope
    nestedNames.insert(name.text)
    return TypeName(parent.path + [name])
  }
}
