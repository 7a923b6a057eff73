public import Foundation

/// A type that a header field of an answer can be read as.
public protocol HeaderValue: Sendable {
  /// Reads the text of a field; nil when it is not of this type.
  init?(headerText: String)
}

extension String: HeaderValue {
  /// The text itself.
  public init?(headerText: String) { self = headerText }
}

extension Int: HeaderValue {
  /// Digits, with white space around them at most.
  public init?(headerText: String) { self.init(headerText.trimmingCharacters(in: .whitespaces)) }
}

extension Double: HeaderValue {
  /// A decimal number, with white space around it at most.
  public init?(headerText: String) { self.init(headerText.trimmingCharacters(in: .whitespaces)) }
}

extension Bool: HeaderValue {
  /// `true` or `false` in letters of either case, or `1` or `0`.
  public init?(headerText: String) {
    switch headerText.trimmingCharacters(in: .whitespaces).lowercased() {
    case "true", "1", "?1": self = true
    case "false", "0", "?0": self = false
    default: return nil
    }
  }
}

extension Date: HeaderValue {
  /// A date as HTTP writes it (RFC 9110, section 5.6.7), or as RFC 3339 does.
  public init?(headerText: String) {
    let text = headerText.trimmingCharacters(in: .whitespaces)
    guard let date = HTTPDate.date(text) ?? DateTimeText.date(text) else { return nil }
    self = date
  }
}

extension URL: HeaderValue {
  /// An absolute or relative URL.
  public init?(headerText: String) { self.init(string: headerText.trimmingCharacters(in: .whitespaces)) }
}

extension UUID: HeaderValue {
  /// A UUID in letters of either case.
  public init?(headerText: String) { self.init(uuidString: headerText.trimmingCharacters(in: .whitespaces)) }
}
