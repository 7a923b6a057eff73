/// Leads `Codable` through the JSON reader and writer, so that there is one code that knows a type's members.
///
/// The decoder's content becomes a `JSONValue`, that becomes JSON text, and the type is read from the text; encoding
/// goes the other way. That is slower than reading bytes, and meant for the occasional cache file or enclosing type.
enum CodableBridge {
  static func decode<Value: JSONCodable>(from decoder: any Decoder) throws -> Value {
    let value = try JSONValue(from: decoder)
    do {
      return try Value(json: value.jsonBytes())
    } catch let error as JSONError {
      throw decodingError(error, at: decoder.codingPath)
    }
  }

  static func encode(_ value: some JSONCodable, to encoder: any Encoder) throws {
    let decoded: JSONValue
    do {
      decoded = try JSONValue(json: value.jsonBytes())
    } catch let error as JSONError {
      let path = encoder.codingPath + error.path.map(Key.init)
      throw EncodingError.invalidValue(value, .init(codingPath: path, debugDescription: error.description))
    }
    try decoded.encode(to: encoder)
  }

  private static func decodingError(_ error: JSONError, at codingPath: [any CodingKey]) -> DecodingError {
    // An offset would point into a text that the caller has never seen.
    let context = DecodingError.Context(
      codingPath: codingPath + error.path.map(Key.init),
      debugDescription: error.message,
      underlyingError: nil
    )
    if error.kind == .missingMember, let name = context.codingPath.last {
      let parent = DecodingError.Context(
        codingPath: context.codingPath.dropLast(),
        debugDescription: error.message,
        underlyingError: nil
      )
      return .keyNotFound(name, parent)
    }
    return .dataCorrupted(context)
  }

  private struct Key: CodingKey {
    let stringValue: String
    let intValue: Int?

    init(_ component: JSONError.PathComponent) {
      switch component {
      case .member(let name): (stringValue, intValue) = (name, nil)
      case .index(let index): (stringValue, intValue) = ("Index \(index)", index)
      }
    }

    init?(stringValue: String) {
      (self.stringValue, intValue) = (stringValue, nil)
    }

    init?(intValue: Int) {
      (stringValue, self.intValue) = ("Index \(intValue)", intValue)
    }
  }
}
