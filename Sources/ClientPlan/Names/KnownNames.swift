/// The names of an earlier run, found by where they belong.
struct KnownNames: Sendable {
  private struct Place: Hashable {
    var kind: NameLock.Kind
    var scope: [Identifier]
  }

  private var scopes: [Place: KeptNames] = [:]

  init(_ lock: NameLock) {
    for entry in lock.entries {
      scopes[Place(kind: entry.kind, scope: entry.scope), default: KeptNames()].add(entry.name, for: entry.key)
    }
  }

  /// Whether nothing is known.
  var isEmpty: Bool { scopes.isEmpty }

  /// The names of everything inside of something.
  func names(_ kind: NameLock.Kind, in scope: [Identifier] = []) -> KeptNames {
    scopes.isEmpty ? KeptNames() : scopes[Place(kind: kind, scope: scope)] ?? KeptNames()
  }

  /// The names of what is still there.
  ///
  /// - Parameter keys: what is there; asked only if there are any names.
  func names<Keys: Sequence<String>>(
    _ kind: NameLock.Kind,
    in scope: [Identifier] = [],
    of keys: @autoclosure () -> Keys
  ) -> KeptNames {
    let names = names(kind, in: scope)
    guard !names.isEmpty else { return names }
    let keys = Set(keys())
    return names.only(keys.contains)
  }

  /// The names of all types inside of others, whichever these are.
  var nestedTypes: Set<String> {
    Set(scopes.filter { $0.key.kind == .type && !$0.key.scope.isEmpty }.flatMap(\.value.names))
  }
}
