import RecastTestSupport
import RecastYAMLReader
import Testing

@Suite("Budgets")
struct LimitTests {
  @Test("Repeated doubling through aliases is stopped early", .ownThread(within: .seconds(60)))
  func billionLaughs() {
    var text = "a0: &a0 [lol, lol]\n"
    for level in 1...60 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ", ") + "]\n"
    }
    let reading = Reading(text)
    #expect(reading.root == nil)
    #expect(reading.log.diagnostics.map(\.tag) == [.documentTooLarge])
    #expect(reading.rendered.contains("aliases make this document grow to more than"))
  }

  @Test("Repeated merging is stopped early", .ownThread(within: .seconds(60)))
  func mergeBomb() {
    let base = (0..<1000).map { "k\($0): 0" }.joined(separator: ", ")
    let merges = (0..<20_000).map { "m\($0): {<<: *base}\n" }.joined()
    let reading = Reading("base: &base {\(base)}\n" + merges)
    #expect(reading.log.diagnostics.map(\.tag) == [.documentTooLarge])
  }

  @Test("Deep nesting is an error, not a crash", arguments: ["[", "{a: ", "- ", "? "])
  func depth(opening: String) {
    let reading = Reading(String(repeating: opening, count: 100_000))
    #expect(reading.root == nil)
    #expect(reading.log.diagnostics.last?.tag == .documentTooLarge)
    #expect(reading.log.diagnostics.count <= 2)
  }

  @Test("Depth that comes about through aliases counts")
  func aliasDepth() {
    let limits = YAMLLimits(depth: 10)
    let nested = "a: &a [[[[[[x]]]]]]\n"
    #expect(Reading(nested + "b: [*a]\n", limits: limits).findings.isEmpty)
    #expect(Reading(nested + "b: [[[[*a]]]]\n", limits: limits).findings == ["2:8 error document-too-large"])
  }

  @Test("Nesting up to the limit is read")
  func allowedDepth() {
    let text = String(repeating: "[", count: 500) + String(repeating: "]", count: 500)
    #expect(Reading(text).findings.isEmpty)
    #expect(Reading("[" + text + "]").findings == ["1:501 error document-too-large"])
  }

  @Test("Too many values and too many bytes are errors")
  func counts() {
    #expect(Reading("[1, 2, 3]", limits: YAMLLimits(nodes: 3)).findings == ["1:8 error document-too-large"])
    #expect(Reading("[1, 2, 3]", limits: YAMLLimits(nodes: 4)).findings.isEmpty)
    #expect(Reading("[1, 2, 3]", limits: YAMLLimits(bytes: 8)).findings == ["1:1 error document-too-large"])
  }

  @Test("Huge scalars and keys in their thousands are read in linear time", .ownThread(within: .seconds(60)))
  func hugeParts() {
    let scalar = String(repeating: "x é ", count: 1_000_000)
    #expect(Reading("a: '\(scalar)'\nb: 1\n").root?["a"]?.string == scalar)
    let keys = (0..<200_000).map { "k\($0): é\n" }.joined()
    #expect(Reading(keys).root?["k199999"]?.string == "é")
  }

  @Test("Countless unknown aliases are reported quickly", .ownThread(within: .seconds(60)))
  func manyAliases() {
    let anchors = (0..<20_000).map { "a\($0): &anchor\($0) 1\n" }.joined()
    let aliases = (0..<20_000).map { "b\($0): *ancor\($0)\n" }.joined()
    #expect(Reading(anchors + aliases).log.diagnostics.count == 100)
  }

  @Test("Countless repeated keys do not drown everything else")
  func manyDuplicates() {
    let reading = Reading(String(repeating: "a: 1\n", count: 10_000))
    #expect(reading.log.diagnostics.count == 100)
    #expect(reading.root?.entries.count == 1)
  }

  @Test("Cut off or changed at any byte, a document is read or reported, never more")
  func mutations() {
    let text = Array("a: &x [1, 'é', \"\\u00e9\"]\nb: |\n  t\nc: {<<: {d: *x}}\n? e\n: - f\n  - !!str g # h\n".utf8)
    for position in text.indices {
      _ = Reading(bytes: Array(text[..<position]))
      for byte: UInt8 in [0, 9, 10, 0x22, 0x27, 0x2A, 0x26, 0x3A, 0x5B, 0x7B, 0x7D, 0xC3, 0xFF] {
        var changed = text
        changed[position] = byte
        let reading = Reading(bytes: changed)
        #expect((reading.root == nil) == reading.log.hasErrors)
        _ = reading.rendered
      }
    }
  }
}
