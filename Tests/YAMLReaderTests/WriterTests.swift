import RecastDiagnostics
import RecastTestSupport
import RecastYAMLReader
import Testing

@Suite("Writing", .ownThread)
struct WriterTests {
  private func expectRoundTrip(_ node: YAMLNode, _ name: String) {
    let yaml = YAMLWriter.text(of: node)
    let again = Reading(yaml)
    #expect(again.root.map { $0.isEqual(to: node) } == true, "\(name): \(again.rendered.prefix(500))")
    #expect(again.findings.isEmpty, "\(name): \(again.rendered.prefix(500))")
    #expect(again.root.map { YAMLWriter.text(of: $0) } == yaml, "\(name) is written differently the second time")
  }

  @Test("YAML is in block style, with quotes where somebody could take a text for something else")
  func yaml() throws {
    let root = try #require(
      Reading("{a: {b: [1, [x, []], {c: d, e: {}}]}, f: 'no', g: ~, 200: \"x\\ny\\n\", h: 1.0.0, i: TRUE}").root
    )
    #expect(
      YAMLWriter.text(of: root) == """
        a:
          b:
            - 1
            - - x
              - []
            - c: d
              e: {}
        f: "no"
        g: null
        "200": |
          x
          y
        h: "1.0.0"
        i: TRUE

        """
    )
  }

  @Test("JSON is indented, and has numbers of its own")
  func json() throws {
    let root = try #require(
      Reading("a: [0x1F, 0o17, +1, .5, 1., 007, -1.50e+3, .inf, -.NaN, TRUE, ~, {}]\nb: {200: \"x\\u2028\"}").root
    )
    #expect(
      JSONWriter.text(of: root) == """
        {
          "a": [
            31,
            15,
            1,
            0.5,
            1.0,
            7,
            -1.50e+3,
            ".inf",
            "-.NaN",
            true,
            null,
            {}
          ],
          "b": {
            "200": "x\\u2028"
          }
        }

        """
    )
  }

  @Test("Whatever a text looks like, it reads back the same", arguments: [false, true])
  func texts(isJSON: Bool) throws {
    let pieces = [
      "- a", "? a", ": a", "a: b", "a #b", "a:", "#", "&a", "*a", "!a", "|", ">", "%a", "@a", "`a", "=", "<<", "~",
      "null",
      "true", "Yes", "on", "1", "1e3", "0x1", ".inf", "1:30", "2024-01-31", "---", "...", "a\n", "a\n\n", "\na",
      "a\n b",
      " a\nb", "a \nb", "a\n\tb", "a\nb", "a\n\nb", "# a\nb", "- a\n- b", "'a' \"b\"", "\\", "C:\\a", "a'b", "[a", "{a",
      "a, b",
    ]
    for text in HostileText.samples + pieces {
      let quoted = JSONText.quoted(text)
      let document =
        "{\"k\": \(quoted), \(JSONText.quoted("x" + text)): [\(quoted), {\"m\": \(quoted)}], \"d\": [[[\(quoted)]]]}"
      let node = try #require(Reading(document).root, "\(document)")
      #expect(node["k"]?.string?.utf8.elementsEqual(text.utf8) == true)
      if isJSON {
        #expect(Reading(JSONWriter.text(of: node)).root?.isEqual(to: node) == true, "\(document)")
      } else {
        expectRoundTrip(node, document)
      }
    }
  }

  @Test("Long keys, deep nesting, tags and a root of any kind read back the same")
  func extremes() throws {
    let long = String(repeating: "k ", count: 1000) + "k"
    let deep = String(repeating: "{? \"\(long)\" : [", count: 60) + "0x1F" + String(repeating: "]}", count: 60)
    for document in [
      "? \"\(long)\"\n: {a: [1]}\nb: \"\(long)\"", deep, "!!float 4", "[!!float 4, !!int 0x1, !!str 4, !!str, ! x]",
      "x",
      "\"a\\nb\"", "[]", "{}", "~", "a: &a [1]\nb: *a",
    ] {
      expectRoundTrip(try #require(Reading(document).root), String(document.prefix(50)))
    }
  }

  @Test(
    "Real documents read back the same from YAML and JSON",
    .enabled(if: Corpus.isExpected),
    arguments: ["rswag", "features", "overlay/oai-compliant-sets", "public"]
  )
  func corpus(folder: String) throws {
    for path in try Corpus.documents(below: [folder]) {
      let bytes = try Corpus.bytes(of: path)
      guard bytes.count < 400_000, let node = Reading(bytes: bytes).root else { continue }
      expectRoundTrip(node, path)
      let json = Reading(JSONWriter.text(of: node))
      #expect(json.findings.isEmpty && json.root?.entries.count == node.entries.count, "\(path)")
    }
  }
}

/// JSON strings with everything escaped that is not plain ASCII, independent of the writer.
private enum JSONText {
  static func quoted(_ text: String) -> String {
    "\""
      + text.utf16.map { unit in
        let digits = String(unit, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined() + "\""
  }
}
