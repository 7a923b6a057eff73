import RecastDiagnostics

/// Why a text is not YAML, as libyaml sees it.
struct SyntaxProblem {
  /// libyaml's words for what it found.
  var message: String
  /// libyaml's words for what it was reading, such as `while scanning a quoted scalar`.
  var context: String
  /// The place in the file, in bytes.
  var offset: Int
  /// The same place in libyaml's input, in bytes.
  var inputOffset: Int
  /// Where the thing begins that was being read, in bytes.
  var contextOffset: Int
  /// Whether the bytes are no text at all, or hold a character that YAML forbids.
  var isEncodingProblem = false
}

extension SyntaxProblem {
  /// Reports the problem in plain words, at the place where somebody would repair it.
  func report(in file: SourceFile, log: inout DiagnosticLog) {
    if isEncodingProblem {
      reportEncoding(in: file, log: &log)
      return
    }
    let words = words(in: file)
    log.error(
      .yamlSyntax,
      words.message,
      at: words.span,
      notes: words.note.map { [Diagnostic.Note($0, at: file.character(at: contextOffset))] } ?? [],
      help: words.help
    )
  }

  private func reportEncoding(in file: SourceFile, log: inout DiagnosticLog) {
    let span = file.character(at: startOfSequence(in: file))
    guard message == "control characters are not allowed" else {
      let byte = span.range.isEmpty ? 0 : file.bytes[span.range.lowerBound]
      log.error(
        .invalidEncoding,
        "byte 0x\(String(byte, radix: 16, uppercase: true)) is not UTF-8 text",
        at: span,
        help: "save the file as UTF-8"
      )
      return
    }
    let value = span.text.unicodeScalars.first?.value ?? 0
    let digits = String(value, radix: 16, uppercase: true)
    let name = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    log.error(
      .controlCharacter,
      "control character \(name) stands in the text",
      at: span,
      help: value == 0 ? "save the file as UTF-8" : "remove it, or write it as an escape in double quotes"
    )
  }
}

extension SyntaxProblem {
  /// Where the sequence begins that is broken: of one that breaks off, libyaml names the byte where it does.
  private func startOfSequence(in file: SourceFile) -> Int {
    guard message.hasPrefix("invalid trailing"), offset <= file.bytes.count else { return offset }
    var start = max(offset - 1, 0)
    while start > 0, file.bytes[start] & 0xC0 == 0x80 { start -= 1 }
    return start
  }
}

extension SourceFile {
  /// The span of one character; empty at the end of the file.
  func character(at offset: Int) -> SourceSpan {
    guard offset < bytes.count else { return span(bytes.count..<bytes.count) }
    var end = offset + 1
    while end < bytes.count, bytes[end] & 0xC0 == 0x80 { end += 1 }
    return span(offset..<end)
  }

  /// The span from a byte to the end of its line, without blanks at the end.
  func restOfLine(at offset: Int) -> SourceSpan {
    var end = offset
    while end < bytes.count, bytes[end] != 0x0A, bytes[end] != 0x0D { end += 1 }
    while end > offset, bytes[end - 1].isBlankOrBreak { end -= 1 }
    return span(offset..<end)
  }

  /// Whether nothing but blanks stands before a byte on its line.
  func isFirstOnLine(_ offset: Int) -> Bool {
    var index = min(offset, bytes.count) - 1
    while index >= 0, bytes[index] == 0x20 || bytes[index] == 0x09 { index -= 1 }
    return index < 0 || bytes[index] == 0x0A || bytes[index] == 0x0D
  }
}
