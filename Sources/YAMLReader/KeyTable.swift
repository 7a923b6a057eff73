/// Finds numbers by the keys of mappings, without making a text of each key.
package struct KeyTable: Sendable {
  private let candidates: [KeyMark: [(key: [UInt8], number: Int)]]

  /// - Parameter numbers: the numbers by the texts of their keys.
  package init(_ numbers: [String: Int]) {
    var candidates: [KeyMark: [(key: [UInt8], number: Int)]] = [:]
    for (key, number) in numbers {
      let bytes = Array(key.utf8)
      candidates[bytes.withUnsafeBufferPointer { KeyMark($0) }, default: []].append((bytes, number))
    }
    self.candidates = candidates
  }

  /// The number for the key of an entry.
  package subscript(_ entry: YAMLEntry) -> Int? {
    guard let candidates = candidates[entry.record.mark] else { return nil }
    return entry.storage.tree.withText(of: entry.record.key) { text in
      candidates.first { $0.key.withUnsafeBufferPointer(text.hasSameBytes) }?.number
    }
  }
}
