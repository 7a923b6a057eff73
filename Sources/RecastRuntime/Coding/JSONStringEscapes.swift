/// The escape sequences of JSON strings (RFC 8259 §7).
enum JSONStringEscapes {
  /// Decodes a string's bytes. The scanner has validated them: what is malformed nevertheless stays as written.
  static func decode(_ bytes: ArraySlice<UInt8>) -> String {
    var decoded: [UInt8] = []
    decoded.reserveCapacity(bytes.count)
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < bytes.endIndex else {
        decoded.append(byte)
        index += 1
        continue
      }
      switch bytes[index + 1] {
      case UInt8(ascii: "b"): decoded.append(0x08)
      case UInt8(ascii: "f"): decoded.append(0x0C)
      case UInt8(ascii: "n"): decoded.append(0x0A)
      case UInt8(ascii: "r"): decoded.append(0x0D)
      case UInt8(ascii: "t"): decoded.append(0x09)
      case UInt8(ascii: "u"):
        index = appendCharacter(at: index, of: bytes, to: &decoded)
        continue
      case let other: decoded.append(other)
      }
      index += 2
    }
    return String(decoding: decoded, as: UTF8.self)
  }

  /// Appends the character that `\uXXXX`, or a pair of them, stands for; returns the index after it.
  private static func appendCharacter(at start: Int, of bytes: ArraySlice<UInt8>, to decoded: inout [UInt8]) -> Int {
    var next = start + 6
    var code = unit(at: start + 2, of: bytes)
    if code & 0xFC00 == 0xD800 {
      let low = unit(at: next + 2, of: bytes)
      code = 0x10000 + (code & 0x3FF) << 10 + (low & 0x3FF)
      next += 6
    }
    let scalar = UnicodeScalar(code) ?? "\u{FFFD}"
    decoded.append(contentsOf: Character(scalar).utf8)
    return next
  }

  private static func unit(at start: Int, of bytes: ArraySlice<UInt8>) -> UInt32 {
    guard start + 4 <= bytes.endIndex else { return 0xFFFD }
    return bytes[start..<start + 4].reduce(0) { $0 << 4 | (hexadecimalDigit($1) ?? 0) }
  }

  /// The value of a hexadecimal digit.
  static func hexadecimalDigit(_ byte: UInt8) -> UInt32? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt32(byte - UInt8(ascii: "0"))
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt32(byte - UInt8(ascii: "a")) + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt32(byte - UInt8(ascii: "A")) + 10
    default: nil
    }
  }
}

extension Array<UInt8> {
  /// The offset of the first byte from `start` on that is no plain string content: a quote, a backslash, a control
  /// character or a byte beyond ASCII. Eight bytes are looked at in one step.
  func endOfPlainText(from start: Int) -> Int {
    withUnsafeBytes { buffer in
      let ones: UInt64 = 0x0101_0101_0101_0101
      let highBits: UInt64 = 0x8080_8080_8080_8080
      var index = start
      while index + 8 <= buffer.count {
        let word = buffer.loadUnaligned(fromByteOffset: index, as: UInt64.self)
        let quotes = word ^ (ones &* 0x22)
        let backslashes = word ^ (ones &* 0x5C)
        let special =
          (word &- (ones &* 0x20)) & ~word | (quotes &- ones) & ~quotes | (backslashes &- ones) & ~backslashes | word
        if special & highBits != 0 { break }
        index += 8
      }
      while index < buffer.count {
        let byte = buffer[index]
        if byte < 0x20 || byte >= 0x80 || byte == 0x22 || byte == 0x5C { break }
        index += 1
      }
      return index
    }
  }
}

/// UTF-8 as RFC 3629 has it: no overlong forms, no surrogates, nothing beyond U+10FFFF.
enum UTF8Sequence {
  /// The length of the valid sequence of two to four bytes at the offset, nil when there is none.
  static func length(in bytes: [UInt8], at offset: Int) -> Int? {
    let (length, second): (Int, ClosedRange<UInt8>)
    switch bytes[offset] {
    case 0xC2...0xDF: (length, second) = (2, 0x80...0xBF)
    case 0xE0: (length, second) = (3, 0xA0...0xBF)
    case 0xED: (length, second) = (3, 0x80...0x9F)
    case 0xE1...0xEF: (length, second) = (3, 0x80...0xBF)
    case 0xF0: (length, second) = (4, 0x90...0xBF)
    case 0xF1...0xF3: (length, second) = (4, 0x80...0xBF)
    case 0xF4: (length, second) = (4, 0x80...0x8F)
    default: return nil
    }
    guard offset + length <= bytes.count, second.contains(bytes[offset + 1]) else { return nil }
    for index in offset + 2..<offset + length where bytes[index] & 0xC0 != 0x80 {
      return nil
    }
    return length
  }
}
