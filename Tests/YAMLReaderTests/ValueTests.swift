import RecastYAMLReader
import Testing

@Suite("Values")
struct ValueTests {
  @Test("A document becomes mappings, lists and scalars in the order of the text")
  func structure() {
    let reading = Reading("b: 1\na: [x, 2.5, null, yes]\nc: {d: 'e', f: true}\n")
    #expect(outline(reading.root) == "{b: 1, a: ['x', 2.5, null, 'yes'], c: {d: 'e', f: true}}")
    #expect(reading.findings.isEmpty)
  }
}
