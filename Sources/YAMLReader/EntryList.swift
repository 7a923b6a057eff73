/// The entries of a mapping that is being made: in order, no key twice.
struct EntryList {
  /// Keys of smaller mappings are compared one by one.
  private static let indexThreshold = 12

  /// An entry may be replaced by one with the same key.
  var records: [EntryRecord] = []
  /// Finds keys, if there may be many.
  private(set) var index: KeyIndex?

  /// - Parameter capacity: how many entries will be inserted at most.
  init(capacity: Int) {
    records.reserveCapacity(capacity)
    if capacity > Self.indexThreshold { index = KeyIndex(capacity: capacity) }
  }

  /// Appends an entry; gives the position of an earlier entry with the same key instead, if there is one.
  mutating func insert(_ entry: EntryRecord, of tree: YAMLTree) -> Int? {
    let earlier = tree.withText(of: entry.key) { key in
      index == nil
        ? position(of: key, of: tree)
        : index?.insert(records.count, key: key) { tree.isKey(records[$0].key, key) }
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
    return records.firstIndex { tree.isKey($0.key, key) }
  }
}

extension YAMLTree {
  /// Whether a key has this text.
  func isKey(_ node: UInt32, _ key: UnsafeBufferPointer<UInt8>) -> Bool {
    nodes[Int(node)].count == key.count && withText(of: node) { $0.hasSameBytes(as: key) }
  }

  /// Gives a mapping its entries.
  mutating func setEntries(_ list: EntryList, of mapping: UInt32) {
    nodes[Int(mapping)].first = UInt32(entries.count)
    nodes[Int(mapping)].count = UInt32(list.records.count)
    entries += list.records
    if let index = list.index { keyIndexes[mapping] = index }
  }

  /// Gives a sequence its items.
  mutating func setItems(_ list: some Collection<UInt32>, of sequence: UInt32) {
    nodes[Int(sequence)].first = UInt32(items.count)
    nodes[Int(sequence)].count = UInt32(list.count)
    items += list
  }
}
