import RecastClientPlan
import RecastTestSupport
import Testing

@Suite("Identifiers")
struct IdentifierTests {
  @Test(
    "are refused when Swift would read something else",
    arguments: [
      "", "_", "1a", "a b", "a-b", "a.b", "a`b", "`a`", "a\"b", "a\nb", "a\u{2028}b", "a\0b", "a//b", "a/*", "$0", "a$",
      "a;b", "a(b)", "a\u{202E}b", "a\u{200B}b", "a\u{FEFF}b", "#if", "@a", "\\(a)", "a\\", "a{", "🧑", "1", "٣a", "é́",
    ]
  )
  func refused(_ text: String) {
    let isOneLetter = text == "é́"
    #expect(Identifier(text) == nil, "\(text.debugDescription)\(isOneLetter ? " holds a combining mark" : "")")
  }

  @Test("are taken as they are", arguments: ["a", "_a", "__", "a1", "A_b", "größe", "名前", "class", "self"])
  func taken(_ text: String) {
    #expect(Identifier(text)?.text == text)
  }

  @Test("come out of any text at all")
  func fromHostileText() {
    for text in HostileText.samples {
      for name in [SwiftName.value(text), SwiftName.type(text)] {
        #expect(Identifier(name.text) == name, "\(text.debugDescription) became `\(name.text)`")
        #expect(name.text.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0 == "_" || isDigit($0) })
      }
    }
  }

  @Test("stay identifiers with a number, an underscore, a suffix or without a prefix")
  func derived() {
    let name = SwiftName.type("report 2")
    #expect(name.numbered(3).text == "Report2_3")
    #expect(name.numbered(-3).text == "Report2_3")
    #expect(name.underscored.text == "_Report2")
    #expect(name.appending(SwiftName.type("form")).text == "Report2Form")
    #expect(SwiftName.type("report form").dropping(suffix: SwiftName.type("form"))?.text == "Report")
    #expect(SwiftName.type("form").dropping(suffix: SwiftName.type("form")) == nil)
    #expect(SwiftName.type("report 2").dropping(prefix: SwiftName.type("report")) == nil, "`2` is no identifier")
    #expect(SwiftName.type("reporter").dropping(prefix: SwiftName.type("report")) == nil, "`er` is no word")
  }

  private func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
