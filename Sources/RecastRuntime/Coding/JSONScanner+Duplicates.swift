/// Objects of more members are searched for duplicate names with a hash table.
private let smallObject = 32

extension JSONScanner {
  /// A hash of a name's bytes (FNV-1a): equal for equal names, mostly different for different ones.
  func fingerprint(_ name: Range<Int>) -> UInt32 {
    var mixture: UInt32 = 0x811C_9DC5
    for index in name {
      mixture = (mixture ^ UInt32(bytes[index])) &* 0x0100_0193
    }
    return mixture
  }

  /// Whether a name might occur twice in the object. False alarms are harmless: they only cost the reader time.
  mutating func mayHaveDuplicates(_ object: Int) -> Bool {
    let count = Int(tape.entries[object].count)
    guard count > 1 else { return false }
    return count <= smallObject ? fingerprintsRepeat(object) : namesRepeat(object)
  }

  private mutating func fingerprintsRepeat(_ object: Int) -> Bool {
    fingerprints.removeAll(keepingCapacity: true)
    var index = object + 1
    while index < tape.entries.count {
      let name = tape.entries[index]
      // An escaped name shows its fingerprint only when decoded.
      if name.has(JSONTape.Entry.hasEscapes) { return true }
      for other in fingerprints where other == name.count { return true }
      fingerprints.append(name.count)
      index = tape.next(after: index + 1)
    }
    return false
  }

  /// Swift seeds its hashes anew in each process, so that nobody can prepare an object of colliding names.
  private func namesRepeat(_ object: Int) -> Bool {
    var names = Set<String>(minimumCapacity: Int(tape.entries[object].count))
    var index = object + 1
    while index < tape.entries.count {
      let name = tape.entries[index]
      let text =
        name.has(JSONTape.Entry.hasEscapes)
        ? JSONStringEscapes.decode(bytes[name.range]) : String(decoding: bytes[name.range], as: UTF8.self)
      if !names.insert(text).inserted { return true }
      index = tape.next(after: index + 1)
    }
    return false
  }
}
