extension JSONScanner {
  /// Notes the string whose opening quote is at the offset.
  mutating func scanString() throws {
    offset += 1
    let start = offset
    var flags: UInt8 = 0
    while true {
      offset = bytes.endOfPlainText(from: offset)
      guard offset < bytes.count else { throw unexpectedEnd() }
      switch bytes[offset] {
      case UInt8(ascii: "\""):
        tape.entries.append(.init(start: UInt32(start), extent: UInt32(offset), count: 0, kind: .string, flags: flags))
        offset += 1
        return
      case UInt8(ascii: "\\"):
        flags = JSONTape.Entry.hasEscapes
        try skipEscape()
      case 0x80...:
        guard let length = UTF8Sequence.length(in: bytes, at: offset) else {
          throw JSONError(.syntax, "a string holds bytes that are no UTF-8", offset: offset)
        }
        offset += length
      case let byte:
        let code = String(byte, radix: 16)
        throw JSONError(.syntax, "a string holds the control character 0x\(code) unescaped", offset: offset)
      }
    }
  }

  /// Validates the escape sequence that starts at the offset. A surrogate must be half of a pair: alone it is no
  /// character, and no Swift string could hold it.
  private mutating func skipEscape() throws {
    let start = offset
    guard offset + 1 < bytes.count else { throw unexpectedEnd() }
    switch bytes[offset + 1] {
    case UInt8(ascii: "u"):
      let unit = try hexadecimalUnit(at: offset + 2)
      offset += 6
      guard unit & 0xF800 == 0xD800 else { return }
      if unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u"), try hexadecimalUnit(at: offset + 2) & 0xFC00 == 0xDC00
      {
        offset += 6
        return
      }
      throw JSONError(.syntax, "an escaped surrogate without its other half", offset: start)
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 2
    default:
      throw JSONError(.syntax, "an escape sequence that JSON does not know", offset: start)
    }
  }

  private func hexadecimalUnit(at start: Int) throws -> UInt32 {
    var unit: UInt32 = 0
    for index in start..<start + 4 {
      guard index < bytes.count else { throw unexpectedEnd() }
      guard let digit = JSONStringEscapes.hexadecimalDigit(bytes[index]) else {
        throw JSONError(.syntax, "`\\u` needs four hexadecimal digits", offset: index)
      }
      unit = unit << 4 | digit
    }
    return unit
  }

  /// Notes the number that starts at the offset (RFC 8259 §6).
  mutating func scanNumber() throws {
    let start = offset
    var flags: UInt8 = 0
    if bytes[offset] == UInt8(ascii: "-") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "0") {
      offset += 1
      if let byte = peek(), isDigit(byte) {
        throw JSONError(.syntax, "a number must not start with a zero before other digits", offset: offset)
      }
    } else {
      try skipDigits()
    }
    if peek() == UInt8(ascii: ".") {
      flags = JSONTape.Entry.isNotPlainInteger
      offset += 1
      try skipDigits()
    }
    if let byte = peek(), byte | 0x20 == UInt8(ascii: "e") {
      flags = JSONTape.Entry.isNotPlainInteger
      offset += 1
      if let sign = peek(), sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { offset += 1 }
      try skipDigits()
    }
    tape.entries.append(.init(start: UInt32(start), extent: UInt32(offset), count: 0, kind: .number, flags: flags))
  }

  private mutating func skipDigits() throws {
    let start = offset
    while offset < bytes.count, isDigit(bytes[offset]) { offset += 1 }
    guard offset > start else {
      guard offset < bytes.count else { throw unexpectedEnd() }
      throw unexpected(bytes[offset], wanted: "a digit")
    }
  }

  private func peek() -> UInt8? {
    offset < bytes.count ? bytes[offset] : nil
  }

  private func isDigit(_ byte: UInt8) -> Bool {
    byte &- UInt8(ascii: "0") < 10
  }
}
