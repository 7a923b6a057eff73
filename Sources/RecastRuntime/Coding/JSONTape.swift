/// The structure of a JSON text as a flat list: one entry per value and per member name, in document order.
///
/// A container's entry says where the entry after its content lies, so that a value is skipped in one step and never
/// scanned again. An object's entry is followed by name, value, name, value, and so on.
struct JSONTape: Sendable {
  /// One value or member name.
  struct Entry: Sendable {
    /// Byte offset of the value's first byte; for strings the first byte after the quote.
    var start: UInt32
    /// Byte offset after a scalar's text; for containers the index of the entry after their content.
    var extent: UInt32
    /// Items of an array, members of an object. For member names a hash of their bytes, 0 for all other scalars.
    var count: UInt32
    var kind: JSONKind
    var flags: UInt8

    /// A string with escape sequences, which must be decoded before use.
    static let hasEscapes: UInt8 = 1
    /// A number with a fraction or an exponent.
    static let isNotPlainInteger: UInt8 = 2
    /// An object in which a name may occur twice.
    static let mayHaveDuplicates: UInt8 = 4

    func has(_ flag: UInt8) -> Bool { flags & flag != 0 }

    /// The bytes of a scalar's text.
    var range: Range<Int> { Int(start)..<Int(extent) }
  }

  var entries: [Entry] = []

  /// The index of the entry after the value at `index`, whatever that value contains.
  func next(after index: Int) -> Int {
    let entry = entries[index]
    return entry.kind.rawValue >= JSONKind.array.rawValue ? Int(entry.extent) : index + 1
  }
}

/// A JSON text that was found valid, with its structure. Shared by all readers of its values.
final class JSONDocument: Sendable {
  let bytes: [UInt8]
  let tape: JSONTape

  /// Reads the whole text once.
  ///
  /// - Throws: `JSONError` with the offset of the first byte that is wrong.
  init(_ bytes: [UInt8], limits: JSONLimits) throws {
    var scanner = JSONScanner(bytes, limits: limits)
    try scanner.scan()
    self.bytes = bytes
    tape = scanner.tape
  }

  /// The text of the string whose entry is given, escapes decoded.
  func string(_ entry: JSONTape.Entry) -> String {
    if entry.has(JSONTape.Entry.hasEscapes) {
      return JSONStringEscapes.decode(bytes[entry.range])
    }
    return text(entry.range)
  }

  /// The bytes of a range as text.
  func text(_ range: Range<Int>) -> String {
    bytes.withUnsafeBufferPointer { String(decoding: $0[range], as: UTF8.self) }
  }

  /// Whether the string (a member's name, say) is `name`, byte for byte.
  func isString(_ entry: JSONTape.Entry, equalTo name: UnsafeBufferPointer<UInt8>) -> Bool {
    if entry.has(JSONTape.Entry.hasEscapes) {
      return string(entry).utf8.elementsEqual(name)
    }
    let start = Int(entry.start)
    guard Int(entry.extent) - start == name.count else { return false }
    for index in 0..<name.count where bytes[start + index] != name[index] {
      return false
    }
    return true
  }
}
