import RecastRuntime
import Testing

@Suite struct CSVTests {
  /// Parses a text cut into pieces of a size.
  private func parse(_ text: String, pieces: Int = .max, separator: Character = ",") throws -> [[String]] {
    var parser = CSVParser(separator: separator)
    var rows: [CSVFields] = []
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      try parser.parse(Array(bytes.prefix(pieces)), into: &rows)
      bytes = bytes.dropFirst(pieces)
    }
    try parser.finish(into: &rows)
    return rows.map { Array($0) }
  }

  @Test(arguments: [
    ("", []),
    ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
    ("a,b\r\n1,2", [["a", "b"], ["1", "2"]]),
    ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
    ("\u{FEFF}a\n", [["a"]]),
    ("a,,\n,\n", [["a", "", ""], ["", ""]]),
    ("\"a,b\",\"c\"\"d\",\"\"\n", [["a,b", "c\"d", ""]]),
    ("\"line\r\nbreak\",x\n", [["line\r\nbreak", "x"]]),
    ("\n\na\n\n\r\n\r\nb\n\n", [["a"], ["b"]]),
    ("\"\"\n", [[""]]),
    ("\"\"", [[""]]),
    ("a\"b,c\"\n", [["a\"b", "c\""]]),
    ("\"a\"b,c\n", [["ab", "c"]]),
    ("a,", [["a", ""]]),
    ("é,日本,😀\n", [["é", "日本", "😀"]]),
    (" a , b \n", [[" a ", " b "]]),
    ("\"\"\"\"\n", [["\""]]),
  ])
  func rowsAreTheSameHoweverTheBytesArrive(text: String, rows: [[String]]) throws {
    #expect(try parse(text) == rows)
    for pieces in 1...8 {
      #expect(try parse(text, pieces: pieces) == rows)
    }
  }

  @Test func otherSeparators() throws {
    #expect(try parse("a;b,c\n", separator: ";") == [["a", "b,c"]])
    #expect(try parse("a\tb\n", separator: "\t") == [["a", "b"]])
  }

  @Test func anIncompleteByteOrderMarkIsContent() throws {
    var parser = CSVParser()
    var rows: [CSVFields] = []
    try parser.parse([0xEF], into: &rows)
    try parser.parse([0xBB], into: &rows)
    try parser.finish(into: &rows)
    #expect(rows.count == 1 && rows[0].count == 1)
  }

  @Test func anOpenQuoteAtTheEndIsAnError() throws {
    let error = try #require(#expect(throws: CSVError.self) { try parse("a\n\"b\nc\n") })
    #expect(error.description == "CSV line 2: the file ends inside a quoted field that began on line 2")
  }

  @Test func rowsAreBounded() throws {
    for text in ["\"aaaaaaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaaaaaaaaaa", ",,,,,,,,,,,,,,,,,,,,,,,,"] {
      var parser = CSVParser(limits: CSVLimits(bytesPerRow: 16))
      var rows: [CSVFields] = []
      #expect(throws: CSVError.self) { try parser.parse(Array(text.utf8), into: &rows) }
    }
  }

  private func rows(_ text: String, pieces: Int = 3) -> CSVRows<AsyncStream<[UInt8]>> {
    let bytes = Array(text.utf8)
    return CSVRows(
      AsyncStream { continuation in
        for start in stride(from: 0, to: bytes.count, by: pieces) {
          continuation.yield(Array(bytes[start..<min(start + pieces, bytes.count)]))
        }
        continuation.finish()
      }
    )
  }

  @Test func rowsAreReadByTheNamesOfTheirColumns() async throws {
    var seen: [CSVRow] = []
    for try await row in rows("date,channel,spend,channel\n2026-01-01,\"TV, linear\",12.5,x\n2026-01-02,Radio\n") {
      seen.append(row)
    }
    #expect(seen.map { $0["channel"] } == ["TV, linear", "Radio"])
    #expect(seen[0]["spend"] == "12.5" && seen[0][3] == "x" && seen[0][4] == nil && seen[0]["none"] == nil)
    #expect(seen[1]["spend"] == nil && seen[1][0] == "2026-01-02")
    #expect(seen[0].dictionary == ["date": "2026-01-01", "channel": "TV, linear", "spend": "12.5"])
    #expect(seen[0].header === seen[1].header)
    #expect(seen.map(\.line) == [2, 3])
  }

  @Test func rowsBeforeAnErrorAreDelivered() async throws {
    var count = 0
    let error = await #expect(throws: CSVError.self) {
      for try await _ in rows("a\n1\n2\n\"3\n", pieces: 100) { count += 1 }
    }
    #expect(count == 2)
    #expect(error?.line == 4)
  }

  @Test func aFileOfNothingButAHeaderHasNoRows() async throws {
    for text in ["", "a,b", "a,b\r\n"] {
      for try await row in rows(text) {
        Issue.record("unexpected \(row)")
      }
    }
  }
}
