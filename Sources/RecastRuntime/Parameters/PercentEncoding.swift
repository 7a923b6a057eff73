/// Percent-encoding of RFC 3986, section 2.1.
enum PercentEncoding {
  private static let digits = Array("0123456789ABCDEF".utf8)

  /// The text with every byte encoded except the unreserved characters of RFC 3986, section 2.3: letters, digits, and
  /// `-`, `.`, `_`, `~`. What comes out is one path segment, or one query name or value, whatever went in.
  static func component(_ text: some StringProtocol) -> String {
    encode(text, keeping: isUnreserved)
  }

  /// A path as a document writes it: everything that may stand in a path is kept, and so are `/` and what is already
  /// encoded.
  static func literalPath(_ text: some StringProtocol) -> String {
    encode(text) { isUnreserved($0) || isPathDelimiter($0) }
  }

  /// A path's value in which reserved characters stand for themselves (RFC 6570, section 3.2.3), `/` among them. Those
  /// that would end the path are encoded all the same, and so is `%`: nothing can hide behind it.
  static func reservedPath(_ text: some StringProtocol) -> String {
    encode(text) { isUnreserved($0) || isPathDelimiter($0) && $0 != UInt8(ascii: "%") }
  }

  /// A query's value in which reserved characters may stand for themselves (RFC 6570, section 3.2.3), and what is
  /// already encoded stays so. Those that would end the value or mean a space are encoded all the same.
  static func reservedQueryValue(_ text: String) -> String {
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    for (position, byte) in bytes.enumerated() {
      let isTriplet =
        byte == UInt8(ascii: "%") && position + 2 < bytes.count && isHexDigit(bytes[position + 1])
        && isHexDigit(bytes[position + 2])
      if isTriplet || isUnreserved(byte) || "/:?@!$'()*,;=".utf8.contains(byte) {
        result.append(byte)
      } else {
        result += encoded(byte)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool { Character(Unicode.Scalar(byte)).isHexDigit }

  private static func encoded(_ byte: UInt8) -> [UInt8] {
    [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
  }

  private static func encode(_ text: some StringProtocol, keeping keeps: (UInt8) -> Bool) -> String {
    var bytes: [UInt8] = []
    bytes.reserveCapacity(text.utf8.count)
    for byte in text.utf8 {
      if keeps(byte) {
        bytes.append(byte)
      } else {
        bytes += encoded(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  private static func isUnreserved(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
      UInt8(ascii: "~"):
      true
    default: false
    }
  }

  private static func isPathDelimiter(_ byte: UInt8) -> Bool {
    "/%!$&'()*+,;=:@".utf8.contains(byte)
  }
}
