/// A string or integer with known values that may have others: a value that this client does not know is kept as it is.
public protocol OpenEnum: JSONCodable, ParameterValue, RawRepresentable, CustomStringConvertible
where RawValue: JSONCodable & ParameterValue {
  /// Takes any value, known or not.
  init(rawValue: RawValue)

  /// The values that the document lists.
  static var knownValues: [Self] { get }
}

// `Codable` is spelled out although `RawRepresentable` would bring it: with two ways to get it the compiler would
// synthesize a third, an object with the one member `rawValue`.
extension OpenEnum {
  /// Whether the document lists the value.
  public var isKnown: Bool { Self.knownValues.contains(self) }

  /// The raw value as text.
  public var description: String { rawValue.parameterText }

  /// The raw value as text.
  public var parameterText: String { rawValue.parameterText }

  /// Reads the raw value at the reader.
  ///
  /// - Throws: `JSONError` when it is of another kind.
  public init(from json: inout JSONReader) throws {
    self.init(rawValue: try RawValue(from: &json))
    if let attempt = json.attempt, !isKnown { attempt.note(1) }
  }

  /// Writes the raw value.
  ///
  /// - Throws: never for strings and integers.
  public func write(to json: inout JSONWriter) throws {
    try rawValue.write(to: &json)
  }

  /// Reads the raw value from a decoder of Foundation or others.
  ///
  /// - Throws: `DecodingError` when it is of another kind.
  public init(from decoder: any Decoder) throws {
    self.init(rawValue: try decoder.singleValueContainer().decode(RawValue.self))
  }

  /// Writes the raw value to an encoder of Foundation or others.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(rawValue)
  }
}
