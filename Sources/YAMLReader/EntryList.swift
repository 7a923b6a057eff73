/// The entries of a mapping that is being made: in order, no key twice.
struct EntryList {
  /// Whether a mapping of so many entries may have an index; keys of smaller ones are compared one by one.
  static func isIndexed(count: Int) -> Bool { count > 12 }

  /// An entry may be replaced by one with the same key.
  var records: [EntryRecord] = []
  /// Finds keys, if there may be many.
  private(set) var index: KeyIndex?

  /// - Parameter capacity: how many entries will be inserted at most.
  init(capacity: Int) {
    records.reserveCapacity(capacity)
    if Self.isIndexed(count: capacity) { index = KeyIndex(capacity: capacity) }
  }

  /// Appends an entry; gives the position of an earlier entry with the same key instead, if there is one.
  mutating func insert(_ entry: EntryRecord, of tree: YAMLTree) -> Int? {
    let earlier =
      index == nil
      ? records.firstIndex { $0.mark == entry.mark && tree.haveSameText($0.key, entry.key) }
      : tree.withText(of: entry.key) { key in
        index?.insert(records.count, key: key) { tree.isKey(records[$0].key, key) }
      }
    if earlier == nil { records.append(entry) }
    return earlier
  }

  /// Whether there is an entry with the same key.
  func contains(_ entry: EntryRecord, of tree: YAMLTree) -> Bool {
    tree.withText(of: entry.key) { position(of: $0, of: tree) != nil }
  }

  /// Where the entry with this key is.
  func position(of key: UnsafeBufferPointer<UInt8>, of tree: YAMLTree) -> Int? {
    if let index { return index.find(key) { tree.isKey(records[$0].key, key) } }
    let mark = KeyMark(key)
    return records.firstIndex { $0.mark == mark && tree.isKey($0.key, key) }
  }
}

extension YAMLTree {
  /// An entry of two nodes.
  func entry(key: UInt32, value: UInt32) -> EntryRecord {
    EntryRecord(key: key, value: value, mark: withText(of: key) { KeyMark($0) })
  }

  /// Whether two keys have the same text.
  func haveSameText(_ first: UInt32, _ second: UInt32) -> Bool { withText(of: second) { isKey(first, $0) } }

  /// Whether a key has this text.
  func isKey(_ node: UInt32, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    nodes[Int(node)].count == key.count && withText(of: node) { $0.hasSameBytes(as: key) }
  }

  /// Gives a mapping its entries.
  mutating func setEntries(_ list: EntryList, of mapping: UInt32) {
    nodes[Int(mapping)].first = UInt32(entries.count)
    nodes[Int(mapping)].count = UInt32(list.records.count)
    for record in list.records { nodes[Int(mapping)].keys.insert(record.mark) }
    entries += list.records
    if let index = list.index, EntryList.isIndexed(count: list.records.count) { keyIndexes[mapping] = index }
  }

  /// Gives a sequence its items.
  mutating func setItems(_ list: some Collection<UInt32>, of sequence: UInt32) {
    nodes[Int(sequence)].first = UInt32(items.count)
    nodes[Int(sequence)].count = UInt32(list.count)
    items += list
  }
}
