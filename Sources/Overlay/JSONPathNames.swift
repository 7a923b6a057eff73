import RecastDiagnostics

extension JSONPathParser {
  /// A name in single or double quotes (RFC 9535, section 2.3.1).
  mutating func parseQuotedName() throws(Problem) -> String {
    let begin = position
    let quote = bytes[position]
    position += 1
    var name: [UInt8] = []
    while position < bytes.count, bytes[position] != quote {
      if bytes[position] == UInt8(ascii: "\\") {
        name += try parseEscape(quote: quote)
      } else {
        name.append(bytes[position])
        position += 1
      }
    }
    guard position < bytes.count else {
      throw Problem(
        tag: .overlayTarget,
        message: "the name that starts here does not end",
        span: span(begin..<begin + 1),
        help: "add the closing quote"
      )
    }
    position += 1
    return String(decoding: name, as: UTF8.self)
  }

  /// An escape in a quoted name (RFC 9535, section 2.3.1.1).
  private mutating func parseEscape(quote: UInt8) throws(Problem) -> [UInt8] {
    let begin = position
    position += 2
    let letter = begin + 1 < bytes.count ? bytes[begin + 1] : 0
    switch letter {
    case quote, UInt8(ascii: "\\"), UInt8(ascii: "/"): return [letter]
    case UInt8(ascii: "b"): return [0x08]
    case UInt8(ascii: "f"): return [0x0C]
    case UInt8(ascii: "n"): return [0x0A]
    case UInt8(ascii: "r"): return [0x0D]
    case UInt8(ascii: "t"): return [0x09]
    case UInt8(ascii: "u"):
      var units = [try hexUnit(from: begin)]
      if UTF16.isLeadSurrogate(units[0]), next(is: "\\") {
        let second = position
        position += 2
        units.append(try hexUnit(from: second))
      }
      return Array(String(decoding: units, as: UTF16.self).utf8)
    default:
      throw Problem(
        tag: .overlayTarget,
        message: "this is not an escape",
        span: span(begin..<min(position, bytes.count)),
        help: "write `\\\\` for a backslash"
      )
    }
  }

  /// Four hexadecimal digits after `\u`.
  private mutating func hexUnit(from begin: Int) throws(Problem) -> UInt16 {
    let end = min(position + 4, bytes.count)
    let digits = String(decoding: bytes[min(position, end)..<end], as: UTF8.self)
    position = end
    guard digits.utf8.count == 4, let unit = UInt16(digits, radix: 16) else {
      throw Problem(
        tag: .overlayTarget,
        message: "four hexadecimal digits follow `\\u`",
        span: span(begin..<end),
        help: nil
      )
    }
    return unit
  }
}
