/// A line of source with what is known of its bytes: everything that lines are broken at is ASCII, and no byte of another
/// character looks like it.
struct ScannedLine {
  let text: String
  private let bytes: [UInt8]
  /// How many brackets each byte is inside of; `nil` inside of string literals.
  private let depths: [Int?]

  /// How many bytes there are.
  var count: Int { bytes.count }

  init(_ text: String) {
    self.text = text
    bytes = Array(text.utf8)
    var depths: [Int?] = []
    depths.reserveCapacity(bytes.count)
    var (depth, isText, isEscaped) = (0, false, false)
    for (position, byte) in bytes.enumerated() {
      if isText {
        depths.append(nil)
        if byte == UInt8(ascii: "\""), !isEscaped { isText = false }
        isEscaped = byte == UInt8(ascii: "\\") && !isEscaped
        continue
      }
      switch byte {
      case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"):
        depth -= 1
        depths.append(depth)
      case UInt8(ascii: ">"):
        let isSign = position > 0 && [UInt8(ascii: "-"), 0x20].contains(bytes[position - 1])
        if !isSign { depth -= 1 }
        depths.append(depth)
      case UInt8(ascii: "("), UInt8(ascii: "["), UInt8(ascii: "{"), UInt8(ascii: "<"):
        depths.append(depth)
        depth += 1
      case UInt8(ascii: "\""):
        depths.append(nil)
        isText = true
      default: depths.append(depth)
      }
    }
    self.depths = depths
  }

  func text(_ range: some RangeExpression<Int>) -> String {
    String(decoding: bytes[range.relative(to: bytes)], as: UTF8.self)
  }

  /// Where some characters first occur inside of no brackets.
  func first(_ wanted: StaticString) -> Int? {
    bytes.indices.first { matches(wanted, at: $0) }
  }

  /// The parts between separators that are inside of no brackets.
  func split(_ separator: StaticString) -> [String] {
    var (parts, start) = ([String](), 0)
    for position in bytes.indices where position >= start && matches(separator, at: position) {
      parts.append(text(start..<position))
      start = position + separator.utf8CodeUnitCount
    }
    return parts + [text(start...)]
  }

  /// Where the bracket is that a closing one belongs to.
  func opening(ofClosing closing: Int) -> Int? {
    guard depths.indices.contains(closing), let depth = depths[closing] else { return nil }
    return bytes[..<closing].indices.last { depths[$0] == depth && Self.opening.contains(bytes[$0]) }
  }

  private static let opening: [UInt8] = Array("([{<".utf8)

  /// The last point between two names that a line of some columns can be broken in front of.
  func lastPoint(before limit: Int) -> Int? {
    let limit = bytes.columns == count ? limit : text.prefix(limit).utf8.count
    return bytes.indices.prefix(limit + 1).last { position in
      guard bytes[position] == UInt8(ascii: "."), depths[position] != nil, position > 0, position + 1 < count else {
        return false
      }
      return Self.isPartOfName(bytes[position - 1])
    }
  }

  /// Whether a byte is a letter, a digit or a part of another character than ASCII.
  private static func isPartOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...: true
    default: false
    }
  }

  private func matches(_ wanted: StaticString, at position: Int) -> Bool {
    // Nearly all bytes differ from the first one.
    guard bytes[position] == wanted.utf8Start.pointee, depths[position] == 0 else { return false }
    let wanted = UnsafeBufferPointer(start: wanted.utf8Start, count: wanted.utf8CodeUnitCount)
    return bytes[position...].starts(with: wanted)
  }
}
