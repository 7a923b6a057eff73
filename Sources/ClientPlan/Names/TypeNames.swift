/// Hands out type names.
///
/// Generated code spells every type with its full path, so a nested type must never have the name of a top-level one:
/// inside its parent it would be found first. Nor may it have the name of a member of its parent: names of types begin
/// with a capital, and those of members do not, where the script has capitals; digits and many scripts have none.
struct TypeNames {
  /// Types deeper inside each other than this keep the compiler busy for ever longer, twice as long per level.
  private static let mostNested = 10

  private let known: KnownNames
  private var topLevel: NameScope
  private var nested: [TypeName: NameScope] = [:]
  private var nestedNames: Set<String> = []
  private var topLevelNames: Set<String>
  /// What types had before: newcomers leave it alone wherever it would hide or be hidden.
  private let keptNested: Set<String>
  private let keptTopLevel: Set<String>
  /// Names that somebody did not get, whatever the reason.
  private var refused: Set<String> = []
  private var entries: [NameLock.Entry] = []
  private var shared: [NameLock.Entry] = []
  private var released: Set<TypeName> = []

  init(reserved: Set<String>, known: KnownNames = KnownNames(NameLock())) {
    self.known = known
    var kept = KeptNames()
    for kind in [NameLock.Kind.schema, .type] { kept.add(known.names(kind), key: kind.prefixed) }
    keptTopLevel = kept.names
    keptNested = known.nestedTypes
    topLevelNames = reserved.union(ReservedWords.types)
    topLevel = NameScope(reserved: topLevelNames, kept: kept)
  }

  /// A name for a type that is nested in no other.
  ///
  /// - Parameters:
  ///   - key: what the type is called if its name is not to follow from the wanted one.
  ///   - isChosen: whether somebody chose the name.
  mutating func claimTopLevel(
    _ wanted: Identifier,
    else alternatives: [Identifier] = [],
    _ kind: NameLock.Kind = .type,
    key: String? = nil,
    isChosen: Bool = false
  ) -> TypeName {
    let (nestedNames, keptNested, key) = (nestedNames, keptNested, key ?? wanted.text)
    let isHiding = nestedNames.contains(wanted.text) && alternatives.isEmpty
    let name = topLevel.claim(
      wanted,
      else: isHiding ? [wanted.appending(Identifier("Schema"))] : alternatives,
      for: kind.prefixed(key),
      isChosen: isChosen
    ) { name in
      !nestedNames.contains(name.text) && (isChosen || !keptNested.contains(name.text))
    }
    topLevelNames.insert(name.text)
    return record(name, in: [], for: key, kind, wanted)
  }

  /// A name for a type inside of another one.
  ///
  /// - Parameter isChosen: whether somebody chose the name.
  mutating func claim(_ wanted: Identifier, in parent: TypeName, isChosen: Bool = false) -> TypeName {
    guard parent.path.count < Self.mostNested else {
      return claimTopLevel(parent.last.appending(wanted), isChosen: isChosen)
    }
    let (ancestors, topLevelNames, keptTopLevel) = (Set(parent.path.map(\.text)), topLevelNames, keptTopLevel)
    let fallback = (parent.path.last ?? wanted).appending(wanted)
    let name = nested[
      parent,
      default: NameScope(reserved: ReservedWords.types, kept: known.names(.type, in: parent.path))
    ].claim(
      wanted,
      else: [fallback, fallback.appending(Identifier("Value")), Identifier("Value").appending(wanted)],
      for: wanted.text,
      isChosen: isChosen
    ) { name in
      name.beginsWithCapital && !ancestors.contains(name.text) && !topLevelNames.contains(name.text)
        && (isChosen || !keptTopLevel.contains(name.text))
    }
    nestedNames.insert(name.text)
    return record(name, in: parent.path, for: wanted.text, .type, wanted)
  }

  /// Takes note that something else shares a type, so that the name stays when it alone is left.
  mutating func share(_ name: TypeName, with key: Identifier) {
    if name.isTopLevel { shared.append(NameLock.Entry(.type, name.last, key: key.text)) }
  }

  /// Takes note that a type is declared no more. Its name stays taken.
  mutating func release(_ name: TypeName) { released.insert(name) }

  /// Whether something had a name of its own, as a type that is nested in no other.
  func isKnown(_ key: Identifier) -> Bool { !known.isEmpty && known.names(.type).contains(key.text) }

  /// The names of all types.
  var lock: [NameLock.Entry] {
    var seen = Set(shared)
    let own = entries.filter { !seen.contains($0) }
    let others = shared.filter { seen.remove($0) != nil }
    return (own + others).filter { released.isEmpty || !released.contains($0.typeName) }
  }

  /// Whether somebody did not get a name for the sake of something that is no longer there.
  func isHeldBack(by vanished: Set<NameLock.Entry>) -> Bool {
    let missed = vanished.filter { refused.contains($0.name.text) }
    guard !missed.isEmpty else { return false }
    let present = Set(lock.map(\.typeName))
    return missed.contains { !present.contains($0.typeName) }
  }

  private mutating func record(
    _ name: Identifier,
    in scope: [Identifier],
    for key: String,
    _ kind: NameLock.Kind,
    _ wanted: Identifier
  ) -> TypeName {
    if name != wanted { refused.insert(wanted.text) }
    entries.append(NameLock.Entry(kind, in: scope, name, key: key))
    return TypeName(scope + [name])
  }
}

extension Identifier {
  /// Whether the name cannot be that of a member.
  fileprivate var beginsWithCapital: Bool { text.first { $0 != "_" }?.isUppercase ?? false }
}

extension NameLock.Entry {
  fileprivate var typeName: TypeName { TypeName(scope + [name]) }
}

extension NameLock.Kind {
  /// A key among types that are nested in no other: schemas and the rest have keys of their own.
  fileprivate func prefixed(_ key: String) -> String { "\(rawValue) \(key)" }
}
