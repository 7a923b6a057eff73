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

extension Decimal {
  /// The number in digits, with what a literal made of it undone: the compiler reads `0.07` as a `Double`, of which
  /// Foundation makes 0.07000000000000001024.
  var literalText: String {
    let text = description
    // Nobody writes more digits than a `Double` has and means what that becomes of another number.
    guard text.utf8.count > 15, let near = Double(text), let double = Double(String(format: "%.15g", near)),
      Decimal(double) == self, let shortest = JSONNumber(double)?.text, !shortest.contains("e"),
      shortest.utf8.count < text.utf8.count
    else { return text }
    return shortest
  }
}
