import Foundation
import RecastRuntime
import Testing

@Suite struct BudgetTextTests {
  private let day = CalendarDate(year: 2026, month: 7, day: 1)

  @Test func csvIsReadWithWhateverMakesUpAFile() throws {
    let text =
      "\u{FEFF}date,\"tv, linear\",\"a \"\"b\"\"\"\r\n2026-07-01,1000.50,99999999999999999999999999999999999999999999\r\n"
    let table = try BudgetTable(csv: text)
    #expect(table.columns == ["tv, linear", "a \"b\""])
    #expect(try table[#require(day), "tv, linear"] == Decimal(string: "1000.5"))
    #expect(table.rows.first?.cell("a \"b\"") == .text("99999999999999999999999999999999999999999999"))
    #expect(table.csv() == String(text.dropFirst()))
    #expect(table.csv(lineEnd: .lf) == text.dropFirst().replacing("\r\n", with: "\n"))
    #expect(try BudgetTable(csv: "").csv() == "")
  }

  @Test func aLineWithoutADayIsNamed() {
    #expect(throws: BudgetTableError(.noDay("Total", line: 3))) {
      try BudgetTable(csv: "date,tv\n2026-07-01,1\nTotal,1\n")
    }
    #expect(throws: CSVError.self) { try BudgetTable(csv: "date\n\"2026") }
  }

  @Test(arguments: 0..<200)
  func jsonAndCSVAgreeOnEveryText(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    let table = Self.randomTable(&random)
    #expect(try BudgetTable(json: table.jsonText()) == table)
    let back = try BudgetTable(csv: table.csv(lineEnd: seed.isMultiple(of: 2) ? .crlf : .lf))
    #expect(back.columns == table.columns)
    #expect(back.dates == table.dates)
    for (left, right) in zip(back.rows, table.rows) { #expect(left.cells.map(\.text) == right.cells.map(\.text)) }
    #expect(back.csv() == table.csv())
  }

  @Test(arguments: 0..<200)
  func changesTurnOneTableIntoTheOther(seed: Int) throws {
    var random = SplitMix(state: UInt64(seed))
    var base = Self.randomTable(&random)
    while base.dates.isEmpty || base.columns.isEmpty { base = Self.randomTable(&random) }
    var edited = base
    for _ in 0..<Int.random(in: 0..<6, using: &random) {
      let (day, column) = (base.dates.randomElement(using: &random), base.columns.randomElement(using: &random))
      if let day, let column { edited[day, column] = Decimal(Int.random(in: 0..<50, using: &random)) }
    }
    let changes = edited.changes(since: base)
    var patched = base
    for row in changes.rows {
      for column in changes.columns { if let day = row.date { patched[day, column] = row[column] } }
    }
    for day in edited.dates { for column in edited.columns { #expect(patched[day, column] == edited[day, column]) } }
    #expect(edited.changes(since: edited).isEmpty)
    for row in changes.rows { #expect(row.cells.count == changes.columns.count + 1) }
  }

  @Test func aPatchHasNoHoles() throws {
    let day = try #require(day)
    var patch = BudgetTable.Patch()
    #expect(try BudgetTable(patch).jsonText() == "[]")
    patch[day, "tv"] = 5
    #expect(try BudgetTable(patch).jsonText() == #"[["date","tv"],["2026-07-01",5]]"#)
    patch[day.advanced(by: 1), "radio"] = 6
    let missing = ["radio on 2026-07-01", "tv on 2026-07-02"]
    #expect(throws: BudgetTableError(.incompletePatch(missing: missing))) { try BudgetTable(patch) }
    let base = try BudgetTable(csv: "date,radio,tv\n2026-07-01,1,2\n2026-07-02,3,4.50\n")
    let expected = #"[["date","tv","radio"],["2026-07-01","5","1"],["2026-07-02","4.50","6"]]"#
    #expect(try BudgetTable(patch, filledFrom: base).jsonText() == expected)
    patch[day, "tv"] = nil
    #expect(try BudgetTable(patch).jsonText() == #"[["date","radio"],["2026-07-02",6]]"#)
  }

  @Test func csvTextHasOneKindOfLineEnd() throws {
    #expect(CSVText("\u{FEFF}a\r\nb\rc\n\r\r\n").text == "a\nb\nc\n\n\n")
    #expect(try CSVText("a\r\n").jsonText() == #""a\n""#)
    #expect(try CSVText(json: #""a\r\nb""#).jsonText() == #""a\r\nb""#)
    #expect(CSVText(verbatim: "a\r\n").text == "a\r\n")
    #expect(try CSVText("a,b\r\n\"1\r\n2\",3").rows().map(Array.init) == [["a", "b"], ["1\n2", "3"]])
  }

  /// A table in shape, with odd names and amounts.
  private static func randomTable(_ random: inout SplitMix) -> BudgetTable {
    let names = ["tv", "tv, linear", "\"quoted\"", "line\nbreak", "é", " ", "Search & Social", "x\r\ny", ""]
    let amounts = [
      "1", "\"0.10\"", "\"\"", "1e3", "-0", "123456789012345678901234567890.5", "null", "\"1,000\"", "true",
    ]
    let columns = Array(
      Set(
        (0..<Int.random(in: 0..<5, using: &random)).compactMap { _ in
          names.randomElement(using: &random)
        }
      )
    ).sorted()
    var lines = [(["\"date\""] + columns.map { (try? $0.jsonText()) ?? "\"\"" }).joined(separator: ",")]
    for number in 1..<Int.random(in: 1..<9, using: &random) {
      let cells = columns.map { _ in amounts.randomElement(using: &random) ?? "0" }
      lines.append((["\"2026-07-0\(number)\""] + cells).joined(separator: ","))
    }
    return (try? BudgetTable(json: "[\(lines.map { "[\($0)]" }.joined(separator: ","))]")) ?? BudgetTable()
  }
}

/// Numbers that are the same in each run.
struct SplitMix: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var value = state
    value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
    return value ^ (value >> 31)
  }
}
