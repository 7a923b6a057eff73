/// A JSON object with declared members; generated for every object schema of a document.
///
/// Conforming types are `Codable`, with the same members: `JSONEncoder().encode(report)` works, and so does a report
/// inside another `Codable` type. Foundation's coders lose what they cannot represent: the order of members, the text of
/// numbers (`1.50` becomes `1.5`, numbers beyond `Decimal` fail or are rounded), byte offsets in errors, and of several
/// members of one name they take any. Their strategies for keys, dates and data have no effect on these types.
public protocol ObjectSchema: JSONCodable {
  /// Reads the members, unknown ones last.
  ///
  /// - Throws: `JSONError` with offset and path when a member is missing or cannot be read.
  init(from object: inout JSONObjectReader) throws

  /// Writes the declared members; the unknown ones follow by themselves, and so does the error when a value has no JSON
  /// form.
  func write(to object: inout JSONObjectWriter)

  /// What was received beyond the declared members, and is sent back.
  var unknownMembers: UnknownMembers { get set }
}

extension ObjectSchema {
  /// An object whose members of these names are sent as null instead of left out while they are nil.
  public static func sendingNull(for names: [String], in object: Self) -> Self {
    var object = object
    for name in names { object.unknownMembers.rememberNull(name) }
    return object
  }

  /// Reads the object at the reader.
  ///
  /// - Throws: `JSONError` with offset and path when it is no object, or a member is missing or cannot be read.
  public init(from json: inout JSONReader) throws {
    var object = try json.object()
    try self.init(from: &object)
    try object.finish()
  }

  /// Writes the object: declared members first, then the unknown ones.
  ///
  /// - Throws: `JSONError` when a value has no JSON form.
  public func write(to json: inout JSONWriter) throws {
    try json.object(unknownMembers: unknownMembers) { write(to: &$0) }
  }

  /// Reads from a decoder of Foundation or others.
  ///
  /// - Throws: `DecodingError` with the coding path.
  public init(from decoder: any Decoder) throws {
    self = try CodableBridge.decode(from: decoder)
  }

  /// Writes to an encoder of Foundation or others.
  ///
  /// - Throws: `EncodingError` when a value has no JSON form.
  public func encode(to encoder: any Encoder) throws {
    try CodableBridge.encode(self, to: encoder)
  }
}
