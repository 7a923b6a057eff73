public import Foundation

/// How a value with several spellings is read from its text, so that one that nobody touched is sent back as it came:
/// `2026-07-01T10:30:00+02:00` does not become `2026-07-01T08:30:00Z` on the way.
///
/// Members of objects remember their text when it is not the one that the value would be written with. Elements of
/// arrays and values of dictionaries do not: keeping a text for each would cost more than it is worth.
public struct TextForm<Value: Sendable>: Sendable {
  let read: @Sendable (String) -> Value?
  let isUsual: @Sendable (Value, String) -> Bool
}

extension JSONCodable {
  /// Most types have one spelling for each value, or keep none.
  public static var textForm: TextForm<Self>? { nil }
}

extension Date {
  private static let form = TextForm<Date>(read: DateTimeText.date) { _, text in
    // Twenty characters up to the second, or twenty-four with milliseconds that are not zero.
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: "Z"), bytes.count > 19, bytes[10] == UInt8(ascii: "T") else { return false }
    return bytes.count == 20 || (bytes.count == 24 && bytes[20..<23] != [0x30, 0x30, 0x30])
  }

  /// Offsets, fractions and the like are kept.
  public static var textForm: TextForm<Date>? { form }
}

extension URL {
  private static let form = TextForm<URL>(read: URLText.url) { $0.relativeString == $1 }

  /// Characters that a URL escapes are kept, and so is text that is no URL.
  public static var textForm: TextForm<URL>? { form }
}

extension UUID {
  private static let form = TextForm<UUID>(read: UUID.init(uuidString:)) { _, text in
    !text.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) }
  }

  /// Capital letters are kept.
  public static var textForm: TextForm<UUID>? { form }
}

extension Decimal {
  private static let form = TextForm<Decimal>(read: DecimalParsing.decimal) { JSONNumber($0)?.description == $1 }

  /// Zeros at the end are kept.
  public static var textForm: TextForm<Decimal>? { form }
}

/// URLs as they occur: what is none is taken as a path, so that no object is unreadable for the sake of one member.
enum URLText {
  static func url(_ text: String) -> URL? {
    if let url = URL(string: text) { return url }
    var components = URLComponents()
    components.path = text
    return components.url
  }
}
