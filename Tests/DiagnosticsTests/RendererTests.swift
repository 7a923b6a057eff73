import RecastDiagnostics
import Testing

@Suite("Rendering")
struct RendererTests {
  private func render(
    _ text: String,
    underline part: String,
    _ message: String = "something is odd",
    label: String? = nil,
    notes: [String] = [],
    help: String? = nil
  ) -> String {
    let file = SourceFile(path: "a.yaml", bytes: Array(text.utf8))
    let span = file.span(of: part)
    let notes = notes.map { Diagnostic.Note("a fact", at: file.span(of: $0)) }
    let finding = Diagnostic(.error, .yamlSyntax, message, at: span, label: label, notes: notes, help: help)
    return DiagnosticRenderer().render(finding)
  }

  @Test("A finding has a headline, an excerpt with underline and label, and help")
  func layout() {
    let text = "responses:\n  \"404\":\n    description: none\n"
    let expected = """
      a.yaml:2:3: error: response has no schema [yaml-syntax]
      2 |   "404":
        |   ^~~~~ described here
      help: add a schema
      """
    #expect(
      render(text, underline: "\"404\"", "response has no schema", label: "described here", help: "add a schema")
        == expected
    )
  }

  @Test("Notes have their own place and excerpt; the gutter is as wide as the line number")
  func notes() {
    let text = String(repeating: "\n", count: 9) + "a: 1\na: 2"
    let expected = """
      a.yaml:11:4: error: something is odd [yaml-syntax]
      11 | a: 2
         |    ^
      a.yaml:10:4: note: a fact
      10 | a: 1
         |    ^
      """
    #expect(render(text, underline: "2", notes: ["1"]) == expected)
  }

  @Test("Without a place there is only a headline")
  func noPlace() {
    let finding = Diagnostic(.warning, .duplicateKey, "no place", notes: [.init("a fact")])
    #expect(DiagnosticRenderer().render(finding) == "warning: no place [duplicate-key]\nnote: a fact")
  }

  @Test("The caret stays below its text after tabs, wide and combining characters")
  func widths() {
    #expect(render("\tkey: x", underline: "x").hasSuffix("1 |     key: x\n  |          ^"))
    #expect(render("日本: x", underline: "x").hasSuffix("1 | 日本: x\n  |       ^"))
    #expect(render("e\u{301}é: x", underline: "x").hasSuffix("\n  |     ^"))
    #expect(render("k: 日本!", underline: "日本").hasSuffix("\n  |    ^~~~"))
  }

  @Test("Of a span over several lines the first line is shown")
  func severalLines() {
    #expect(render("a: |\n  x\n  y\n", underline: "|\n  x").hasSuffix("1 | a: |\n  |    ^"))
  }

  @Test("A span at the end of the file points behind the last character")
  func endOfFile() {
    let file = SourceFile(path: "a.yaml", bytes: Array("a: [".utf8))
    let finding = Diagnostic(.error, .yamlSyntax, "odd", at: file.span(4..<4))
    #expect(DiagnosticRenderer().render(finding).hasSuffix("a.yaml:1:5: error: odd [yaml-syntax]\n1 | a: [\n  |     ^"))
  }

  @Test("A line of a minified document is cut around the span")
  func longLine() throws {
    let text = String(repeating: "{\"a\":1},", count: 100_000) + "HERE" + String(repeating: ",{\"b\":2}", count: 1000)
    let lines = render(text, underline: "HERE").split(separator: "\n")
    #expect(lines[0] == "a.yaml:1:800001: error: something is odd [yaml-syntax]")
    #expect(lines[1].count < 140 && lines[1].hasPrefix("1 | …") && lines[1].hasSuffix("…"))
    let caret = try #require(lines[2].firstIndex(of: "^"))
    let column = lines[2].distance(from: lines[2].startIndex, to: caret)
    #expect(lines[1].dropFirst(column).hasPrefix("HERE"))
    #expect(lines[2].hasSuffix("^~~~"))
  }

  @Test("A document cannot forge what a terminal shows")
  func visibleControls() {
    let text = "k: a\u{1B}[2Jb\u{202E}c\u{7F}\u{9B}\u{FEFF}"
    let rendered = render(text, underline: "c", "key `\u{1B}]0;x\u{7}\na.yaml:1:1: error: forged` is odd")
    #expect(
      rendered == """
        a.yaml:1:11: error: key `<U+001B>]0;x<U+0007><U+000A>a.yaml:1:1: error: forged` is odd [yaml-syntax]
        1 | k: a<U+001B>[2Jb<U+202E>c<U+007F><U+009B><U+FEFF>
          |                         ^
        """
    )
  }

  @Test("Bytes that are no text are shown as replacement characters, and the caret is right")
  func invalidBytes() {
    let file = SourceFile(path: "a.yaml", bytes: [0x61, 0xFF, 0xFE, 0x62])
    let finding = Diagnostic(.error, .invalidEncoding, "odd", at: file.span(3..<4))
    #expect(DiagnosticRenderer().render(finding).hasSuffix("1 | a\u{FFFD}\u{FFFD}b\n  |    ^"))
  }

  @Test("A message that quotes megabytes of a document is cut off")
  func longMessage() {
    let message = "key `" + String(repeating: "k", count: 1_000_000) + "` is given twice"
    let rendered = DiagnosticRenderer().render(Diagnostic(.error, .duplicateKey, message))
    #expect(rendered.count < 1100 && rendered.hasSuffix("kkk… [duplicate-key]"))
  }

  @Test("A log prints everything in order and counts by severity")
  func log() {
    var log = DiagnosticLog()
    #expect(!log.hasErrors)
    log.warning(.duplicateKey, "first", at: nil)
    log.error(.yamlSyntax, "second", at: nil)
    log.note(.yamlSyntax, "third", at: nil)
    #expect(log.hasErrors && log.count(of: .warning) == 1 && log.count(of: .note) == 1)
    #expect(
      DiagnosticRenderer().render(log)
        == "warning: first [duplicate-key]\nerror: second [yaml-syntax]\nnote: third [yaml-syntax]\n"
    )
  }
}

extension SourceFile {
  /// The first place where a text stands.
  func span(of text: String) -> SourceSpan {
    let wanted = Array(text.utf8)
    let start = bytes.indices.first { bytes[$0...].starts(with: wanted) } ?? bytes.endIndex
    return span(start..<start + wanted.count)
  }
}
