/// A number or boolean that an API sends as a JSON string: `"12.50"`, `"true"`, `"T"`.
///
/// Keeps the text that was received, so that sending it back changes nothing. Equality is that of the values.
public struct StringEncoded<Value: StringEncodable>: Sendable {
  /// The text inside the JSON string.
  public private(set) var text: String

  /// The value. Assigning one writes it in the way of the text received: `"T"` becomes `"F"`, not `"false"`.
  public var value: Value {
    didSet {
      if value != oldValue { text = value.encodedText(like: text) }
    }
  }

  /// A value in its usual spelling.
  public init(_ value: Value) {
    self.init(value, like: "")
  }

  /// A value spelled in the way of another text: `StringEncoded(true, like: "F")` is `"T"`.
  public init(_ value: Value, like example: String) {
    self.value = value
    text = value.encodedText(like: example)
  }

  /// The value that a text stands for, the text kept as it is; nil when it stands for none.
  public init?(text: String) {
    guard let value = Value(encodedText: text) else { return nil }
    self.value = value
    self.text = text
  }
}

extension StringEncoded: Hashable {
  /// Whether the values are equal, however they are spelled.
  public static func == (left: StringEncoded, right: StringEncoded) -> Bool {
    left.value == right.value
  }

  /// Hashes the value.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(value)
  }
}

extension StringEncoded: CustomStringConvertible, ParameterValue {
  /// The text.
  public var description: String { text }
  /// The text.
  public var parameterText: String { text }
}

extension StringEncoded: ExpressibleByBooleanLiteral where Value == Bool {
  /// `"true"` or `"false"`.
  public init(booleanLiteral value: Bool) {
    self.init(value)
  }
}

extension StringEncoded: ExpressibleByIntegerLiteral where Value: ExpressibleByIntegerLiteral {
  /// The number in its usual spelling.
  public init(integerLiteral value: Value.IntegerLiteralType) {
    self.init(Value(integerLiteral: value))
  }
}

extension StringEncoded: JSONCodable {
  /// Reads a string, keeping its text.
  ///
  /// - Throws: `JSONError` that names the text when the value is no string, or stands for no such value.
  public init(from json: inout JSONReader) throws {
    let text = try json.string()
    guard let value = StringEncoded(text: text) else {
      throw json.invalid("the string \(JSONError.quoted(text)) is no \(Value.encodedName)")
    }
    self = value
  }

  /// Writes the text as a string.
  ///
  /// - Throws: `JSONError` when the value has no text, such as `Decimal.nan`.
  public func write(to json: inout JSONWriter) throws {
    guard Value(encodedText: text) != nil else { throw JSONWriter.notFinite(text) }
    json.string(text)
  }

  /// Reads a string from a decoder.
  ///
  /// - Throws: `DecodingError` when there is no string, or it stands for no such value.
  public init(from decoder: any Decoder) throws {
    self = try CodableBridge.decode(from: decoder)
  }

  /// Writes the text to an encoder as a string.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    try CodableBridge.encode(self, to: encoder)
  }
}
