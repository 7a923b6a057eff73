import RecastDiagnostics
import Testing

@Suite("Places in a file")
struct SourceFileTests {
  @Test("Lines end at LF, CRLF and CR; columns count characters")
  func positions() {
    let file = SourceFile(path: "a", bytes: Array("ab\ncd\r\né€😀x\rz".utf8))
    let places = [0, 2, 3, 7, 9, 12, 16, 18].map { file.position(at: $0) }
    #expect(places.map(\.line) == [1, 1, 2, 3, 3, 3, 3, 4])
    #expect(places.map(\.column) == [1, 3, 1, 1, 2, 3, 4, 1])
    #expect(file.lineCount == 4)
    #expect(file.range(ofLine: 2) == 3..<5)
    #expect(file.range(ofLine: 5) == nil)
  }

  @Test("Places outside of the file are those of its ends")
  func outside() {
    let file = SourceFile(path: "a", bytes: Array("ab".utf8))
    #expect(file.position(at: 99) == (1, 3))
    #expect(file.position(at: -1) == (1, 1))
    #expect(file.span(1..<99).range == 1..<2)
    #expect(SourceFile(path: "a", bytes: []).position(at: 0) == (1, 1))
  }

  @Test("Columns in a line of megabytes are exact, and found quickly")
  func longLine() {
    let file = SourceFile(path: "a", bytes: Array(String(repeating: "é", count: 1_000_000).utf8))
    for character in stride(from: 0, to: 1_000_000, by: 997) {
      #expect(file.position(at: character * 2) == (1, character + 1))
    }
    #expect(file.position(at: 4096) == (1, 2049))
    #expect(file.position(at: 2_000_000) == (1, 1_000_001))
  }
}
