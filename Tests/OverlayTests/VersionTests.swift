import Testing

@Suite("Differences between the versions")
struct VersionTests {
  @Test(
    "What a target may be, and what becomes of it",
    arguments: [
      ("a: 1", "$.a", "2", nil, "{a: 2}"),
      ("a: null", "$.a", "2", nil, "{a: 2}"),
      ("a: [1, 2]", "$.a[0]", "3", nil, "{a: [3, 2]}"),
      ("a: [{b: 1}, {b: 2}]", "$.a[1]", "{c: 3}", "{a: [{b: 1}, {b: 2, c: 3}]}", "{a: [{b: 1}, {b: 2, c: 3}]}"),
      ("a: [1]", "$.a", "2", "{a: [1, 2]}", "{a: [1, 2]}"),
      ("a: [1]", "$.a", "{b: 2}", "{a: [1, {b: 2}]}", "{a: [1, {b: 2}]}"),
      ("a: [1]", "$.a", "[2, 3]", "{a: [1, [2, 3]]}", "{a: [1, 2, 3]}"),
      ("a: [[1]]", "$.a", "[[2]]", "{a: [[1], [[2]]]}", "{a: [[1], [2]]}"),
      ("a: [[1]]", "$.a[0]", "[2]", "{a: [[1, [2]]]}", "{a: [[1, 2]]}"),
      ("a: {b: [1]}", "$.a", "{b: [2]}", "{a: {b: [1, 2]}}", "{a: {b: [1, 2]}}"),
      ("a: {b: [[1]]}", "$.a", "{b: [[2]]}", "{a: {b: [[1], [2]]}}", "{a: {b: [[1], [2]]}}"),
      ("a: {}\nb: []", "$.*", "{c: 1}", "{a: {c: 1}, b: [{c: 1}]}", nil),
      ("a: {}", "$.a", "1", nil, nil), ("a: 1", "$.a", "{}", nil, nil), ("a: {b: 1}", "$.a", "{b: []}", nil, nil),
    ] as [(String, String, String, String?, String?)]
  )
  func targets(document: String, target: String, update: String, v1_0: String?, v1_1: String?) {
    for (version, expected) in [("1.0.0", v1_0), ("1.1.0", v1_1)] {
      let application = Application("  - {target: '\(target)', update: \(update)}", to: document, version: version)
      #expect(application.result.map { outline($0) } == expected, "\(version): \(application.rendered)")
      #expect(application.log.hasErrors == (expected == nil))
    }
  }

  @Test("Overlay 1.0 says which version replaces plain values")
  func plainValues() {
    let application = Application("  - {target: $.a, update: 2}", to: "a: 1", version: "1.0.0")
    #expect(application.findings == ["overlay.yaml:4:14 error overlay-mismatch"])
    #expect(application.rendered.contains("help: write `overlay: 1.1.0`"))
  }

  @Test("Overlay 1.0 warns that a list becomes one item of a list")
  func lists() {
    let application = Application("  - {target: $.a, update: [2]}", to: "a: [1]", version: "1.0.0")
    #expect(application.findings == ["overlay.yaml:4:27 warning overlay-mismatch"])
    #expect(Application("  - {target: $.a, update: [2]}", to: "a: [[1]]", version: "1.0.0").findings.isEmpty)
  }

  @Test("Plain values are removed in both versions")
  func removal() {
    for version in ["1.0.0", "1.1.0"] {
      let application = Application("  - {target: '$.a[?@ == 2]', remove: true}", to: "a: [1, 2]", version: version)
      #expect(outline(application.result) == "{a: [1]}")
    }
  }
}
