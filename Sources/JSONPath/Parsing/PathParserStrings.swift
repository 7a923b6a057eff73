extension PathParser {
  /// `string-literal`: text in single or double quotes.
  mutating func parseString() throws(JSONPathProblem) -> String {
    let begin = position
    guard let quote = nextByte else { throw problem("text in quotes is expected here") }
    position += 1
    var content: [UInt8] = []
    while let byte = nextByte, byte != quote {
      if byte == UInt8(ascii: "\\") {
        content += try parseEscape(quote: quote)
      } else if byte < 0x20 {
        throw problem("a control character cannot stand between quotes", help: "write it as an escape, such as `\\n`")
      } else {
        content.append(byte)
        position += 1
      }
    }
    guard position < bytes.count else {
      throw problem("the quotes that open here do not close", at: begin..<begin + 1, help: "add the closing quote")
    }
    position += 1
    return String(decoding: content, as: UTF8.self)
  }

  /// An escape between quotes (RFC 9535, section 2.3.1.1).
  private mutating func parseEscape(quote: UInt8) throws(JSONPathProblem) -> [UInt8] {
    let begin = position
    position += 1
    guard let letter = nextByte else { throw problem("this is not an escape", at: begin..<begin + 1) }
    position += 1
    switch letter {
    case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"): return try parseUnicodeEscape(from: begin)
    default:
      while let byte = nextByte, byte & 0xC0 == 0x80 { position += 1 }
      let isQuote = letter == UInt8(ascii: "'") || letter == UInt8(ascii: "\"")
      throw problem(
        "this is not an escape",
        at: begin..<position,
        help: isQuote ? "the other kind of quote needs no backslash" : "write `\\\\` for a backslash"
      )
    }
  }

  /// One or, for a surrogate pair, two groups of four hexadecimal digits.
  private mutating func parseUnicodeEscape(from begin: Int) throws(JSONPathProblem) -> [UInt8] {
    let first = try parseHexUnit(from: begin)
    var units = [first]
    if UTF16.isLeadSurrogate(first), take("\\u") { units.append(try parseHexUnit(from: begin)) }
    let isPair = units.count == 2 && UTF16.isTrailSurrogate(units[1])
    guard isPair || !UTF16.isLeadSurrogate(first) && !UTF16.isTrailSurrogate(first) else {
      throw problem("half of a surrogate pair is no character", at: begin..<position, help: "write both halves")
    }
    return Array(String(decoding: units, as: UTF16.self).utf8)
  }

  private mutating func parseHexUnit(from begin: Int) throws(JSONPathProblem) -> UInt16 {
    let digits = bytes[position...].prefix(4).prefix { $0.isHexadecimalDigit }
    position += digits.count
    guard digits.count == 4, let unit = UInt16(String(decoding: digits, as: UTF8.self), radix: 16) else {
      throw problem("four hexadecimal digits follow `\\u`", at: begin..<position)
    }
    return unit
  }
}

extension UInt8 {
  fileprivate var isHexadecimalDigit: Bool {
    isDigit || (UInt8(ascii: "a")...UInt8(ascii: "f")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "F")).contains(self)
  }
}
