import RecastClientPlan

/// Documentation for people as `///` lines.
///
/// Text is split at every line terminator that Swift knows, and characters that are invisible or turn the direction of
/// writing are dropped, so that no text can leave its comment or pretend to be something else.
struct DocComment: Sendable {
  /// The lines without the slashes.
  private var lines: [String] = []

  /// Text of the document, paragraph by paragraph.
  init(_ documentation: Documentation, else fallback: DocComment? = nil) {
    for paragraph in documentation.paragraphs { append(paragraph: paragraph) }
    if lines.isEmpty, let fallback { lines = fallback.lines }
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

  /// The comment, wrapped to a width that includes indentation and slashes.
  func rendered(indentation: Int, width: Int) -> [String] {
    lines.flatMap { Self.wrapped($0, width: max(40, width - indentation - 4)) }.map { line in
      line.isEmpty ? "///" : "/// " + line
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
    guard !text.utf8.allSatisfy(isPlain) else { return plainLines(text) }
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

  /// Printable ASCII, and the one line terminator that nearly all texts use: nothing in it has to be looked up.
  private static func isPlain(_ byte: UInt8) -> Bool { (0x20...0x7E).contains(byte) || byte == 0x0A }

  /// The lines of a text of plain bytes, without spaces at their ends.
  private static func plainLines(_ text: String) -> [String] {
    let bytes = text.utf8
    // Most texts are one line.
    if bytes.last != 0x20, !bytes.contains(0x0A) { return [text] }
    var lines: [String] = []
    var rest = bytes[...]
    while let end = rest.firstIndex(of: 0x0A) {
      lines.append(trimmed(rest[..<end]))
      rest = rest[bytes.index(after: end)...]
    }
    return lines + [trimmed(rest)]
  }

  private static func trimmed(_ line: Substring.UTF8View) -> String {
    var line = line
    while line.last == 0x20 { line.removeLast() }
    return String(Substring(line))
  }

  /// A line in several, broken between words; continuation lines keep the indentation of their text.
  private static func wrapped(_ line: String, width: Int) -> [String] {
    guard line.columns > width else { return [line] }
    let indentation = String(line.prefix { $0 == " " }.prefix(12))
    let isItem = line.drop { $0 == " " }.hasPrefix("- ")
    let hanging = indentation + (isItem ? "  " : "")
    var result: [String] = []
    var current = indentation
    var columns = indentation.columns
    var isFirst = true
    // A space is a character of its own whatever follows, so bytes will do.
    for bytes in line.utf8.split(separator: UInt8(ascii: " ")) {
      let word = Substring(bytes)
      let added = word.columns
      if !isFirst, columns + 1 + added > width {
        result.append(current)
        current = hanging
        columns = hanging.columns
      } else if !isFirst {
        current += " "
        columns += 1
      }
      current += word
      columns += added
      isFirst = false
    }
    return result + [current]
  }
}
