public import Foundation

extension UUID: JSONCodable {
  /// Reads a UUID in the form of RFC 9562, letters of either case.
  ///
  /// - Throws: `JSONError` when the value is no such string.
  public init(from json: inout JSONReader) throws {
    let text = try json.string()
    guard let value = UUID(uuidString: text) else { throw json.invalid("\(JSONError.quoted(text)) is no UUID") }
    self = value
  }

  /// Writes the UUID in lower case, as RFC 9562 §4 has it.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.string(parameterText)
  }
}

extension URL: JSONCodable {
  /// Reads a URL or a relative reference. Text that is neither, such as an empty one, is taken as a path.
  ///
  /// - Throws: `JSONError` when the value is no such string.
  public init(from json: inout JSONReader) throws {
    let text = try json.string()
    guard let value = URLText.url(text) else { throw json.invalid("\(JSONError.quoted(text)) is no URL") }
    self = value
  }

  /// Writes the URL, or the relative reference it was made of.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.string(relativeString)
  }
}

extension Data: JSONCodable {
  /// Reads base64: the plain or the URL-safe alphabet, with or without padding and line breaks.
  ///
  /// - Throws: `JSONError` when the value is no such string.
  public init(from json: inout JSONReader) throws {
    guard let value = Base64Text.decode(try json.string()) else { throw json.invalid("the string is no base64") }
    self = value
  }

  /// Writes base64 (RFC 4648 §4) with padding, on one line.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.string(base64EncodedString())
  }
}

/// Base64 as it occurs.
private enum Base64Text {
  static func decode(_ text: String) -> Data? {
    var symbols: [UInt8] = []
    symbols.reserveCapacity(text.utf8.count)
    var padding = 0
    for byte in text.utf8 {
      switch byte {
      case 0x20, 0x09, 0x0A, 0x0D: continue
      case UInt8(ascii: "="): padding += 1
      default:
        // Symbols after the padding belong to nothing.
        guard padding == 0 else { return nil }
        symbols.append(
          byte == UInt8(ascii: "-") ? UInt8(ascii: "+") : byte == UInt8(ascii: "_") ? UInt8(ascii: "/") : byte
        )
      }
    }
    guard padding <= 2, padding == 0 || (symbols.count + padding).isMultiple(of: 4) else { return nil }
    while !symbols.count.isMultiple(of: 4) { symbols.append(UInt8(ascii: "=")) }
    return Data(base64Encoded: Data(symbols))
  }
}

extension Date: JSONCodable {
  /// Reads a point in time as of RFC 3339, tolerantly; see `DateTimeText`.
  ///
  /// - Throws: `JSONError` when the value is no such string.
  public init(from json: inout JSONReader) throws {
    let text = try json.string()
    guard let value = DateTimeText.date(text) else {
      throw json.invalid("\(JSONError.quoted(text)) is no date and time with offset (RFC 3339)")
    }
    self = value
  }

  /// Writes the point in time in UTC, with milliseconds only where there are any: `2026-07-01T08:30:00Z`.
  ///
  /// - Throws: `JSONError` when the year does not have four digits.
  public func write(to json: inout JSONWriter) throws {
    guard let text = DateTimeText.text(self) else {
      throw JSONError(.unwritable, "the date lies outside the years 0000 to 9999 of RFC 3339")
    }
    json.string(text)
  }
}
