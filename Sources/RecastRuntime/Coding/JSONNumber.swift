public import Foundation

/// A JSON number with its exact text: `0.1000`, `1e400` and integers of any size survive.
///
/// Numbers are equal when they have the same value, however they are written: `1`, `1.0` and `10e-1` are equal.
public struct JSONNumber: Sendable {
  /// The number as it is written in JSON.
  public let text: String

  /// A number whose text a scanner has found valid.
  init(validated text: String) {
    self.text = text
  }

  /// Takes over a text that is a JSON number (RFC 8259 §6), nothing around it; nil when it is none.
  public init?(_ text: String) {
    var scanner = JSONScanner(Array(text.utf8), limits: JSONLimits())
    guard let first = scanner.bytes.first, first == UInt8(ascii: "-") || (0x30...0x39).contains(first),
      (try? scanner.scanNumber()) != nil, scanner.offset == scanner.bytes.count
    else { return nil }
    self.text = text
  }

  /// An integer.
  public init(_ value: some BinaryInteger) {
    text = value.description
  }

  /// A floating-point number in the shortest text that reads back as the same; nil when it is not finite.
  public init?(_ value: Double) {
    guard value.isFinite else { return nil }
    text = NumberText.shortest(value.description)
  }

  /// A decimal number; nil when it is none (`Decimal.nan`).
  public init?(_ value: Decimal) {
    guard value.isFinite else { return nil }
    text = value.description
  }

  /// The number as an `Int`; nil when it has a fraction or is out of range.
  public var int: Int? { integer() }

  /// The number as a `Double`, rounded to the nearest; nil when it is out of range.
  public var double: Double? {
    Double(text).flatMap { $0.isFinite ? $0 : nil }
  }

  /// The number as a `Decimal`; nil when that could not hold it exactly.
  public var decimal: Decimal? { DecimalParsing.decimal(text) }

  /// The number as an integer of any type; nil when it has a fraction or is out of range.
  public func integer<Value: FixedWidthInteger>(as type: Value.Type = Value.self) -> Value? {
    if let value = Value(text) { return value }
    return DecimalDigits(text).flatMap { $0.integer() }
  }
}

extension JSONNumber: Hashable {
  /// Whether both numbers have the same value, however they are written.
  public static func == (left: JSONNumber, right: JSONNumber) -> Bool {
    if left.text == right.text { return true }
    guard let left = DecimalDigits(left.text) else { return false }
    return left == DecimalDigits(right.text)
  }

  /// Hashes the value, not the text.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(DecimalDigits(text))
  }
}

extension JSONNumber: CustomStringConvertible {
  /// The number as it is written in JSON.
  public var description: String { text }
}

extension JSONNumber: ExpressibleByIntegerLiteral, ExpressibleByFloatLiteral {
  /// An integer.
  public init(integerLiteral value: Int) {
    self.init(value)
  }

  /// A floating-point number; a literal too large for `Double` becomes 0.
  public init(floatLiteral value: Double) {
    self = JSONNumber(value) ?? 0
  }
}

/// How numbers are written.
enum NumberText {
  /// Swift's shortest description of a floating-point number, without the `.0` of whole ones.
  static func shortest(_ description: String) -> String {
    description.utf8.suffix(2).elementsEqual(".0".utf8) ? String(description.dropLast(2)) : description
  }
}
