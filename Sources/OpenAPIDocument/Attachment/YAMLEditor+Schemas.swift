import RecastYAMLReader

extension YAMLEditor {
  /// The value of a key; `nil` when there is none.
  func value(_ key: String, in mapping: Reference) -> Reference? {
    position(of: key, in: mapping).map { entries(of: mapping)[$0].value }
  }

  /// A mapping in which a key has another value.
  ///
  /// - Parameter origin: the place that stands for a key that is new; by default that of the mapping.
  mutating func setting(
    _ key: String,
    to value: Reference,
    in mapping: Reference,
    at origin: YAMLNode? = nil
  ) -> Reference {
    var entries = entries(of: mapping)
    if let position = position(of: key, in: mapping) {
      entries[position].value = value
    } else {
      let place = origin.map { adopt($0) } ?? mapping
      entries.append(Entry(key: add(.text(key), at: place), value: value))
    }
    return addMapping(entries, replacing: mapping)
  }

  /// Whether the value of a key is false.
  func isFalse(_ key: String, in mapping: Reference) -> Bool {
    value(key, in: mapping).map { kind(of: $0) == .bool && text(of: $0) == "false" } ?? false
  }

  /// The texts of a list.
  func texts(_ key: String, in mapping: Reference) -> [String] {
    value(key, in: mapping).map { items(of: $0).map { text(of: $0) } } ?? []
  }

  /// Whether a schema allows null, in whichever spelling.
  func allowsNull(_ schema: Reference) -> Bool {
    if ["nullable", "x-nullable"].contains(where: { key in value(key, in: schema).map { text(of: $0) } == "true" }) {
      return true
    }
    guard let type = value("type", in: schema), kind(of: type) == .sequence else { return false }
    return items(of: type).contains { text(of: $0) == "null" }
  }
}
