import RecastClientPlan

/// A piece of Swift source.
///
/// It is made of literals in the emitter's own source and of a few types that are safe by construction. A `String`
/// cannot be interpolated: a document's text gets in as `StringLiteral`, `Identifier` or `DocComment`, or not at all.
struct Code: ExpressibleByStringInterpolation, Sendable {
  /// The source.
  let text: String

  init(stringLiteral value: StaticString) { text = value.description }

  init(stringInterpolation: Interpolation) { text = stringInterpolation.text }

  private init(text: String) { self.text = text }

  /// The inside of a string literal.
  init(literalInside literal: StringLiteral) { text = literal.inside }

  /// The pieces one after the other, with a separator between them.
  static func joined(_ pieces: [Code], separator: Code = ", ") -> Code {
    Code(text: pieces.map(\.text).joined(separator: separator.text))
  }

  static func + (left: Code, right: Code) -> Code { Code(text: left.text + right.text) }

  /// Whether there is nothing.
  var isEmpty: Bool { text.isEmpty }

  struct Interpolation: StringInterpolationProtocol {
    fileprivate var text: String

    init(literalCapacity: Int, interpolationCount: Int) {
      text = ""
      text.reserveCapacity(literalCapacity + interpolationCount * 16)
    }

    mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

    mutating func appendInterpolation(_ code: Code) { text += code.text }

    mutating func appendInterpolation(_ identifier: Identifier) {
      if identifier.isKeyword { text += "`\(identifier.text)`" } else { text += identifier.text }
    }

    // A literal with its quotes would be one more text to make.
    mutating func appendInterpolation(_ literal: StringLiteral) {
      text += "\""
      text += literal.inside
      text += "\""
    }

    mutating func appendInterpolation(_ number: Int) { text += String(number) }
  }
}

extension Identifier {
  /// The identifier, in backticks where Swift needs them.
  var code: Code { "\(self)" }

  /// Whether Swift reads the name as something else.
  fileprivate var isKeyword: Bool {
    text.utf8.count <= Self.longestKeyword && ReservedWords.keywords.contains(text)
  }

  private static let longestKeyword = ReservedWords.keywords.map(\.utf8.count).max() ?? 0
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
