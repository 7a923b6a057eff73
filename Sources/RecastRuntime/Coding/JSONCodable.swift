public import Foundation

/// A type with a JSON form, read and written byte by byte without Foundation's coders, which are slower and lose what a
/// schema does not know.
///
/// Every conforming type is `Codable` too, so that it can be part of other people's types; see `ObjectSchema` for what
/// that loses. Types of Swift and Foundation keep the `Codable` form they have: on its own, not inside a schema, a
/// `Date` encodes with Foundation as a number of seconds, while its JSON form is that of RFC 3339.
public protocol JSONCodable: Codable, Hashable, Sendable {
  /// Reads the value at the reader.
  ///
  /// - Throws: `JSONError` with offset and path when it cannot be read as this type.
  init(from json: inout JSONReader) throws

  /// Writes the value: exactly one JSON value.
  ///
  /// - Throws: `JSONError` when it has no JSON form, such as a number that is not finite.
  func write(to json: inout JSONWriter) throws

  /// How values with several spellings are read from their text; nil for types whose values keep none.
  static var textForm: TextForm<Self>? { get }
}

extension JSONCodable {
  /// Reads a whole JSON text in UTF-8.
  ///
  /// - Throws: `JSONError` with offset and path when it is no JSON (RFC 8259), or not of this type.
  public init(json bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws {
    var reader = try JSONReader(bytes, limits: limits)
    try self.init(from: &reader)
  }

  /// Reads a whole JSON text in UTF-8.
  ///
  /// - Throws: `JSONError` with offset and path when it is no JSON (RFC 8259), or not of this type.
  public init(json data: Data, limits: JSONLimits = JSONLimits()) throws {
    try self.init(json: [UInt8](data), limits: limits)
  }

  /// Reads a whole JSON text.
  ///
  /// - Throws: `JSONError` with UTF-8 offset and path when it is no JSON (RFC 8259), or not of this type.
  public init(json text: String, limits: JSONLimits = JSONLimits()) throws {
    try self.init(json: Array(text.utf8), limits: limits)
  }

  /// The value as a JSON text in UTF-8.
  ///
  /// - Throws: `JSONError` when it has no JSON form, such as a number that is not finite.
  public func jsonBytes(_ layout: JSONWriter.Layout = .compact) throws -> [UInt8] {
    var writer = JSONWriter(layout)
    try write(to: &writer)
    return writer.bytes
  }

  /// The value as a JSON text in UTF-8.
  ///
  /// - Throws: `JSONError` when it has no JSON form, such as a number that is not finite.
  public func jsonData(_ layout: JSONWriter.Layout = .compact) throws -> Data {
    try Data(jsonBytes(layout))
  }

  /// The value as a JSON text.
  ///
  /// - Throws: `JSONError` when it has no JSON form, such as a number that is not finite.
  public func jsonText(_ layout: JSONWriter.Layout = .compact) throws -> String {
    try String(decoding: jsonBytes(layout), as: UTF8.self)
  }
}
