/// The line that a span starts in, with its number, and the span underlined.
struct SourceExcerpt {
  /// Two lines: the source line, and below it the underline with its label.
  let lines: [String]

  /// - Parameters:
  ///   - span: what to underline; of a span over several lines, the part on the first line.
  ///   - label: a few words to the right of the underline.
  init(_ span: SourceSpan, label: String? = nil) {
    let number = String(span.start.line)
    let line = span.file.range(ofLine: span.start.line) ?? span.range
    let (text, caretColumn, underlineWidth) = Self.layOut(span, line: line)
    let gutter = String(repeating: " ", count: number.count)
    var underline = String(repeating: " ", count: caretColumn) + "^"
    underline += String(repeating: "~", count: max(0, underlineWidth - 1))
    if let label { underline += " " + VisibleText.line(label) }
    lines = [Self.trimmed("\(number) | \(text)"), "\(gutter) | \(underline)"]
  }

  /// More columns than this are cut off, around the span.
  private static let widest = 120
  /// How much of a cut line is kept before the span.
  private static let contextBefore = 40

  /// The visible text of a line, and where the span begins and how wide it is in terminal columns.
  private static func layOut(
    _ span: SourceSpan,
    line: Range<Int>
  ) -> (text: String, caretColumn: Int, underlineWidth: Int) {
    let bytes = span.file.bytes
    let spanStart = min(max(span.range.lowerBound, line.lowerBound), line.upperBound)
    var start = line.lowerBound
    if line.count > widest, spanStart - start > contextBefore * 2 {
      start = scalarStart(atOrBefore: spanStart - contextBefore, in: bytes)
    }
    // Four bytes are the longest scalar: enough for a full line of them.
    let end = scalarStart(atOrBefore: min(line.upperBound, start + widest * 4), in: bytes)

    var text = start > line.lowerBound ? "…" : ""
    var column = text.isEmpty ? 0 : 1
    var caretColumn: Int?
    var underlineEnd = 0
    var offset = start
    for scalar in String(decoding: bytes[start..<max(start, end)], as: UTF8.self).unicodeScalars {
      if column >= widest { break }
      if offset >= spanStart, caretColumn == nil { caretColumn = column }
      let visible = VisibleText.text(for: scalar, column: column)
      text += visible
      column += VisibleText.width(of: scalar, printedAs: visible)
      if offset >= spanStart, offset < span.range.upperBound { underlineEnd = column }
      // A repaired sequence may be shorter than the replacement character: it then counts as one byte.
      offset += scalar == "\u{FFFD}" ? replacedLength(at: offset, in: bytes) : UTF8.width(scalar)
    }
    if offset < line.upperBound { text += "…" }
    let caret = caretColumn ?? column
    return (text, caret, max(0, underlineEnd - caret))
  }

  private static func scalarStart(atOrBefore offset: Int, in bytes: [UInt8]) -> Int {
    var offset = offset
    while offset > 0, offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  /// How many bytes a replacement character stands for: three when it was written as such.
  private static func replacedLength(at offset: Int, in bytes: [UInt8]) -> Int {
    bytes[offset...].prefix(3).elementsEqual([0xEF, 0xBF, 0xBD]) ? 3 : 1
  }

  private static func trimmed(_ line: String) -> String {
    var line = Substring(line)
    while line.last == " " { line.removeLast() }
    return String(line)
  }
}
