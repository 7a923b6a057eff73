import RecastYAMLReader
import Testing

@Suite("Aliases and merge keys")
struct AliasTests {
  @Test("An alias is the very value that its anchor marks")
  func shared() {
    let root = Reading("a: &x {b: 1}\nc: *x\nd: {b: 1}\n").root
    #expect(root?["a"]?.id == root?["c"]?.id)
    #expect(root?["a"]?.id != root?["d"]?.id)
    #expect(root?["c"]?.span.text == "{b: 1}")
  }

  @Test("An alias can be a key")
  func aliasAsKey() {
    #expect(outline(Reading("a: &x name\n*x : 1\n").root) == "{a: 'name', name: 1}")
  }

  @Test("The anchor above counts when a name is used again")
  func reusedName() {
    #expect(outline(Reading("[&a 1, *a, &a 2, *a]").root) == "[1, 1, 2, 2]")
  }

  @Test("Merge keys take over entries where they stand; the mapping's own win, then earlier sources")
  func merge() {
    let reading = Reading(
      """
      base: &base {a: 1, b: 2}
      more: &more {b: 3, c: 4}
      one: {x: 0, <<: *base, b: 9, y: 5}
      two: {<<: [*base, *more], z: 6}
      three: {<<: {q: 7}}
      four: {"<<": 8}
      """
    )
    #expect(reading.findings.isEmpty)
    #expect(outline(reading.root?["one"]) == "{x: 0, a: 1, b: 9, y: 5}")
    #expect(outline(reading.root?["two"]) == "{a: 1, b: 2, c: 4, z: 6}")
    #expect(outline(reading.root?["three"]) == "{q: 7}")
    #expect(outline(reading.root?["four"]) == "{<<: 8}")
    #expect(reading.root?["one"]?["a"]?.id == reading.root?["base"]?["a"]?.id)
    #expect(reading.root?["one"]?.entry("a")?.keySpan.start.line == 1)
  }

  @Test("A merged mapping can be merged again, and large ones are still searched quickly")
  func mergeChain() {
    let base = (0..<40).map { "k\($0): \($0)" }.joined(separator: ", ")
    let reading = Reading("a: &a {\(base)}\nb: &b {<<: *a, k1: own}\nc: {<<: *b, k2: mine}\n")
    #expect(reading.root?["c"]?["k1"]?.string == "own")
    #expect(reading.root?["c"]?["k2"]?.string == "mine")
    #expect(reading.root?["c"]?["k39"]?.scalarText == "39")
    #expect(reading.root?["c"]?.entries.map(\.key) == ["k0"] + (3..<40).map { "k\($0)" } + ["k1", "k2"])
  }

  @Test("A merge key that refers to anything else is an error at that place")
  func invalidMerge() {
    #expect(Reading("a: {<<: 1}").findings == ["1:9 error invalid-merge"])
    #expect(Reading("a: {<<: [{}, [x]]}").findings == ["1:14 error invalid-merge"])
  }

  @Test("An alias inside of what it refers to is an error")
  func recursive() {
    let reading = Reading("a: &x\n  b: [1, *x]\n")
    #expect(reading.root == nil)
    #expect(reading.findings == ["2:10 error recursive-alias"])
    #expect(Reading("a: &x\n  <<: *x\n").findings == ["2:7 error recursive-alias"])
  }

  @Test("An alias without an anchor is an error that names the nearest anchor")
  func unknown() {
    let reading = Reading("a: &error_body {}\nb: *eror_body\nc: *thing\n")
    #expect(reading.findings == ["2:4 error unknown-alias", "3:4 error unknown-alias"])
    #expect(reading.rendered.contains("help: did you mean `error_body`?"))
  }

  @Test("A list or mapping as a key is left out", arguments: ["? [a]\n: 1", "{{a}: 1}", "a: &x []\n*x : 1"])
  func complexKeys(text: String) {
    let reading = Reading(text)
    #expect(reading.root?.entries.contains { $0.value.kind == .integer } == false)
    #expect(reading.log.diagnostics.map(\.tag) == [.complexKey] && !reading.log.hasErrors)
  }
}
