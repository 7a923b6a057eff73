public import Foundation

/// CSV text inside a JSON string, for APIs that take line ends of one kind.
///
/// Text that is handed over here gets `\n` for each `\r\n` and `\r`, and loses the byte order mark that spreadsheet
/// programs put in front. Text that was received is kept as it is, and sent back like that.
public struct CSVText: Hashable, Sendable {
  /// The text as it is sent.
  public let text: String

  /// A text with its line ends made `\n`, also those inside quotes.
  public init(_ text: String) {
    self.init(bytes: Array(text.utf8))
  }

  /// The content of a file in UTF-8, with its line ends made `\n`.
  ///
  /// - Throws: what reading the file throws.
  public init(contentsOf file: URL) throws {
    self.init(bytes: [UInt8](try Data(contentsOf: file)))
  }

  /// A text to be sent exactly as it is.
  public init(verbatim text: String) {
    self.text = text
  }

  /// All rows, the first one included.
  ///
  /// - Throws: `CSVError` when the text is no CSV.
  public func rows() throws -> [CSVFields] {
    var parser = CSVParser()
    var rows: [CSVFields] = []
    try parser.parse(Array(text.utf8), into: &rows)
    try parser.finish(into: &rows)
    return rows
  }

  private init(bytes: [UInt8]) {
    var kept: [UInt8] = []
    kept.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...] {
      if byte == 0x0A, previous == 0x0D {
        previous = byte
        continue
      }
      kept.append(byte == 0x0D ? 0x0A : byte)
      previous = byte
    }
    text = String(decoding: kept, as: UTF8.self)
  }
}

extension CSVText: ExpressibleByStringLiteral {
  /// A text with its line ends made `\n`.
  public init(stringLiteral value: String) {
    self.init(value)
  }
}

extension CSVText: CustomStringConvertible {
  /// The text.
  public var description: String { text }
}

extension CSVText: JSONCodable {
  /// Reads a string, line ends kept.
  ///
  /// - Throws: `JSONError` when the value is of another kind.
  public init(from json: inout JSONReader) throws {
    text = try json.string()
  }

  /// Writes the text as a string.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.string(text)
  }

  /// Reads a string from a decoder, line ends kept.
  ///
  /// - Throws: `DecodingError` when there is none.
  public init(from decoder: any Decoder) throws {
    text = try decoder.singleValueContainer().decode(String.self)
  }

  /// Writes the text to an encoder as a string.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(text)
  }
}
