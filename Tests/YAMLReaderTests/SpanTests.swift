import RecastDiagnostics
import RecastYAMLReader
import Testing

@Suite("Places")
struct SpanTests {
  /// The source texts of all keys and values, in order, by the paths to them.
  private func texts(_ node: YAMLNode?, path: String = "") -> [String: String] {
    guard let node else { return [:] }
    var texts = [path: node.span.text]
    for (position, item) in node.items.enumerated() {
      texts.merge(self.texts(item, path: "\(path)/\(position)")) { first, _ in first }
    }
    for entry in node.entries {
      texts["\(path)/\(entry.key)?"] = entry.keySpan.text
      texts.merge(self.texts(entry.value, path: "\(path)/\(entry.key)")) { first, _ in first }
    }
    return texts
  }

  @Test("The text at a span is the value as it is written", arguments: ["\n", "\r\n", "\r"], ["", "\u{FEFF}"])
  func asWritten(lineBreak: String, mark: String) {
    let text = """
      # ünïcödé 😀
      plain: some text
      "quoted": "a \\" b é"
      'sïngle': 'it''s'
      folded: a
        b
      block: |
        x
        y

      list:
        - 1
        - [2, {k: v}]
      tagged: &anchor !!str 3
      map: &a # comment
        k: !x
          - 😀
      none:
      """
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    let found = texts(Reading(mark + lines.joined(separator: lineBreak)).root)
    let expected = [
      "/plain?": "plain", "/plain": "some text", "/quoted?": "\"quoted\"", "/quoted": "\"a \\\" b é\"",
      "/sïngle?": "'sïngle'", "/sïngle": "'it''s'", "/folded": "a\n  b", "/block": "|\n  x\n  y",
      "/list": "- 1\n  - [2, {k: v}]", "/list/0": "1", "/list/1": "[2, {k: v}]", "/list/1/1": "{k: v}",
      "/list/1/1/k?": "k", "/list/1/1/k": "v", "/tagged": "3", "/map": "k: !x\n    - 😀", "/map/k": "- 😀",
      "/map/k/0": "😀", "/none": "",
    ]
    for (path, text) in expected {
      #expect(found[path] == text.replacing("\n", with: lineBreak), "\(path)")
    }
  }

  @Test("Lines and columns are those that an editor shows")
  func positions() throws {
    let root = try #require(Reading("a: é\nbé: [x, 😀, z]\n").root)
    #expect(root["a"]?.span.start ?? (0, 0) == (1, 4))
    #expect(root["bé"]?.items.last?.span.start ?? (0, 0) == (2, 12))
    #expect(root.entry("bé")?.keySpan.description == "test.yaml:2:1")
  }

  @Test("Compact JSON has exact places")
  func json() {
    let found = texts(Reading(#"{"a":1,"b":[true,null,"x"],"c":{"d":"e\u00e9"}}"#).root)
    #expect(found["/a"] == "1" && found["/b"] == #"[true,null,"x"]"# && found["/b/1"] == "null")
    #expect(found["/c"] == #"{"d":"e\u00e9"}"# && found["/c/d"] == #""e\u00e9""# && found["/c/d?"] == #""d""#)
  }

  @Test("Places stay exact after text that had to be rewritten for libyaml")
  func rewrittenJSON() {
    let key = String(repeating: "k", count: 3000)
    let text = "\t{\"p\":\"\\ud83d\\ude00\",\"q\":\"\u{7F}\u{9B}\\ud800\",\"\(key)\":[1,\"z\"],\"r\"\n:2}"
    let reading = Reading(text)
    let found = texts(reading.root)
    #expect(reading.root?["p"]?.string == "😀")
    #expect(reading.root?["q"]?.string == "\u{7F}\u{9B}\u{FFFD}")
    #expect(found["/p"] == "\"\\ud83d\\ude00\"" && found["/q"] == "\"\u{7F}\u{9B}\\ud800\"")
    #expect(found["/\(key)?"] == "\"\(key)\"" && found["/\(key)/1"] == "\"z\"")
    #expect(found["/r?"] == "\"r\"" && found["/r"] == "2")
    #expect(reading.findings == ["1:29 warning lone-surrogate"])
  }
}
