public import Foundation

/// A type that an API may send as text in a JSON string; see `StringEncoded`.
public protocol StringEncodable: Hashable, Sendable {
  /// The value that a text stands for; nil when it stands for none.
  init?(encodedText: String)

  /// The value as text, spelled in the way of an example where there are several ways.
  func encodedText(like example: String) -> String
}

extension Bool: StringEncodable {
  /// Reads `true` or `false`, `T` or `F`, in either case.
  public init?(encodedText: String) {
    switch encodedText.lowercased() {
    case "true", "t": self = true
    case "false", "f": self = false
    default: return nil
    }
  }

  /// Writes `true` or `false`, or as short and as large as the example.
  public func encodedText(like example: String) -> String {
    switch example {
    case "T", "F": self ? "T" : "F"
    case "t", "f": self ? "t" : "f"
    case "True", "False": self ? "True" : "False"
    case "TRUE", "FALSE": self ? "TRUE" : "FALSE"
    default: self ? "true" : "false"
    }
  }
}

extension Int: StringEncodable {
  /// Reads digits, or another spelling of a whole number in range, such as `1.0`.
  public init?(encodedText: String) {
    guard let value = Int(encodedText) ?? JSONNumber(encodedText)?.int else { return nil }
    self = value
  }

  /// Writes the digits.
  public func encodedText(like example: String) -> String { description }
}

extension Double: StringEncodable {
  /// Reads a finite number as JSON spells it.
  public init?(encodedText: String) {
    guard let value = JSONNumber(encodedText)?.double else { return nil }
    self = value
  }

  /// Writes the shortest text that reads back as the same number.
  public func encodedText(like example: String) -> String { parameterText }
}

extension Decimal: StringEncodable {
  /// Reads a number as JSON spells it; zeros in front and a missing one before the point are tolerated.
  public init?(encodedText: String) {
    var digits = encodedText[...]
    let sign = digits.hasPrefix("-") ? "-" : ""
    if digits.hasPrefix("-") || digits.hasPrefix("+") { digits = digits.dropFirst() }
    while digits.hasPrefix("0"), digits.dropFirst().first?.isWholeNumber == true { digits = digits.dropFirst() }
    guard let value = JSONNumber(sign + (digits.hasPrefix(".") ? "0" : "") + digits)?.decimal else { return nil }
    self = value
  }

  /// Writes the digits, exactly; those of a literal such as `0.07` as they stand there.
  public func encodedText(like example: String) -> String { literalText }
}
