import Foundation
import Testing

@testable import RecastSandbox

@Suite("Calendar, CSV and request targets")
struct PiecesTests {
  @Test("Days agree with Foundation's calendar over four centuries")
  func calendar() throws {
    var calendar = Calendar(identifier: .gregorian)
    calendar.timeZone = try #require(TimeZone(identifier: "UTC"))
    for number in stride(from: -70_000, through: 80_000, by: 97) {
      let date = Date(timeIntervalSince1970: Double(number) * 86_400)
      let parts = calendar.dateComponents([.year, .month, .day, .weekday], from: date)
      let day = CalendarDay(number: number)
      #expect(day.civil.year == parts.year && day.civil.month == parts.month && day.civil.day == parts.day)
      #expect((day.weekday + 1) % 7 + 1 == parts.weekday)
      #expect(CalendarDay(day.text) == day)
    }
  }

  @Test(
    "Only existing days in the one layout are read",
    arguments: ["2024-13-01", "2024-00-10", "2023-02-29", "2024-1-1", "24-01-01", "2024-01-01T00:00", "", "٢٠٢٤-٠١"]
  )
  func notADay(_ text: String) {
    #expect(CalendarDay(text) == nil)
  }

  @Test("Timestamps are ISO 8601 in UTC")
  func timestamp() {
    #expect(Date(timeIntervalSince1970: 1_789_732_800.25).timestamp == "2026-09-18T12:00:00.250Z")
    #expect(Date(timeIntervalSince1970: -0.5).timestamp == "1969-12-31T23:59:59.500Z")
  }

  @Test("Fields are printed and quoted as RFC 4180 asks")
  func csv() {
    let table = Table(
      ["a,b", "plain"],
      [[.text("say \"hi\""), .hundredths(-5)], [.text("two\nlines"), .ratio(nil)], [.text(""), .ratio(0.00004)]]
    )
    #expect(table.csv == "\"a,b\",plain\n\"say \"\"hi\"\"\",-0.05\n\"two\nlines\",\n,0.0000\n")
  }

  @Test("Weeks start on Monday, months on the first, and the pieces cover the range")
  func grains() throws {
    let start = try #require(CalendarDay("2024-01-31"))
    let end = try #require(CalendarDay("2024-03-02"))
    let weeks = Grain.weekly.slices(of: start..<end)
    #expect(weeks.map(\.start.text) == ["2024-01-29", "2024-02-05", "2024-02-12", "2024-02-19", "2024-02-26"])
    let months = Grain.monthly.slices(of: start..<end)
    #expect(months.map(\.start.text) == ["2024-01-01", "2024-02-01", "2024-03-01"])
    #expect(months.map { $0.days.count } == [1, 29, 1])
  }

  @Test("A target is split before it is decoded")
  func target() throws {
    let target = try #require(RequestTarget("/a%2Fb/c%20d/?x%5B%5D=1&x[]=2%262&y=a+b&flag=true&empty"))
    #expect(target.segments == ["a/b", "c d"])
    #expect(target.values("x[]") == ["1", "2&2"])
    #expect(target.value("y") == "a b")
    #expect(target.flag("flag") == true)
    #expect(target.value("empty") == "")
    #expect(RequestTarget("http://localhost:80/a/b?c=d")?.segments == ["a", "b"])
    #expect(RequestTarget("http://localhost")?.segments == [])
    #expect(RequestTarget("*")?.segments == [])
    #expect(RequestTarget("")?.segments == [])
  }
}
