import RecastDiagnostics

/// Rewrites what JSON allows and libyaml does not: surrogate pairs written as escapes, control characters beyond ASCII
/// and line separators in strings, tabs before the first bracket, and keys that are long or have their colon on another
/// line.
///
/// Works on texts made of nothing but JSON tokens and leaves all others alone; whether the tokens are in a sensible
/// order is libyaml's to say.
struct JSONRewriter {
  private let bytes: [UInt8]
  private let file: SourceFile
  private var position: Int
  /// Up to where the original is already copied.
  private var copied: Int
  private var rewritten: RewrittenText
  private var findings: [Diagnostic] = []

  /// The text as libyaml can read it; `nil` when it can be read as it is.
  static func rewrite(_ file: SourceFile, from start: Int, log: inout DiagnosticLog) -> RewrittenText? {
    var rewriter = JSONRewriter(file, from: start)
    guard rewriter.startsLikeJSON(), rewriter.readTokens() else { return nil }
    rewriter.findings.forEach { log.report($0) }
    return rewriter.finish()
  }

  private init(_ file: SourceFile, from start: Int) {
    self.file = file
    bytes = file.bytes
    position = start
    copied = start
    rewritten = RewrittenText(bytes: [], replacements: [], start: start)
  }

  private mutating func finish() -> RewrittenText? {
    guard !rewritten.replacements.isEmpty else { return nil }
    rewritten.bytes += bytes[copied...]
    return rewritten
  }

  private func startsLikeJSON() -> Bool {
    let first = bytes[position...].first { !$0.isBlankOrBreak }
    return first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
  }

  /// Reads to the end; `false` when something is met that JSON does not have.
  private mutating func readTokens() -> Bool {
    var depth = 0
    while position < bytes.count {
      switch bytes[position] {
      case UInt8(ascii: "\t"):
        if depth == 0 { replace(position..<position + 1, by: " ") }
        position += 1
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        depth += 1
        position += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        depth -= 1
        position += 1
      case 0x20, 0x0A, 0x0D, UInt8(ascii: ","), UInt8(ascii: ":"):
        position += 1
      case UInt8(ascii: "\""):
        guard readString() else { return false }
      default:
        guard readLiteral() else { return false }
      }
    }
    return true
  }

  /// A number, `true`, `false` or `null`. YAML would take a quote after it for a part of it.
  private mutating func readLiteral() -> Bool {
    let start = position
    while position < bytes.count, bytes[position].isLiteralPart { position += 1 }
    let kind = bytes[start..<position].withUnsafeBufferPointer(ScalarResolution.kind)
    guard position > start, kind != .string else { return false }
    let next = bytes[position...].first { !$0.isBlankOrBreak }
    if next == UInt8(ascii: "\"") {
      report(
        Diagnostic(
          .error,
          .yamlSyntax,
          "a comma is missing after this value",
          at: file.span(start..<position),
          help: "add a comma"
        )
      )
    }
    return true
  }

  /// A string, and if it is a key that libyaml would not recognise, marks it as one.
  private mutating func readString() -> Bool {
    guard let (end, isPlain) = endOfString(at: position) else { return false }
    if isKeyToMark(position..<end) { replace(position..<position, by: "? ") }
    if isPlain {
      position = end
    } else {
      position += 1
      while position < end { readCharacter() }
    }
    return true
  }

  /// Where a string ends that starts with the quote at the offset, and whether nothing in it can need rewriting.
  private func endOfString(at opening: Int) -> (end: Int, isPlain: Bool)? {
    var isPlain = true
    var index = opening + 1
    while index < bytes.count {
      let byte = bytes[index]
      if byte == UInt8(ascii: "\"") { return (index + 1, isPlain) }
      if byte == UInt8(ascii: "\\") {
        isPlain = false
        index += 1
      } else if byte >= 0x7F {
        isPlain = false
      }
      index += 1
    }
    return nil
  }

