/// Finds a key among the entries of a large mapping: an open-addressing hash table of entry numbers. The hash is seeded
/// anew in every process, so that no document can be made to collide on purpose.
struct KeyIndex: Sendable {
  private var slots: [UInt32]

  /// - Parameter capacity: how many keys will be inserted at most.
  init(capacity: Int) {
    var size = 32
    while size < capacity * 2 { size *= 2 }
    slots = [UInt32](repeating: .max, count: size)
  }

  /// The number of the entry with this key.
  func find(_ key: UnsafeBufferPointer<UInt8>, isSameKey: (Int) -> Bool) -> Int? {
    let found = slots[slot(of: key, isSameKey: isSameKey)]
    return found == .max ? nil : Int(found)
  }

  /// Adds an entry under its number; gives the number of an earlier entry with the same key instead, if there is one.
  mutating func insert(_ number: Int, key: UnsafeBufferPointer<UInt8>, isSameKey: (Int) -> Bool) -> Int? {
    let slot = slot(of: key, isSameKey: isSameKey)
    if slots[slot] != .max { return Int(slots[slot]) }
    slots[slot] = UInt32(number)
    return nil
  }

  /// The slot that holds the key, or the free one where it belongs. At most half of the slots are ever taken.
  private func slot(of key: UnsafeBufferPointer<UInt8>, isSameKey: (Int) -> Bool) -> Int {
    var hasher = Hasher()
    hasher.combine(bytes: UnsafeRawBufferPointer(key))
    let mask = slots.count - 1
    var slot = hasher.finalize() & mask
    while slots[slot] != .max, !isSameKey(Int(slots[slot])) { slot = (slot + 1) & mask }
    return slot
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Compares byte by byte. (Unicode would call different spellings of one text equal; keys are equal as written.)
  func hasSameBytes(as other: UnsafeBufferPointer<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in indices where self[index] != other[index] { return false }
    return true
  }

  func hasSameBytes(as other: StaticString) -> Bool {
    hasSameBytes(as: UnsafeBufferPointer(start: other.utf8Start, count: other.utf8CodeUnitCount))
  }
}
