public import Foundation

/// How a value with several spellings is read from its text, so that one that nobody touched is sent back as it came:
/// `2026-07-01T10:30:00+02:00` does not become `2026-07-01T08:30:00Z` on the way.
///
/// Members of objects remember their text when it is not the one that the value would be written with, also where they
/// are arrays or dictionaries of such values, or a union that has them. On its own a value remembers nothing.
public struct TextForm<Value: Sendable>: Sendable {
  /// What a kept text is.
  enum Content {
    /// The content of a JSON string.
    case string
    /// JSON.
    case json
  }

  var content = Content.string
  let read: @Sendable (String) -> Value?
  /// Whether the value at a reader would be written as it stands there.
  let isUsual: @Sendable (Value, JSONReader) -> Bool
}

extension TextForm {
  /// The form of values that are written as strings.
  init(read: @escaping @Sendable (String) -> Value?, isUsualText: @escaping @Sendable (Value, String) -> Bool) {
    self.init(read: read) { isUsualText($0, $1.document.string($1.entry)) }
  }

  /// The text to keep for a value that was read; nil when it would be written like that anyway.
  func unusualText(_ value: Value, _ reader: JSONReader) -> String? {
    if isUsual(value, reader) { return nil }
    switch content {
    case .string: return reader.document.string(reader.entry)
    case .json: return reader.compactText
    }
  }
}

extension JSONReader {
  /// The value as JSON without the spaces between values, which no writer asked for.
  var compactText: String? {
    var reader = self
    return try? JSONValue(from: &reader).jsonText()
  }
}

extension TextForm where Value: Equatable {
  /// Writes a kept text; false when it is another value's by now.
  func write(_ text: String, ifStill value: Value, to json: inout JSONWriter) -> Bool {
    guard read(text) == value else { return false }
    switch content {
    case .string: json.string(text)
    case .json: json.number(JSONNumber(validated: text))
    }
    return true
  }
}

extension JSONCodable {
  /// Most types have one spelling for each value, or keep none.
  public static var textForm: TextForm<Self>? { nil }
}

extension Date {
  private static let form = TextForm<Date>(read: DateTimeText.date, isUsualText: isUsual)

  private static func isUsual(_: Date, _ text: String) -> Bool {
    // Twenty characters up to the second, or twenty-four with milliseconds that are not zero.
    let bytes = Array(text.utf8)
    guard bytes.last == UInt8(ascii: "Z"), bytes.count > 19, bytes[10] == UInt8(ascii: "T") else { return false }
    return bytes.count == 20 || (bytes.count == 24 && bytes[20..<23] != [0x30, 0x30, 0x30])
  }

  /// Offsets, fractions and the like are kept.
  public static var textForm: TextForm<Date>? { form }
}

extension URL {
  private static let form = TextForm<URL>(read: URLText.url, isUsualText: { $0.relativeString == $1 })

  /// Characters that a URL escapes are kept, and so is text that is no URL.
  public static var textForm: TextForm<URL>? { form }
}

extension UUID {
  private static let form = TextForm<UUID>(
    read: UUID.init(uuidString:),
    isUsualText: { _, text in !text.utf8.contains { (UInt8(ascii: "A")...UInt8(ascii: "F")).contains($0) } }
  )

  /// Capital letters are kept.
  public static var textForm: TextForm<UUID>? { form }
}

extension Decimal {
  private static let form = TextForm<Decimal>(content: .json, read: { try? Decimal(json: $0) }) { value, reader in
    reader.kind == .number && JSONNumber(value)?.description == reader.document.text(reader.entry.range)
  }

  /// Zeros at the end are kept.
  public static var textForm: TextForm<Decimal>? { form }
}
