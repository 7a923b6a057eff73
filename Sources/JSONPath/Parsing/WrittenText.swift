import RecastDiagnostics

/// Where the bytes of a text are written in a file, though quotes, escapes and line folding may lie between the two.
struct WrittenText: Sendable {
  private let span: SourceSpan
  /// The place in the file of each byte, and of what follows the last; `nil` when they cannot be told.
  private let offsets: [Int]?

  /// - Parameters:
  ///   - text: the bytes of the text.
  ///   - span: where it is written.
  init(_ text: [UInt8], at span: SourceSpan) {
    self.span = span
    offsets = Self.align(text, with: span)
  }

  /// Where a part of the text is written; all of it if that is not known. What lies behind the end is one byte there.
  func span(_ range: Range<Int>) -> SourceSpan {
    guard let offsets, let last = offsets.indices.last else { return span }
    let lower = offsets[min(range.lowerBound, last)]
    let upper = range.isEmpty ? lower : offsets[min(range.upperBound - 1, last)] + 1
    return span.file.span(lower..<max(lower, upper))
  }

  /// Walks along both: whatever the file has more is quotes, backslashes, indentation or the head of a block.
  private static func align(_ text: [UInt8], with span: SourceSpan) -> [Int]? {
    let bytes = span.file.bytes
    var offset = span.range.lowerBound
    let end = span.range.upperBound
    if offset < end, bytes[offset] == UInt8(ascii: "|") || bytes[offset] == UInt8(ascii: ">") {
      offset = bytes[offset..<end].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? end
    }
    var offsets: [Int] = []
    for byte in text {
      while offset < end, bytes[offset] != byte {
        // A line break may read as a space, and a space as nothing.
        if isBlank(byte), isBlank(bytes[offset]) { break }
        guard isBlank(bytes[offset]) || [0x22, 0x27, 0x5C].contains(bytes[offset]) else { return nil }
        offset += 1
      }
      guard offset < end || isBlank(byte) else { return nil }
      offsets.append(min(offset, end))
      offset = min(offset + 1, end)
    }
    return offsets + [offset]
  }

  private static func isBlank(_ byte: UInt8) -> Bool { [0x20, 0x09, 0x0A, 0x0D].contains(byte) }
}
