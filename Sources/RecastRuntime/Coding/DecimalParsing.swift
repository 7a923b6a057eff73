import Foundation

/// Reads `Decimal` from JSON number text without losing a digit.
enum DecimalParsing {
  /// The exact value; nil when `Decimal` (38 digits, exponent -128 to 127) cannot hold it.
  static func decimal(_ text: String) -> Decimal? {
    guard let parts = DecimalDigits(text) else { return nil }
    // With no digits, a sign would make Foundation's zero a NaN.
    guard !parts.digits.isEmpty else { return 0 }
    if parts.digits.count <= 19, (-100...100).contains(parts.exponent) {
      let significand = parts.digits.reduce(0 as UInt64) { $0 &* 10 &+ UInt64($1) }
      return Decimal(
        sign: parts.isNegative ? .minus : .plus,
        exponent: parts.exponent,
        significand: Decimal(significand)
      )
    }
    guard parts.digits.count <= 39, (-170...170).contains(parts.exponent),
      let value = Decimal(string: text, locale: Locale(identifier: "en_US_POSIX")), value.isFinite
    else { return nil }
    // Foundation rounds what it cannot hold; the way back shows whether it did.
    return DecimalDigits(value.description) == parts ? value : nil
  }
}
