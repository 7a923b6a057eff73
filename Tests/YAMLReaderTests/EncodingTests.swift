import RecastYAMLReader
import Testing

@Suite("Encodings and JSON")
struct EncodingTests {
  @Test("UTF-16 with a byte order mark is read, and places refer to its text", arguments: [true, false])
  func utf16(isBigEndian: Bool) {
    var bytes: [UInt8] = isBigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]
    for unit in "é: [😀, x]\n".utf16 {
      let pair = [UInt8(unit >> 8), UInt8(unit & 0xFF)]
      bytes += isBigEndian ? pair : pair.reversed()
    }
    let reading = Reading(bytes: bytes)
    #expect(outline(reading.root) == "{é: ['😀', 'x']}")
    #expect(reading.root?["é"]?.items.last?.span.text == "x")
    #expect(reading.root?["é"]?.items.last?.span.start ?? (0, 0) == (1, 8))
  }

  @Test("What is not text is an error at its place")
  func notText() {
    #expect(Reading(bytes: Array("a: 1\nb: é".utf8) + [0xFF]).findings == ["2:5 error invalid-encoding"])
    #expect(Reading(bytes: [0x61, 0x3A, 0x20, 0xC3, 0x28]).findings == ["1:4 error invalid-encoding"])
    #expect(Reading(bytes: [0x61, 0x3A, 0x20, 0xE2, 0x82]).findings == ["1:4 error invalid-encoding"])
    #expect(Reading(bytes: [0xFE, 0xFF, 0x00]).findings == ["1:1 error invalid-encoding"])
    #expect(Reading(bytes: [0xFE, 0xFF, 0xD8, 0x00]).findings == ["1:1 error invalid-encoding"])
    #expect(Reading(bytes: [0xFF, 0xFE, 0, 0, 0x61, 0, 0, 0]).findings == ["1:1 error invalid-encoding"])
    #expect(Reading(bytes: [0x61, 0x00, 0x3A, 0x00]).findings == ["1:2 error control-character"])
  }

  @Test("A control character is named")
  func controlCharacter() {
    let reading = Reading("a: x\u{7}y")
    #expect(reading.findings == ["1:5 error control-character"])
    #expect(reading.rendered.contains("control character U+0007 stands in the text"))
  }

  @Test("JSON may be indented with tabs, and its escapes are understood")
  func json() {
    let reading = Reading(
      "\t{\n\t\t\"a\": \"\\/\\b\\u00e9\\ud83d\\ude00\\\\ud83d\",\n\t\"b\"\n\t: [1e5,\t-0.5, \"\"]\n\t}\n\t"
    )
    #expect(reading.root?["a"]?.string == "/\u{8}é😀\\ud83d")
    #expect(outline(reading.root?["b"]) == "[1e5, -0.5, '']")
    #expect(reading.findings.isEmpty)
  }

  @Test("Text that only starts like JSON is not rewritten")
  func notJSON() {
    #expect(Reading("{a: '\\ud83d'}").root?["a"]?.string == "\\ud83d")
    #expect(Reading("[x, '\"', '\\ud83d']").root?.items.last?.string == "\\ud83d")
  }

  @Test("A comma that is missing after a number is an error")
  func missingComma() {
    let reading = Reading("{\"a\": 1\n \"b\": 2}")
    #expect(reading.findings == ["1:7 error yaml-syntax"])
  }

  @Test("Comments may be indented with tabs")
  func tabComments() {
    let reading = Reading("a:\n  - x\n\t\t# note\n  - y\n\t\n\t# note\nb: |\n  t\n  \t# text\n")
    #expect(outline(reading.root) == "{a: ['x', 'y'], b: 't\n\t# text\n'}")
    #expect(reading.root?["b"]?.span.start ?? (0, 0) == (7, 4))
  }

  @Test("A file without a document is an error")
  func documents() {
    #expect(Reading("").findings == ["1:1 error empty-document"])
    #expect(Reading("# nothing\n\n").findings == ["1:1 error empty-document"])
    #expect(Reading("\u{FEFF}").findings == ["1:1 error empty-document"])
    #expect(outline(Reading("%YAML 1.2\n---\na: 1\n...\n").root) == "{a: 1}")
    #expect(outline(Reading("null").root) == "null")
    #expect(outline(Reading("---\n...\n").root) == "null")
  }

  @Test("Of several documents the first that holds anything is read")
  func severalDocuments() {
    let several = Reading("---\n---\na: 1\n---\nb: 2\n---\nc: 3\n")
    #expect(outline(several.root) == "{a: 1}")
    #expect(several.findings == ["4:1 warning several-documents"])
    #expect(Reading("a: 1\n---\nb: [\n").root == nil, "what follows is checked all the same")
  }

  @Test("Line breaks of every system, and lines of any length, are read alike")
  func lineBreaks() {
    let text = "a: |\n  one\n  two\nb: [1,\n  2]\n"
    for lineBreak in ["\n", "\r\n", "\r"] {
      let reading = Reading(text.replacing("\n", with: lineBreak))
      #expect(outline(reading.root) == "{a: 'one\ntwo\n', b: [1, 2]}")
      #expect(reading.root?.entry("b")?.keySpan.start ?? (0, 0) == (4, 1))
    }
    let long = Reading("{\"a\": \"\(String(repeating: "x", count: 300_000))\", \"b\": 1}")
    #expect(long.root?["a"]?.string?.count == 300_000)
    #expect(long.root?.entry("b")?.keySpan.start ?? (0, 0) == (1, 300_011))
  }
}
