/// Skips a UTF-8 byte order mark at the beginning of a file, also one that comes in several pieces.
struct ByteOrderMark: Sendable {
  private static let bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

  private var seen = 0
  /// Whether the file's beginning is known to be a mark, or not to be one.
  private(set) var isDecided = false

  /// Moves `index` over bytes of a mark; returns bytes of earlier pieces that turned out to be content.
  mutating func skip(_ piece: [UInt8], _ index: inout Int) -> [UInt8] {
    while index < piece.count, !isDecided {
      guard piece[index] == Self.bytes[seen] else { return end() }
      seen += 1
      index += 1
      isDecided = seen == Self.bytes.count
    }
    return []
  }

  /// Ends the file, or the mark: returns the bytes that were held back.
  mutating func end() -> [UInt8] {
    guard !isDecided else { return [] }
    isDecided = true
    return Array(Self.bytes.prefix(seen))
  }
}