  /// Whether a string is a key that is longer than libyaml expects, or has its colon on another line.
  private func isKeyToMark(_ string: Range<Int>) -> Bool {
    var index = string.upperBound
    while index < bytes.count, bytes[index].isBlankOrBreak { index += 1 }
    guard index < bytes.count, bytes[index] == UInt8(ascii: ":") else { return false }
    return index - string.lowerBound > 1000
      || bytes[string.upperBound..<index].contains { $0 == 0x0A || $0 == 0x0D }
  }

  /// A character or an escape inside of a string.
  private mutating func readCharacter() {
    switch bytes[position] {
    case UInt8(ascii: "\\"): readEscape()
    case 0x7F: replace(length: 1, by: "\\x7F")
    case 0xC2 where (0x80...0x9F).contains(bytes[position + 1]):
      replace(length: 2, by: "\\x" + String(bytes[position + 1], radix: 16))
    // YAML ends lines at these.
    case 0xE2 where bytes[position...].starts(with: [0xE2, 0x80, 0xA8]): replace(length: 3, by: "\\u2028")
    case 0xE2 where bytes[position...].starts(with: [0xE2, 0x80, 0xA9]): replace(length: 3, by: "\\u2029")
    case 0xEF where bytes[position...].starts(with: [0xEF, 0xBF, 0xBE]): replace(length: 3, by: "\\uFFFE")
    case 0xEF where bytes[position...].starts(with: [0xEF, 0xBF, 0xBF]): replace(length: 3, by: "\\uFFFF")
    default: position += 1
    }
  }

  /// A backslash with what belongs to it. Escaped surrogates come in pairs; half of one means nothing.
  private mutating func readEscape() {
    guard let unit = utf16Unit(at: position), UTF16.isSurrogate(unit) else {
      position += 2
      return
    }
    if let second = utf16Unit(at: position + 6), UTF16.isLeadSurrogate(unit), UTF16.isTrailSurrogate(second) {
      let scalar = 0x10000 + (UInt32(unit - 0xD800) << 10) + UInt32(second - 0xDC00)
      let digits = String(scalar, radix: 16)
      replace(length: 12, by: "\\U" + String(repeating: "0", count: 8 - digits.count) + digits)
      return
    }
    report(
      Diagnostic(
        .warning,
        .loneSurrogate,
        "this escape is half of a character, and is read as U+FFFD",
        at: file.span(position..<position + 6),
        help: "write the whole pair, or the character itself"
      )
    )
    replace(length: 6, by: "\\uFFFD")
  }

  /// The value of an escape such as `\u00E9` at an offset.
  private func utf16Unit(at offset: Int) -> UInt16? {
    guard offset + 6 <= bytes.count, bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u"),
      bytes[offset + 2..<offset + 6].allSatisfy(\.isHexDigit)
    else { return nil }
    return UInt16(String(decoding: bytes[offset + 2..<offset + 6], as: UTF8.self), radix: 16)
  }

  /// Keeps a finding, unless there are very many like it already.
  private mutating func report(_ finding: Diagnostic) {
    let alike = findings.count { $0.severity == finding.severity }
    if alike < 100 { findings.append(finding) }
  }

  private mutating func replace(length: Int, by text: String) {
    replace(position..<position + length, by: text)
    position += length
  }

  private mutating func replace(_ original: Range<Int>, by text: String) {
    rewritten.bytes += bytes[copied..<original.lowerBound]
    let start = rewritten.bytes.count
    rewritten.bytes += text.utf8
    rewritten.replacements.append(.init(original: original, rewritten: start..<rewritten.bytes.count))
    copied = original.upperBound
  }
}

extension UInt8 {
  /// Whether this may be a part of a number, `true`, `false` or `null`.
  fileprivate var isLiteralPart: Bool {
    switch self {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "."):
      true
    default: false
    }
  }
}
