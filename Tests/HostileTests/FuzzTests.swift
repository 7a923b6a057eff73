import Foundation
import RecastFuzz
import RecastTestSupport
import Testing

/// A short run of what `dev fuzz` does for hours.
@Suite("Changed documents", .ownThread)
struct FuzzTests {
  private static let documents = GoldenCase.all.compactMap { $0.text("document.yaml") }.map { Array($0.utf8) }

  @Test("come out as plain code or as findings with places", arguments: 1...150)
  func seeds(_ seed: Int) {
    let faults = FuzzCase.faults(of: FuzzCase(seed: UInt64(seed), documents: Self.documents).document)
    #expect(faults == [], "swift run dev fuzz --seed \(seed) --count 1 Tests/GoldenTests/Cases")
  }

  @Test("are the same for the same seed")
  func determinism() {
    let first = FuzzCase(seed: 7, documents: Self.documents).document
    #expect(first == FuzzCase(seed: 7, documents: Self.documents).document)
    #expect(first != FuzzCase(seed: 8, documents: Self.documents).document)
  }

  @Test("are made as small as they can be without losing a fault")
  func minimizer() {
    let document = Array("{\"a\": [1, 2, {\"wrong\": true, \"b\": 3}], \"c\": {\"d\": 4}}".utf8)
    var minimizer = Minimizer(attempts: 1000) { String(decoding: $0, as: UTF8.self).contains("wrong") }
    let smallest = String(decoding: minimizer.smallest(document), as: UTF8.self)
    #expect(smallest == "{\"a\": [{\"wrong\": true}]}\n")
  }
}

/// What the lexer must not let pass: it would prove nothing otherwise.
@Suite("The lexer of generated code")
struct LexerTests {
  @Test(
    "finds text that broke out",
    arguments: [
      "let a = \"x", "let a = \"\"\"\nx\n\"\"\"", "let a = #\"x\"#", "/* x */", "// x\n// y", "#if os(Linux)",
      "let a = 1;",
      "let a = \"\\q\"", "let a = \"\\u{110000}\"", "let a = \"\\(b\"", "func a() {", "}", "let a\u{2028}= 1",
      "let a\t= 1",
      "let a = \"\u{202E}\"", "`a b`", "/// a\u{85}let b = 1",
    ]
  )
  func faults(_ text: String) {
    #expect(!SwiftLexer.read("// Notice.\n" + text).faults.isEmpty)
  }

  @Test("knows what is code and what is text")
  func tokens() {
    let source = SwiftLexer.read("/// \"import\nlet a = \"/* \\\" #if \\(b.c) }\" + `in`")
    #expect(source.faults == [])
    #expect(
      source.tokens == [
        .word("let", isQuoted: false), .word("a", isQuoted: false), .mark("="), .text, .mark("("),
        .word("b", isQuoted: false), .mark("."), .word("c", isQuoted: false), .mark(")"), .text, .mark("+"),
        .word("in", isQuoted: true),
      ]
    )
  }

  @Test("counts declarations, and finds imports of other modules and names of devices")
  func check() {
    let code = GeneratedCodeCheck([("A.swift", "import Foundation\nstruct A { let b = c.init(case: 1) }")])
    #expect(code.faults == [])
    #expect(code.declarations == ["import": 1, "struct": 1, "let": 1])
    #expect(GeneratedCodeCheck([("A.swift", "import Glibc")]).faults.count == 1)
    #expect(GeneratedCodeCheck([("Con.swift", ""), ("a/b/c.swift", ""), ("../x.swift", "")]).faults.count == 3)
    #expect(GeneratedCodeCheck([("A.swift", ""), ("B/a.swift", "")]).faults.count == 1)
  }
}
