/// Finds a key among the entries of a large mapping: an open-addressing hash table of entry numbers. The hash is seeded
/// anew in every process, so that no document can be made to collide on purpose.
struct KeyIndex: Sendable {
  /// Mappings with more entries than this get an index; fewer are compared one by one.
  static let threshold = 12

  private var slots: [UInt32]

  /// - Parameter capacity: how many keys will be inserted at most.
  init(capacity: Int) {
    var size = 16
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: .max, count: size)
  }

  /// The index into `tree.entries` of the entry with this key.
  func find(_ key: UnsafeBufferPointer<UInt8>, in entries: Range<Int>, of tree: YAMLTree) -> Int? {
    let found = slot(of: key) { number in
      tree.withText(of: tree.entries[entries.lowerBound + Int(number)].key) { $0.hasSameBytes(as: key) }
    }
    return slots[found] == .max ? nil : entries.lowerBound + Int(slots[found])
  }

  /// Adds an entry under its number; gives the number of an earlier entry with the same key instead, if there is one.
  mutating func insert(
    _ number: Int,
    key: UnsafeBufferPointer<UInt8>,
    isSameKey: (UInt32) -> Bool
  ) -> Int? {
    let found = slot(of: key, isSameKey: isSameKey)
    if slots[found] != .max { return Int(slots[found]) }
    slots[found] = UInt32(number)
    return nil
  }

  /// The slot that holds the key, or the free one where it belongs. Less than half of the slots are ever taken.
  private func slot(of key: UnsafeBufferPointer<UInt8>, isSameKey: (UInt32) -> Bool) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    let mask = slots.count - 1
    var slot = hasher.finalize() & mask
    while slots[slot] != .max, !isSameKey(slots[slot]) { slot = (slot + 1) & mask }
    return slot
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Compares byte by byte. (Unicode would call different spellings of one text equal; keys are equal as written.)
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    count == other.count && elementsEqual(other)
  }

  func hasSameBytes(as other: StaticString) -> Bool {
    hasSameBytes(as: UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
  }
}
