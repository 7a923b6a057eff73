/// Turns libyaml's character counts into byte offsets.
///
/// libyaml counts characters from the start of its input. Its marks come in almost ascending order, so a cursor that
/// moves from the last mark to the next passes over the text once.
struct ByteCursor {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let isASCII: Bool
  private var byte = 0
  private var character = 0

  /// - Parameter bytes: libyaml's input, which must outlive the cursor.
  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes = bytes
    isASCII = bytes.allSatisfy { $0 < 0x80 }
  }

  /// The offset of the byte where a character starts.
  mutating func byteOffset(ofCharacter target: Int) -> Int {
    if isASCII { return min(target, bytes.count) }
    while character < target, byte < bytes.count { advance(towards: target) }
    while character > target, byte > 0 { stepBack() }
    return byte
  }

  private mutating func advance(towards target: Int) {
    if target - character >= 8, byte + 8 <= bytes.count, isASCII(from: byte) {
      byte += 8
      character += 8
      return
    }
    byte += 1
    while byte < bytes.count, bytes[byte] & 0xC0 == 0x80 { byte += 1 }
    character += 1
  }

  private mutating func stepBack() {
    byte -= 1
    while byte > 0, bytes[byte] & 0xC0 == 0x80 { byte -= 1 }
    character -= 1
  }

  /// Whether the next eight bytes are one character each.
  private func isASCII(from offset: Int) -> Bool {
    let word = UnsafeRawBufferPointer(bytes).loadUnaligned(fromByteOffset: offset, as: UInt64.self)
    return word & 0x8080_8080_8080_8080 == 0
  }
}
