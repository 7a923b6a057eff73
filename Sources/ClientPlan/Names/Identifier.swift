/// A Swift identifier: letters, digits and underscores, not starting with a digit.
///
/// Nothing else fits in, so a document's text cannot reach generated code as a name without passing the mapping in
/// `SwiftName`.
package struct Identifier: Hashable, Sendable, Comparable {
  /// The name without backticks.
  package let text: String

  /// Takes a name that is an identifier already.
  package init?(_ text: String) {
    guard Self.isIdentifier(text) else { return nil }
    self.text = text
  }

  /// Takes a name of the generator's own.
  package init(_ text: StaticString) {
    self.text = text.description
  }

  private init(unchecked text: String) {
    self.text = text
  }

  /// The name with something appended, such as a number that makes it unique.
  package func appending(_ other: Identifier) -> Identifier {
    Identifier(unchecked: text + other.text)
  }

  /// The name with a number appended.
  package func numbered(_ number: Int) -> Identifier {
    Identifier(unchecked: text + (text.last?.isNumber == true ? "_" : "") + String(number.magnitude))
  }

  /// The identifier in ASCII, for the names of files: file systems spell other letters in several ways, and version
  /// control and archives show them as numbers. Every other scalar is `u` and its number in hexadecimal digits.
  package var inASCII: Identifier {
    guard !text.utf8.allSatisfy({ $0 < 0x80 }) else { return self }
    let pieces = text.unicodeScalars.map { scalar in
      scalar.isASCII ? String(scalar) : "u\(String(scalar.value, radix: 16, uppercase: true))"
    }
    return Identifier(unchecked: pieces.joined())
  }

  /// As much from the start of the name as fits into a number of bytes.
  package func shortened(toBytes limit: Int) -> Identifier {
    var scalars = text.unicodeScalars[...]
    while scalars.count > 1, String(scalars).utf8.count > limit { scalars.removeLast() }
    return Identifier(unchecked: String(scalars))
  }

  /// The name with an underscore in front, for the storage behind a property.
  package var underscored: Identifier { Identifier(unchecked: "_" + text) }

  /// The name without a suffix, if an identifier is left.
  package func dropping(suffix: Identifier) -> Identifier? {
    guard text.hasSuffix(suffix.text), text != suffix.text else { return nil }
    return Identifier(String(text.dropLast(suffix.text.count)))
  }

  /// The name without a prefix, if an identifier is left that starts a new word.
  package func dropping(prefix: Identifier) -> Identifier? {
    guard text.hasPrefix(prefix.text), text != prefix.text else { return nil }
    let rest = String(text.dropFirst(prefix.text.count))
    return rest.first?.isUppercase == true ? Identifier(rest) : nil
  }

  package static func < (left: Identifier, right: Identifier) -> Bool { left.text < right.text }

  private static func isIdentifier(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, isHead(first), text != "_" else { return false }
    // ASCII, of which most names consist, needs no table.
    if text.utf8.allSatisfy(isASCIIPart) { return true }
    return text.unicodeScalars.allSatisfy { isHead($0) || isDigit($0) }
  }

  /// Whether a scalar can stand in an identifier as `SwiftName` makes them: letters of any script and underscores.
  static func isHead(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x41...0x5A, 0x61...0x7A, 0x5F: true
    case 0..<0xAA: false
    default: scalar.properties.isXIDStart && isLetter(scalar.properties.generalCategory)
    }
  }

  private static func isASCIIPart(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: true
    default: false
    }
  }

  static func isDigit(_ scalar: Unicode.Scalar) -> Bool { (0x30...0x39).contains(scalar.value) }

  private static func isLetter(_ category: Unicode.GeneralCategory) -> Bool {
    switch category {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
    default: false
    }
  }
}
