import RecastClientPlan

/// Documentation for people as `///` lines.
///
/// Text is split at every line terminator that Swift knows, and characters that are invisible or turn the direction of
/// writing are dropped, so that no text can leave its comment or pretend to be something else.
struct DocComment: Sendable {
  /// The lines without the slashes.
  private var lines: [String] = []

  /// Text of the document, paragraph by paragraph.
  ///
  /// - Parameter fallback: what stands there when the document says nothing.
  init(_ documentation: Documentation, else fallback: @autoclosure () -> DocComment? = nil) {
    for paragraph in documentation.paragraphs { append(paragraph: paragraph) }
    if lines.isEmpty, let fallback = fallback() { lines = fallback.lines }
    if documentation.deprecated { append(paragraph: "- Warning: Deprecated.") }
  }

  /// Text of the emitter's own, with names of the document in it.
  init(_ text: Text) {
    if text.isWhole { lines = [text.text] } else { append(paragraph: text.text) }
  }

  /// Adds a paragraph of the emitter's own.
  func adding(_ text: Text) -> DocComment {
    var copy = self
    copy.append(paragraph: text.text)
    return copy
  }

  /// Adds a list: a heading and an item per name.
  func adding(_ heading: Text, items: [(name: Identifier, text: DocComment)]) -> DocComment {
    guard !items.isEmpty else { return self }
    var copy = adding(heading)
    for item in items {
      let text = item.text.lines.filter { !$0.isEmpty }.joined(separator: " ")
      copy.lines.append("  - \(item.name.text): \(text)")
    }
    return copy
  }

  /// Adds a list right below the last line.
  func adding(items: [DocComment]) -> DocComment {
    var copy = self
    copy.lines += items.map { "  - " + $0.lines.filter { !$0.isEmpty }.joined(separator: " ") }
    return copy
  }

  /// Adds text of the document.
  func adding(_ documentation: Documentation) -> DocComment {
    var copy = self
    for paragraph in documentation.paragraphs { copy.append(paragraph: paragraph) }
    return copy
  }

  /// Writes the comment, wrapped to a width that includes indentation and slashes.
  func write(to source: inout [UInt8], indentation: Int, width: Int) {
    for line in lines {
      var line = line
      line.withUTF8 { line in
        source.append(spaces: indentation)
        if line.isEmpty {
          source.append("///")
        } else {
          source.append("/// ")
          Self.write(line, to: &source, indentation: indentation, width: Swift.max(40, width - indentation - 4))
        }
        source.append("\n")
      }
    }
  }

  /// Text of the emitter's own. A document's text in it is reduced to one line, and cannot end a code span.
  struct Text: ExpressibleByStringInterpolation {
    fileprivate let text: String
    /// Whether all of it stands in the emitter's source: one line, with nothing to clean.
    fileprivate let isWhole: Bool

    init(stringLiteral value: StaticString) {
      text = value.description
      isWhole = true
    }

    init(stringInterpolation: Interpolation) {
      text = stringInterpolation.text
      isWhole = false
    }

    struct Interpolation: StringInterpolationProtocol {
      fileprivate var text = ""

      init(literalCapacity: Int, interpolationCount: Int) {}

      mutating func appendLiteral(_ literal: StaticString) { text += literal.description }

      /// Words of the emitter's own.
      mutating func appendInterpolation(words: StaticString) { text += words.description }

      mutating func appendInterpolation(_ identifier: Identifier) { text += identifier.text }

      /// A document's text between backticks.
      mutating func appendInterpolation(code spec: String) {
        let line = DocComment.cleaned(spec).joined(separator: " ")
        text += "`"
        text += line.utf8.contains(UInt8(ascii: "`")) ? line.replacing("`", with: "'") : line
        text += "`"
      }

      /// Several texts of the document between backticks.
      mutating func appendInterpolation(codes: [String]) {
        for (position, text) in codes.enumerated() {
          if position > 0 { self.text += ", else " }
          appendInterpolation(code: text)
        }
      }

