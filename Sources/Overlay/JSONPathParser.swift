import RecastDiagnostics

/// Parses the supported part of JSONPath, and tells what is not supported from what is wrong.
struct JSONPathParser {
  /// Why a text is not a path that can be followed.
  struct Problem: Error {
    let tag: DiagnosticTag
    let message: String
    let span: SourceSpan
    let help: String?
  }

  /// The path in UTF-8.
  let bytes: [UInt8]
  private let written: SourceSpan
  /// Where the text begins in the file; `nil` when it is written differently there.
  private let start: Int?
  /// The byte that is read next.
  var position = 0

  /// - Parameters:
  ///   - text: the path.
  ///   - span: where it is written, perhaps in quotes.
  init(_ text: String, writtenAt span: SourceSpan) {
    bytes = Array(text.utf8)
    written = span
    let quotes = (span.range.count - bytes.count) / 2
    let inside = span.range.lowerBound + quotes..<max(span.range.lowerBound + quotes, span.range.upperBound - quotes)
    let isSame = (0...1).contains(quotes) && span.file.bytes[inside].elementsEqual(bytes)
    start = isSame ? inside.lowerBound : nil
  }

  /// The steps of the path.
  mutating func parse() -> Result<[JSONPath.Segment], Problem> {
    do throws(Problem) {
      guard take("$") else {
        throw invalid("a target starts with `$`", help: "write it as in `$.paths['/reports'].get`")
      }
      var segments: [JSONPath.Segment] = []
      while position < bytes.count {
        let begin = position
        let selectors = try parseSegment()
        segments.append(JSONPath.Segment(selectors: selectors, span: span(begin..<position)))
      }
      return .success(segments)
    } catch {
      return .failure(error)
    }
  }

  private mutating func parseSegment() throws(Problem) -> [JSONPath.Selector] {
    if next(is: ".") {
      position += 1
      if next(is: ".") { throw unsupported("the descendant operator `..`", length: 1) }
      return [take("*") ? .wildcard : .name(try parseShorthandName())]
    }
    guard take("[") else { throw invalid("`.` or `[` is expected here") }
    var selectors: [JSONPath.Selector] = []
    repeat {
      skipBlanks()
      let selector = try parseSelector()
      if !selectors.contains(selector) { selectors.append(selector) }
      skipBlanks()
    } while take(",")
    if next(is: ":") { throw unsupported("a slice", length: 1) }
    guard take("]") else { throw invalid("`]` is expected here") }
    return selectors
  }

  private mutating func parseSelector() throws(Problem) -> JSONPath.Selector {
    guard position < bytes.count else { throw invalid("a name, an index or `*` is expected here") }
    switch bytes[position] {
    case UInt8(ascii: "*"):
      position += 1
      return .wildcard
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(try parseQuotedName())
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .index(try parseIndex())
    case UInt8(ascii: "?"): throw unsupported("a filter", length: 1)
    case UInt8(ascii: ":"): throw unsupported("a slice", length: 1)
    default: throw invalid("a name in quotes, an index or `*` is expected here", help: "put the name in quotes")
    }
  }

  /// `member-name-shorthand`: letters, digits, `_` and what is not ASCII, not starting with a digit.
  private mutating func parseShorthandName() throws(Problem) -> String {
    let begin = position
    while position < bytes.count, bytes[position].isNamePart { position += 1 }
    let name = String(decoding: bytes[begin..<position], as: UTF8.self)
    let isEnd = position == bytes.count || next(is: ".") || next(is: "[")
    guard let first = name.utf8.first, !first.isDigit, isEnd else {
      while position < bytes.count, !next(is: "."), !next(is: "[") { position += 1 }
      let whole = String(decoding: bytes[begin..<position], as: UTF8.self)
      throw Problem(
        tag: .overlayTarget,
        message: whole.isEmpty ? "a name is missing after `.`" : "`\(whole)` cannot follow a dot unquoted",
        span: span(begin..<position),
        help: whole.isEmpty ? nil : "write \(JSONPath.Selector.name(whole)) instead of `.\(whole)`"
      )
    }
    return name
  }

  private mutating func parseIndex() throws(Problem) -> Int {
    let begin = position
    if next(is: "-") { position += 1 }
    let digits = position
    while position < bytes.count, bytes[position].isDigit { position += 1 }
    let hasLeadingZero =
      bytes[digits..<position].first == UInt8(ascii: "0") && (position - digits > 1 || digits > begin)
    guard position > digits, !hasLeadingZero,
      let index = Int(String(decoding: bytes[begin..<position], as: UTF8.self))
    else {
      throw Problem(tag: .overlayTarget, message: "this is not an index", span: span(begin..<position), help: nil)
    }
    return index
  }
}

extension JSONPathParser {
  func next(is character: Unicode.Scalar) -> Bool {
    position < bytes.count && bytes[position] == UInt8(ascii: character)
  }

  mutating func take(_ character: Unicode.Scalar) -> Bool {
    guard next(is: character) else { return false }
    position += 1
    return true
  }

  mutating func skipBlanks() {
    while position < bytes.count, [0x20, 0x09, 0x0A, 0x0D].contains(bytes[position]) { position += 1 }
  }

  /// Where a part of the path is written; the whole path if that is not known.
  func span(_ range: Range<Int>) -> SourceSpan {
    guard let start else { return written }
    return written.file.span(start + range.lowerBound..<start + range.upperBound)
  }

  func invalid(_ message: String, help: String? = nil) -> Problem {
    Problem(tag: .overlayTarget, message: message, span: span(position..<position + 1), help: help)
  }

  func unsupported(_ what: String, length: Int) -> Problem {
    Problem(
      tag: .overlayUnsupported,
      message: "\(what) in a target is not supported yet",
      span: span(position..<position + length),
      help: "write one action per place, with names, indices and `*`"
    )
  }
}

extension UInt8 {
  fileprivate var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  fileprivate var isNamePart: Bool {
    isDigit || self == UInt8(ascii: "_") || self >= 0x80
      || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self)
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }
}
