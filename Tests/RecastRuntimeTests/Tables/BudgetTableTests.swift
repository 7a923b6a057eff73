import Foundation
import RecastRuntime
import Testing

@Suite struct BudgetTableTests {
  private let first = CalendarDate(year: 2026, month: 7, day: 1)
  private func day(_ number: Int) throws -> CalendarDate { try #require(first).advanced(by: number - 1) }

  @Test(arguments: [
    #"[["date","tv","radio"],["2026-07-01",1000.50,"0250.0"],["2026-07-02","1e3",12345678901234567890123456789012345678901234567890]]"#,
    #"[]"#, #"[["date"]]"#, #"[[]]"#, #"[["date","tv"],["2026-07-01"],["2026-07-02",1,2,3]]"#,
    #"[["date","tv"],null,"x",{"a":[1.0]},[null,true,{"b":""}],["01.07.2026",""]]"#,
    #"{"not":"a table"}"#, #""""#, #"[["date","tv","tv"],["2026-07-01",1,2],["2026-07-01",3,4]]"#,
  ])
  func whatIsReadIsWrittenCellForCell(json: String) throws {
    #expect(try BudgetTable(json: json).jsonText() == json)
    let coded = try JSONDecoder().decode(
      BudgetTable.self,
      from: JSONEncoder().encode(BudgetTable(json: "[[\"date\"]]"))
    )
    #expect(coded.columns.isEmpty)
  }

  @Test func amountsAreFoundByDayAndColumn() throws {
    let table = try BudgetTable(
      json: #"[["date","tv","tv ","x"],["2026-07-02","7",2,""],["2026-07-01",1.50,"a",null]]"#
    )
    #expect(table.columns == ["tv", "tv ", "x"])
    #expect(try table.dates == [day(2), day(1)])
    #expect(try table[day(2), "tv"] == 7)
    #expect(try table[day(1), "tv"] == Decimal(string: "1.5"))
    #expect(try table[day(1), "tv "] == nil)
    #expect(try table[day(2), "TV"] == nil)
    #expect(try table[day(3), "tv"] == nil)
    #expect(try table.cell(day(2), "tv") == .text("7"))
    #expect(table.rows.map { $0["tv"] } == [7, Decimal(string: "1.5")])
    #expect(table.rows.map(\.cells.count) == [4, 4])
  }

  @Test func settingKeepsTheKindOfTheCell() throws {
    var table = try BudgetTable(json: #"[["date","tv","radio"],["2026-07-01",1,"2"],["2026-07-03",3,"4"]]"#)
    table[try day(1), "tv"] = 10
    table[try day(1), "radio"] = Decimal(string: "20.25")
    table[try day(3), "radio"] = nil
    #expect(try table.jsonText() == #"[["date","tv","radio"],["2026-07-01",10,"20.25"],["2026-07-03",3,""]]"#)
  }

  @Test func newDaysAndColumnsFindTheirPlace() throws {
    var table = try BudgetTable(json: #"[["date","tv"],["2026-07-01",1],["2026-07-03",3]]"#)
    table[try day(2), "radio"] = 5
    let expected = #"[["date","tv","radio"],["2026-07-01",1,0],["2026-07-02",0,5],["2026-07-03",3,0]]"#
    #expect(try table.jsonText() == expected)
    var empty = BudgetTable()
    empty[try day(1), "tv"] = 1
    #expect(try empty.jsonText() == #"[["date","tv"],["2026-07-01",1]]"#)
    empty[try day(9), "other"] = nil
    #expect(empty.columns == ["tv"])
  }

  @Test func aTableIsMadeOfRows() throws {
    let table = try BudgetTable(columns: ["tv", "radio"], rows: [(day(1), [1, 2]), (day(2), [3, 4])])
    #expect(try table.jsonText() == #"[["date","tv","radio"],["2026-07-01",1,2],["2026-07-02",3,4]]"#)
    let daily = BudgetTable(days: try day(1)...day(2), daily: ["tv": 7, "tv": 8])
    #expect(try daily.jsonText() == #"[["date","tv"],["2026-07-01",8],["2026-07-02",8]]"#)
    #expect(
      try table.trimmed(to: day(2)...day(9), columns: ["radio"]).jsonText() == #"[["date","radio"],["2026-07-02",4]]"#
    )
    let errors = [
      "has 1 amounts for 2 columns": { try BudgetTable(columns: ["a", "b"], rows: [(day(1), [1])]) },
      "column \"a\" comes twice": { try BudgetTable(columns: ["a", "a"], rows: []) },
      "day 2026-07-01 comes twice": { try BudgetTable(columns: [], rows: [(day(1), []), (day(1), [])]) },
    ]
    for (text, make) in errors {
      let error = try #require(#expect(throws: BudgetTableError.self) { _ = try make() })
      #expect(error.description.contains(text))
    }
  }

  @Test func totalsAreExactOrRefused() throws {
    let table = try BudgetTable(
      csv: "date,a,b,c\n2026-07-01,0.1,,12345678901234567890123456789012345678\n2026-07-02,0.2, ,0.01\n"
    )
    #expect(try table.total(of: "a") == Decimal(string: "0.3"))
    #expect(try table.total(of: "b") == 0)
    #expect(throws: BudgetTableError(.sumTooLong("c"))) { try table.total(of: "c") }
    let error = try #require(#expect(throws: BudgetTableError.self) { try table.total(of: "d") })
    #expect(error.description.contains("the columns are \"a, b, c\""))
    let words = try BudgetTable(csv: "date,a\n2026-07-01,\"1,000\"\n")
    #expect(throws: BudgetTableError(.noAmount("1,000", column: "a", row: 1))) { try words.totals() }
  }
}