      /// Several texts of the document between backticks, with commas.
      mutating func appendInterpolation(list texts: [String]) {
        for (position, text) in texts.enumerated() {
          if position > 0 { self.text += ", " }
          appendInterpolation(code: text)
        }
      }

      /// A span of time in which something is counted.
      mutating func appendInterpolation(window seconds: Int) {
        switch seconds {
        case 60: text += "a minute"
        case 3600: text += "an hour"
        case 86_400: text += "a day"
        default: text += "in \(seconds) seconds"
        }
      }

      /// Source that generated code has as well, between backticks.
      mutating func appendInterpolation(swift code: Code) { text += "`" + code.text + "`" }

      mutating func appendInterpolation(_ number: Int) { text += String(number) }
    }
  }

  private mutating func append(paragraph: String) {
    var added = Self.cleaned(paragraph)
    while added.first?.isEmpty == true { added.removeFirst() }
    while added.last?.isEmpty == true { added.removeLast() }
    guard !added.isEmpty else { return }
    if !lines.isEmpty { lines.append("") }
    lines += added
  }

  /// The lines of a text without what does not belong in a comment.
  fileprivate static func cleaned(_ text: String) -> [String] {
    // Most texts are one line with nothing in it that has to be looked up.
    if text.utf8.last != 0x20, text.isBytes({ (0x20...0x7E).contains($0) }) { return [text] }
    if text.isBytes({ (0x20...0x7E).contains($0) || $0 == 0x0A }) { return plainLines(text) }
    var lines: [String] = []
    var line = String.UnicodeScalarView()
    func finished() -> String {
      var text = String(line)
      while text.last == " " { text.removeLast() }
      return text
    }
    var previous: Unicode.Scalar?
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0A where previous == "\r": break
      case 0x0A...0x0D, 0x85, 0x2028, 0x2029:
        lines.append(finished())
        line.removeAll()
      case 0x09: line.append(contentsOf: "  ".unicodeScalars)
      case 0x20...0x7E: line.append(scalar)
      default:
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .unassigned: break
        default: line.append(scalar)
        }
      }
      previous = scalar
    }
    lines.append(finished())
    return lines
  }

  /// The lines of a text of printable ASCII, without spaces at their ends.
  private static func plainLines(_ text: String) -> [String] {
    var lines: [String] = []
    var rest = text.utf8[...]
    while let end = rest.firstIndex(of: 0x0A) {
      lines.append(trimmed(rest[..<end]))
      rest = rest[text.utf8.index(after: end)...]
    }
    return lines + [trimmed(rest)]
  }

  private static func trimmed(_ line: Substring.UTF8View) -> String {
    var line = line
    while line.last == 0x20 { line.removeLast() }
    return String(Substring(line))
  }

  /// Writes a line as several, broken between words; continuation lines keep the indentation of their text.
  private static func write(
    _ line: UnsafeBufferPointer<UInt8>,
    to source: inout [UInt8],
    indentation: Int,
    width: Int
  ) {
    guard line.columns > width else { return source.append(contentsOf: line) }
    let start = Swift.min(line.prefix { $0 == 0x20 }.count, 12)
    let isItem = line.drop { $0 == 0x20 }.starts(with: [UInt8(ascii: "-"), 0x20])
    let hanging = start + (isItem ? 2 : 0)
    source.append(spaces: start)
    var columns = start
    var isFirst = true
    // A space is a character of its own whatever follows, so bytes will do.
    for word in line.split(separator: 0x20) {
      let added = word.columns
      if !isFirst, columns + 1 + added > width {
        source.append("\n")
        source.append(spaces: indentation)
        source.append("/// ")
        source.append(spaces: hanging)
        columns = hanging
      } else if !isFirst {
        source.append(" ")
        columns += 1
      }
      source.append(contentsOf: word)
      columns += added
      isFirst = false
    }
  }
}

extension String {
  /// Whether all bytes are of a kind.
  func isBytes(_ kind: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.allSatisfy(kind) } ?? utf8.allSatisfy(kind)
  }
}
