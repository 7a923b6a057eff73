/// The names that things of one scope had before.
struct KeptNames: Sendable {
  /// The names, whoever has them.
  private(set) var names: Set<String> = []
  private var byKey: [String: [Identifier]] = [:]

  /// Whether nothing had a name.
  var isEmpty: Bool { byKey.isEmpty }

  /// Adds a name. Several things can share a type, and with it a name.
  mutating func add(_ name: Identifier, for key: String) {
    names.insert(name.text)
    byKey[key, default: []].append(name)
  }

  /// Adds names under other keys.
  mutating func add(_ others: KeptNames, key: (String) -> String) {
    for (old, names) in others.byKey {
      for name in names { add(name, for: key(old)) }
    }
  }

  /// The name that a thing had. Things with one key get theirs in the order in which they ask.
  mutating func next(for key: String) -> Identifier? {
    guard !byKey.isEmpty, let first = byKey[key]?.first else { return nil }
    byKey[key]?.removeFirst()
    return first
  }

  /// Whether a thing had a name.
  func contains(_ key: String) -> Bool { byKey[key]?.isEmpty == false }

  /// The names of what is still there.
  func only(_ isThere: (String) -> Bool) -> KeptNames {
    var result = KeptNames()
    for (key, names) in byKey where isThere(key) {
      for name in names { result.add(name, for: key) }
    }
    return result
  }
}
