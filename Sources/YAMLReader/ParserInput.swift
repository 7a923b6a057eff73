import RecastDiagnostics

/// What libyaml is given to read, and how its offsets relate to the file that people see.
struct ParserInput: Sendable {
  /// The file that spans refer to: the one given, or its text in UTF-8 if it came in UTF-16.
  let file: SourceFile
  /// Bytes before the text: a byte order mark.
  let textStart: Int
  /// The text with replacements, if any were needed.
  private(set) var rewritten: RewrittenText?

  /// Calls the body with the bytes to read.
  func withBytes<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let bytes = rewritten?.bytes ?? file.bytes
    let start = rewritten == nil ? textStart : 0
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[start...])) }
  }

  /// The place in the file of a byte that libyaml read.
  func fileOffset(of offset: Int) -> Int {
    rewritten?.originalOffset(of: offset) ?? offset + textStart
  }
}

extension ParserInput {
  /// Removes what stopped libyaml if it was a tab before a comment or on a blank line: YAML allows that (section 6.7),
  /// libyaml does not. `false` when it was something else.
  mutating func repairTabs(at problem: SyntaxProblem) -> Bool {
    let contexts = ["while scanning for the next token", "while scanning a plain scalar"]
    guard contexts.contains(problem.context), problem.offset < file.bytes.count,
      file.bytes[problem.offset] == UInt8(ascii: "\t")
    else { return false }
    let end = file.bytes[problem.offset...].firstIndex { $0 != UInt8(ascii: "\t") && $0 != UInt8(ascii: " ") }
    guard let end, [UInt8(ascii: "#"), 0x0A, 0x0D].contains(file.bytes[end]) else { return false }
    var text =
      rewritten ?? RewrittenText(bytes: Array(file.bytes[textStart...]), replacements: [], start: textStart)
    for offset in problem.inputOffset..<problem.inputOffset + end - problem.offset {
      text.bytes[offset] = UInt8(ascii: " ")
    }
    rewritten = text
    return true
  }
}

/// A text in which some parts were replaced before reading, in ascending order.
struct RewrittenText: Sendable {
  struct Replacement: Sendable {
    /// What was replaced, in the original text.
    let original: Range<Int>
    /// What stands there now, in the rewritten text.
    let rewritten: Range<Int>
  }

  var bytes: [UInt8]
  var replacements: [Replacement]
  /// Where the rewritten text starts in the original one.
  let start: Int

  /// The place in the original text. Within a replacement: its start.
  func originalOffset(of offset: Int) -> Int {
    var low = 0
    var high = replacements.count
    while low < high {
      let middle = (low + high) / 2
      if replacements[middle].rewritten.lowerBound <= offset { low = middle + 1 } else { high = middle }
    }
    guard low > 0 else { return start + offset }
    let last = replacements[low - 1]
    if offset < last.rewritten.upperBound { return last.original.lowerBound }
    return last.original.upperBound + offset - last.rewritten.upperBound
  }
}
