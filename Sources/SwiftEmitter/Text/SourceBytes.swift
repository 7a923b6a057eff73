/// Source is put together in bytes: a `String` looks at what it holds with every piece that is added, and pieces are
/// many.
extension [UInt8] {
  /// Adds words of the emitter's own.
  mutating func append(_ text: StaticString) {
    guard text.hasPointerRepresentation else { return append(text.description) }
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Adds a text.
  mutating func append(_ text: String) {
    var text = text
    text.withUTF8 { append(contentsOf: $0) }
  }

  /// Adds spaces.
  mutating func append(spaces count: Int) { append(contentsOf: repeatElement(0x20, count: count)) }
}

extension Collection<UInt8> {
  /// How many columns the text takes. Where all is ASCII, no character has to be told from its neighbours.
  var columns: Int {
    // Without an early exit, many bytes are looked at in one go.
    reduce(0, |) < 0x80 ? count : String(decoding: self, as: UTF8.self).count
  }
}
