/// One of several schemas (`oneOf`, `anyOf`): an enum with one case per schema and a last case `unknown(JSONValue)`.
///
/// Generated types decide in `init(from:)` with `JSONReader.discriminator(_:)`, `JSONReader.hasMembers(_:)` and
/// `JSONReader.kind`.
public protocol UnionSchema: JSONCodable {}

extension UnionSchema {
  /// Reads from a decoder of Foundation or others; see `ObjectSchema` for what that loses.
  ///
  /// - Throws: `DecodingError` with the coding path.
  public init(from decoder: any Decoder) throws {
    self = try CodableBridge.decode(from: decoder)
  }

  /// Writes to an encoder of Foundation or others; see `ObjectSchema` for what that loses.
  ///
  /// - Throws: `EncodingError` when a value has no JSON form.
  public func encode(to encoder: any Encoder) throws {
    try CodableBridge.encode(self, to: encoder)
  }
}
