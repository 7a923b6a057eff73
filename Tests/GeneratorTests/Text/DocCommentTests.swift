import RecastTestSupport
import Testing

@testable import RecastClientPlan
@testable import RecastSwiftEmitter

@Suite("Documentation comments")
struct DocCommentTests {
  @Test("hold every text on lines of their own, whatever it is")
  func closed() {
    for text in HostileText.samples {
      for line in rendered(text) + rendered(name: text) {
        #expect(line.hasPrefix("///"), "\(line.debugDescription)")
        #expect(line.unicodeScalars.allSatisfy(isHarmless), "\(line.debugDescription)")
      }
    }
  }

  @Test(
    "break lines where any reader would",
    arguments: ["\n", "\r", "\r\n", "\u{0B}", "\u{0C}", "\u{85}", "\u{2028}", "\u{2029}"]
  )
  func terminators(_ terminator: String) {
    #expect(rendered("one\(terminator)let two = 2") == ["/// one", "/// let two = 2"])
  }

  @Test("do not turn the direction of writing")
  func direction() {
    #expect(rendered("a\u{202E}b\u{2066}c\u{200B}d\u{FEFF}e") == ["/// abcde"])
  }

  @Test("keep names in their code span")
  func codeSpan() {
    #expect(rendered(name: "a`b\nc") == ["/// The member `a'b c`."])
  }

  @Test("are wrapped between words, with lists hanging")
  func wrapping() {
    let words = Array(repeating: "word", count: 12).joined(separator: " ")
    let lines = lines(DocComment(Documentation(paragraphs: ["- " + words])), indentation: 2, width: 40)
    #expect(lines.first == "  /// - word word word word word word word")
    #expect(lines.count == 2)
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ///   word") })
  }

  @Test("keep a word that is longer than a line")
  func longWord() {
    let link = "https://example.com/" + String(repeating: "a", count: 150)
    #expect(rendered("See \(link) now.") == ["/// See", "/// \(link)", "/// now."])
  }

  @Test("leave out what says nothing")
  func empty() {
    #expect(rendered("  \n\n ").isEmpty)
    #expect(rendered("\n\nText.\n\n") == ["/// Text."])
  }

  private func rendered(_ text: String) -> [String] {
    lines(DocComment(Documentation(paragraphs: [text])))
  }

  private func rendered(name: String) -> [String] {
    lines(DocComment("The member \(code: name)."))
  }

  private func lines(_ comment: DocComment, indentation: Int = 0, width: Int = 120) -> [String] {
    var source: [UInt8] = []
    comment.write(to: &source, indentation: indentation, width: width)
    return source.split(separator: UInt8(ascii: "\n")).map { String(decoding: $0, as: UTF8.self) }
  }

  private func isHarmless(_ scalar: Unicode.Scalar) -> Bool {
    ![.control, .format, .lineSeparator, .paragraphSeparator].contains(scalar.properties.generalCategory)
  }
}
