import RecastClientPlan

/// A piece of Swift source.
///
/// It is made of literals in the emitter's own source and of a few types that are safe by construction. A `String`
/// cannot be interpolated: a document's text gets in as `StringLiteral`, `Identifier` or `DocComment`, or not at all.
struct Code: ExpressibleByStringInterpolation, Sendable {
  /// The source in UTF-8.
  fileprivate(set) var bytes: [UInt8]

  init(stringLiteral value: StaticString) {
    bytes = []
    bytes.append(value)
  }

  init(stringInterpolation: Interpolation) { bytes = stringInterpolation.bytes }

  private init(text: String) { bytes = Array(text.utf8) }

  /// The inside of a string literal.
  init(literalInside literal: StringLiteral) { self.init(text: literal.inside) }

  /// The pieces one after the other, with a separator between them.
  static func joined(_ pieces: [Code], separator: Code = ", ") -> Code {
    var joined: Code = ""
    joined.bytes.reserveCapacity(pieces.reduce(0) { $0 + $1.bytes.count + separator.bytes.count })
    for (position, piece) in pieces.enumerated() {
      if position > 0 { joined.bytes += separator.bytes }
      joined.bytes += piece.bytes
    }
    return joined
  }

  static func + (left: Code, right: Code) -> Code { "\(left)\(right)" }

  /// Whether there is nothing.
  var isEmpty: Bool { bytes.isEmpty }

  /// How many columns the source takes.
  var columns: Int { bytes.columns }

  /// The source as text.
  var text: String { String(decoding: bytes, as: UTF8.self) }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var bytes: [UInt8] = []

    init(literalCapacity: Int, interpolationCount: Int) {
      bytes.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: StaticString) { bytes.append(literal) }

    mutating func appendInterpolation(_ code: Code) { bytes += code.bytes }

    mutating func appendInterpolation(_ identifier: Identifier) {
      let isKeyword = identifier.isKeyword
      if isKeyword { bytes.append("`") }
      bytes.append(identifier.text)
      if isKeyword { bytes.append("`") }
    }

    // A literal with its quotes would be one more text to make.
    mutating func appendInterpolation(_ literal: StringLiteral) {
      bytes.append("\"")
      bytes.append(literal.inside)
      bytes.append("\"")
    }

    mutating func appendInterpolation(_ number: Int) { bytes.append(String(number)) }
  }
}

extension Identifier {
  /// The identifier, in backticks where Swift needs them.
  var code: Code { "\(self)" }

  /// Whether Swift reads the name as something else.
  fileprivate var isKeyword: Bool {
    let (count, first) = (text.utf8.count, text.utf8.first ?? 0)
    // Nearly all names differ from every keyword in their length or their first letter.
    guard count < Self.firstLetters.count, Self.firstLetters[count] & 1 << UInt64(first & 0x3F) != 0 else {
      return false
    }
    return ReservedWords.keywords.contains(text)
  }

  /// The first letters of keywords by the keywords' length, a bit for each letter.
  private static let firstLetters: [UInt64] = {
    let longest = ReservedWords.keywords.map(\.utf8.count).max() ?? 0
    return ReservedWords.keywords.reduce(into: Array(repeating: 0, count: longest + 1)) { letters, word in
      letters[word.utf8.count] |= 1 << UInt64((word.utf8.first ?? 0) & 0x3F)
    }
  }()
}

extension Code {
  /// An identifier where keywords are allowed: behind a dot.
  static func plain(_ identifier: Identifier) -> Code { Code(text: identifier.text) }

  /// A number as the plan wrote it down; anything else becomes zero.
  static func number(_ digits: String) -> Code {
    let isNumber = Double(digits) != nil && digits.allSatisfy { $0.isASCII && ($0.isNumber || "+-.e".contains($0)) }
    return Code(text: isNumber ? digits : "0")
  }
}
