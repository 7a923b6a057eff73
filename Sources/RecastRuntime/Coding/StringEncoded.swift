/// A number or boolean that an API sends as a JSON string: `"12.50"`, `"true"`, `"T"`.
///
/// Keeps what was received, so that sending it back changes nothing: the spelling, a number without quotes, and text
/// that stands for no value, such as the empty string. Equality is that of the values.
public struct StringEncoded<Value: StringEncodable>: Sendable {
  /// What is sent.
  private var content: JSONValue
  private var stored: Value?

  /// The value; nil when what was received stands for none. Assigning one writes it in the way of what was received:
  /// `"T"` becomes `"F"`, not `"false"`, and a number without quotes stays one. Assigning nil writes the empty string.
  public var value: Value? {
    get { stored }
    set {
      guard newValue != stored else { return }
      let text = newValue?.encodedText(like: text) ?? ""
      content = Self.content(text, like: content)
      stored = newValue.flatMap { Value(encodedText: text) ?? $0 }
    }
  }

  /// The text inside the JSON string; JSON when something else than a string was received.
  public var text: String { content.string ?? content.description }

  /// A value in its usual spelling.
  public init(_ value: Value) {
    self.init(value, like: "")
  }

  /// A value spelled in the way of another text: `StringEncoded(true, like: "F")` is `"T"`.
  public init(_ value: Value, like example: String) {
    let text = value.encodedText(like: example)
    stored = Value(encodedText: text) ?? value
    content = .string(text)
  }

  /// The value that a text stands for, the text kept as it is; nil when it stands for none.
  public init?(text: String) {
    guard let value = Value(encodedText: text) else { return nil }
    stored = value
    content = .string(text)
  }

  /// A text to be sent as it is, also one that stands for no value: `""` where an API wants it for "none".
  public init(verbatim text: String) {
    self.init(received: .string(text))
  }

  private static func content(_ text: String, like example: JSONValue) -> JSONValue {
    switch (example, text) {
    case (.number, _): JSONNumber(text).map { .number($0) } ?? .string(text)
    case (.bool, "true"), (.bool, "false"): .bool(text == "true")
    default: .string(text)
    }
  }

  private init(received content: JSONValue) {
    self.content = content
    stored =
      switch content {
      case .string(let text): Value(encodedText: text)
      case .number(let number): Value(encodedText: number.text)
      case .bool(let value): Value(encodedText: value ? "true" : "false")
      case .null, .array, .object: nil
      }
  }
}

extension StringEncoded: Hashable {
  /// Whether the values are equal, however they are spelled; without values, whether the same was received.
  public static func == (left: StringEncoded, right: StringEncoded) -> Bool {
    if left.stored == nil, right.stored == nil { return left.content == right.content }
    return left.stored == right.stored
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(stored)
  }
}

extension StringEncoded: CustomStringConvertible, ParameterValue {
  /// The text.
  public var description: String { text }
  /// The text.
  public var parameterText: String { text }
}

extension StringEncoded: ExpressibleByBooleanLiteral where Value: ExpressibleByBooleanLiteral {
  /// The boolean in its usual spelling: `"true"`, or `"T"`.
  public init(booleanLiteral value: Value.BooleanLiteralType) {
    self.init(Value(booleanLiteral: value))
  }
}

extension StringEncoded: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
  /// The number in its usual spelling.
  public init(integerLiteral value: Value.IntegerLiteralType) {
    self.init(Value(integerLiteral: value))
  }
}

extension StringEncoded: JSONCodable {
  /// Reads a string, number, boolean or null, and keeps it as it is.
  ///
  /// - Throws: `JSONError` when the value is an array or an object, which is no other spelling of anything.
  public init(from json: inout JSONReader) throws {
    guard json.kind != .array, json.kind != .object else { throw json.mismatch(expected: .string) }
    self.init(received: try JSONValue(from: &json))
  }

  /// Writes what was received, or the text as a string.
  ///
  /// - Throws: `JSONError` when the value has no text, such as `Decimal.nan`.
  public func write(to json: inout JSONWriter) throws {
    if stored != nil, Value(encodedText: text) == nil { throw JSONWriter.notFinite(text) }
    try content.write(to: &json)
  }

  /// Reads a string from a decoder, or another value without parts.
  ///
  /// - Throws: `DecodingError` when there is an array or an object.
  public init(from decoder: any Decoder) throws {
    self = try CodableBridge.decode(from: decoder)
  }

  /// Writes to an encoder what was received, or the text as a string.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try CodableBridge.encode(self, to: encoder)
  }
}
