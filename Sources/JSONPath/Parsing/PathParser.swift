import RecastDiagnostics

/// Reads JSONPath (RFC 9535): a recursive descent without going back.
struct PathParser {
  /// Conditions, queries and functions in one another; people need three or four.
  static let deepest = 50

  /// The path in UTF-8.
  let bytes: [UInt8]
  let written: WrittenText
  /// The byte that is read next.
  var position = 0
  var depth = 0
  var remarks: [JSONPathProblem] = []

  /// - Parameters:
  ///   - text: the path.
  ///   - span: where it is written.
  init(_ text: String, writtenAt span: SourceSpan) {
    bytes = Array(text.utf8)
    written = WrittenText(bytes, at: span)
  }

  /// Reads the whole text.
  mutating func parsePath() throws(JSONPathProblem) -> PathQuery {
    guard take("$") else {
      throw problem("a path starts with `$`", help: "write it as in `$.paths['/reports'].get`")
    }
    let query = PathQuery(root: .document, segments: try parseSegments())
    guard position == bytes.count else { throw problemAfterPath() }
    return query
  }

  /// Steps as far as they go; blanks may stand before each.
  mutating func parseSegments() throws(JSONPathProblem) -> [PathSegment] {
    var segments: [PathSegment] = []
    while true {
      let end = position
      skipBlanks()
      guard next(is: ".") || next(is: "[") else {
        position = end
        return segments
      }
      segments.append(try parseSegment())
    }
  }

  private mutating func parseSegment() throws(JSONPathProblem) -> PathSegment {
    let begin = position
    let isDescendant = take("..")
    let selectors: [PathSelector]
    if next(is: "[") {
      selectors = try parseBrackets()
    } else {
      if !isDescendant { position += 1 }
      selectors = [take("*") ? .wildcard : .name(try parseShorthandName(isDescendant: isDescendant))]
    }
    return PathSegment(isDescendant: isDescendant, selectors: selectors, range: begin..<position)
  }

  /// `member-name-shorthand`: letters, digits, `_` and what is not ASCII, not starting with a digit.
  private mutating func parseShorthandName(isDescendant: Bool) throws(JSONPathProblem) -> String {
    let begin = position
    while let byte = nextByte, byte.isNamePart { position += 1 }
    let name = bytes[begin..<position]
    guard let first = name.first, !first.isDigit, nextByte.map(\.endsName) ?? true else {
      throw problemWithName(begin: begin, isDescendant: isDescendant)
    }
    return String(decoding: name, as: UTF8.self)
  }
}

extension PathParser {
  /// The byte that is read next; `nil` at the end.
  var nextByte: UInt8? { position < bytes.count ? bytes[position] : nil }

  func next(is character: Unicode.Scalar) -> Bool { nextByte == UInt8(ascii: character) }

  func next(is word: String) -> Bool { bytes[position...].starts(with: word.utf8) }

  /// Reads the text if it comes next.
  mutating func take(_ word: String) -> Bool {
    guard next(is: word) else { return false }
    position += word.utf8.count
    return true
  }

  /// Reads blanks (`S`).
  mutating func skipBlanks() {
    while let byte = nextByte, byte.isBlank { position += 1 }
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// A problem with the byte that comes next.
  func problem(_ message: String, help: String? = nil) -> JSONPathProblem {
    problem(message, at: position..<position + 1, help: help)
  }

  func problem(_ message: String, at range: Range<Int>, help: String? = nil) -> JSONPathProblem {
    JSONPathProblem(message: message, span: written.span(range), help: help)
  }

  /// Enters something that may hold itself; who enters leaves by lowering `depth`.
  mutating func enter() throws(JSONPathProblem) {
    depth += 1
    guard depth <= Self.deepest else {
      throw problem("the path is nested more than \(Self.deepest) levels deep here")
    }
  }
}

extension UInt8 {
  var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }

  var isLowercase: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }

  var isBlank: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }

  /// A character of an unquoted name.
  var isNamePart: Bool {
    isDigit || isLowercase || self == UInt8(ascii: "_") || self >= 0x80
      || (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self)
  }

  /// What can follow an unquoted name.
  var endsName: Bool { isBlank || ".[]),=!<>&|".utf8.contains(self) }
}
