import RecastYAMLReader
import Testing

@Suite("Values")
struct ValueTests {
  @Test("A document becomes mappings, lists and scalars in the order of the text")
  func structure() {
    let reading = Reading("b: 1\na: [x, 2.5, null, yes]\nc: {d: 'e', f: true}\ng:\n- h: i\n  j: k\n- l\n")
    #expect(
      outline(reading.root)
        == "{b: 1, a: ['x', 2.5, null, 'yes'], c: {d: 'e', f: true}, g: [{h: 'i', j: 'k'}, 'l']}"
    )
    #expect(reading.findings.isEmpty)
  }

  @Test(
    "Unquoted scalars follow the core schema of YAML 1.2",
    arguments: [
      ("null", YAMLNode.Kind.null), ("~", .null), ("Null", .null), ("NULL", .null), ("nULL", .string),
      ("true", .bool), ("True", .bool), ("FALSE", .bool), ("tRUE", .string),
      ("yes", .string), ("no", .string), ("on", .string), ("off", .string), ("y", .string), ("n", .string),
      ("0", .integer), ("-12", .integer), ("+12", .integer), ("0o17", .integer), ("0x1F", .integer), ("012", .integer),
      ("0b1", .string), ("1_000", .string), ("1:30", .string), ("0o8", .string), ("0x", .string),
      ("1.0", .float), (".5", .float), ("1.", .float), ("1e3", .float), ("-1.5E-3", .float), ("1e", .string),
      (".inf", .float), ("-.Inf", .float), (".NaN", .float), ("-.nan", .string), (".", .string), ("+", .string),
      ("3.0.1", .string), ("2024-01-31", .string), ("2024-01-31T10:00:00Z", .string), ("1,000", .string),
    ]
  )
  func coreSchema(text: String, kind: YAMLNode.Kind) {
    let node = Reading("key: \(text)").root?["key"]
    #expect(node?.kind == kind)
    #expect(node?.scalarText == text)
  }

  @Test("Quotes make strings, and tags say what a scalar is")
  func quotesAndTags() {
    let reading = Reading("[\"1\", 'true', !!str 2, !!int \"3\", !!float 4, !!bool 'true', !!null '', ! 5]")
    #expect(outline(reading.root) == "['1', 'true', '2', 3, 4, true, null, '5']")
    #expect(reading.findings.isEmpty)
  }

  @Test("A tag that does not fit or is not known is reported")
  func oddTags() {
    #expect(Reading("a: !!int x").findings == ["1:10 warning yaml-tag"])
    #expect(Reading("a: !include x").findings == ["1:13 warning yaml-tag"])
    #expect(Reading("a: !thing {}").findings == ["1:4 warning yaml-tag"])
    #expect(Reading("!!map\na: !!seq [1]").findings.isEmpty)
  }

  @Test("Block scalars keep or fold their lines")
  func blockScalars() {
    let reading = Reading("a: |\n  x\n   y\n\n  z\nb: >-\n  x\n  y\n\n  z\nc: |2+\n    t\n\n")
    #expect(reading.root?["a"]?.string == "x\n y\n\nz\n")
    #expect(reading.root?["b"]?.string == "x y\nz")
    #expect(reading.root?["c"]?.string == "  t\n\n")
  }

  @Test("Any scalar is usable as a key, by its text")
  func keys() {
    let reading = Reading("200: a\n1.0: b\ntrue: c\nnull: d\n'e': f\n? g\n: h\nno: i\n")
    for (key, value) in ["200": "a", "1.0": "b", "true": "c", "null": "d", "e": "f", "g": "h", "no": "i"] {
      #expect(reading.root?[key]?.string == value)
    }
    #expect(reading.root?["201"] == nil)
    #expect(reading.findings.isEmpty)
  }

  @Test("Keys of large mappings are found, and only those")
  func largeMapping() {
    let reading = Reading((0..<5000).map { "key\($0): \($0)\n" }.joined())
    #expect(reading.root?.entries.count == 5000)
    for number in 0..<5000 { #expect(reading.root?["key\(number)"]?.scalarText == "\(number)") }
    #expect(reading.root?["key5000"] == nil && reading.root?[""] == nil)
  }

  @Test("Keys that look alike but are written differently are different")
  func unicodeKeys() {
    let reading = Reading("e\u{301}: 1\n\u{E9}: 2\n")
    #expect(reading.root?["e\u{301}"]?.scalarText == "1")
    #expect(reading.root?["\u{E9}"]?.scalarText == "2")
    #expect(reading.findings.isEmpty)
  }

  @Test("A value that is not there is null")
  func missingValues() {
    #expect(
      outline(Reading("a:\nb: [x, ]\nc: ''\n-1: {d: , e}").root) == "{a: null, b: ['x'], c: '', -1: {d: null, e: null}}"
    )
  }

  @Test("Repeated keys: the last counts, and both places are named")
  func duplicates() {
    let reading = Reading("a: 1\nb: 2\na: 3\n")
    #expect(outline(reading.root) == "{a: 3, b: 2}")
    #expect(
      reading.rendered == """
        test.yaml:3:1: warning: key `a` is given twice [duplicate-key]
        3 | a: 3
          | ^ this one counts
        test.yaml:1:1: note: first given here
        1 | a: 1
          | ^
        help: remove or rename one of the two

        """
    )
  }
}
