public import Foundation

/// A type whose values can stand in a path, a query or a header.
public protocol ParameterValue {
  /// The value as text, not yet encoded for the place where it goes.
  var parameterText: String { get }
}

extension String: ParameterValue {
  /// The string itself.
  public var parameterText: String { self }
}

extension Bool: ParameterValue {
  /// `true` or `false`.
  public var parameterText: String { description }
}

extension Int: ParameterValue {
  /// The digits.
  public var parameterText: String { description }
}

extension Int32: ParameterValue {
  /// The digits.
  public var parameterText: String { description }
}

extension Int64: ParameterValue {
  /// The digits.
  public var parameterText: String { description }
}

extension UInt64: ParameterValue {
  /// The digits.
  public var parameterText: String { description }
}

extension Double: ParameterValue {
  /// The shortest text that reads back as the same number.
  public var parameterText: String { NumberText.shortest(description) }
}

extension Float: ParameterValue {
  /// The shortest text that reads back as the same number.
  public var parameterText: String { NumberText.shortest(description) }
}

extension Decimal: ParameterValue {
  /// The digits, exactly.
  public var parameterText: String { description }
}

extension CalendarDate: ParameterValue {
  /// `YYYY-MM-DD`.
  public var parameterText: String { description }
}

extension Date: ParameterValue {
  /// The point in time in UTC (RFC 3339); seconds since 1970 for years that do not have four digits.
  public var parameterText: String { DateTimeText.text(self) ?? timeIntervalSince1970.parameterText }
}

extension UUID: ParameterValue {
  /// The UUID in lower case.
  public var parameterText: String { uuidString.lowercased() }
}

extension URL: ParameterValue {
  /// The URL as text.
  public var parameterText: String { absoluteString }
}

extension Data: ParameterValue {
  /// Base64 with padding.
  public var parameterText: String { base64EncodedString() }
}
