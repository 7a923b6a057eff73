import Foundation
import RecastRuntime
import Testing

@Suite struct CalendarDateTests {
  @Test(arguments: ["0000-01-01", "0000-02-29", "1582-10-10", "1900-02-28", "1970-01-01", "2000-02-29", "9999-12-31"])
  func datesSurvive(text: String) throws {
    let date = try #require(CalendarDate(text))
    #expect(date.description == text && date.parameterText == text)
    #expect(try CalendarDate(json: date.jsonBytes()) == date)
    #expect(CalendarDate(year: date.year, month: date.month, day: date.day) == date)
  }

  @Test(arguments: [
    "", "2026-7-1", "2026-02-29", "1900-02-29", "2026-13-01", "2026-00-01", "2026-01-00", "2026-04-31", "26-01-01",
    "+026-01-01", "2026/01/01", "2026-01-01T", " 2026-01-01", "2026-01-0１", "-026-01-01",
  ])
  func otherTextsAreNoDates(text: String) {
    #expect(CalendarDate(text) == nil)
  }

  @Test func everyDayOfFourCenturiesFollowsTheOneBefore() throws {
    var date = try #require(CalendarDate("1890-12-31"))
    var wrong: [CalendarDate] = []
    for _ in 0..<150_000 {
      let next = date.advanced(by: 1)
      let isSameMonth = next.month == date.month && next.day == date.day + 1 && next.year == date.year
      let isSameDay = CalendarDate(year: next.year, month: next.month, day: next.day) == next
      if !isSameDay || date >= next || !(isSameMonth || next.day == 1) { wrong.append(next) }
      date = next
    }
    #expect(wrong.isEmpty)
    #expect(date.description == "2301-09-08")
  }

  @Test func steppingStaysWithinTheCalendar() throws {
    let date = try #require(CalendarDate("2026-01-31"))
    #expect(date.advanced(by: 1).description == "2026-02-01")
    #expect(date.advanced(by: .max).description == "9999-12-31")
    #expect(date.advanced(by: .min).description == "0000-01-01")
    let end = try #require(CalendarDate("2026-02-03"))
    #expect(Array(date...end).map(\.day) == [31, 1, 2, 3])
  }

  @Test func theDayDependsOnTheTimeZone() throws {
    let date = Date(timeIntervalSince1970: 1_767_225_600 - 1800)  // 2025-12-31T23:30:00Z
    #expect(CalendarDate(date, in: try #require(TimeZone(secondsFromGMT: 0))).description == "2025-12-31")
    #expect(CalendarDate(date, in: try #require(TimeZone(secondsFromGMT: 3600))).description == "2026-01-01")
    let utc = try #require(TimeZone(secondsFromGMT: 0))
    #expect(CalendarDate(Date(timeIntervalSince1970: -1), in: utc).description == "1969-12-31")
    #expect(CalendarDate(Date(timeIntervalSince1970: .infinity), in: utc).description == "9999-12-31")
    #expect(CalendarDate(Date(timeIntervalSince1970: .nan), in: utc).description == "0000-01-01")
  }
}

@Suite struct DateTimeTests {
  @Test(arguments: [
    ("2026-07-01T08:30:00Z", "2026-07-01T08:30:00Z"),
    ("2026-07-01t08:30:00z", "2026-07-01T08:30:00Z"),
    ("2026-07-01 08:30:00Z", "2026-07-01T08:30:00Z"),
    ("2026-07-01T10:30:00+02:00", "2026-07-01T08:30:00Z"),
    ("2026-06-30T22:45:00-09:45", "2026-07-01T08:30:00Z"),
    ("2026-07-01T08:30:00-00:00", "2026-07-01T08:30:00Z"),
    ("2026-07-01T08:30:00.5Z", "2026-07-01T08:30:00.500Z"),
    ("2026-07-01T08:30:00.123456789Z", "2026-07-01T08:30:00.123Z"),
    ("2026-07-01T08:30:00.000Z", "2026-07-01T08:30:00Z"),
    ("2026-07-01T08:30:00.9999Z", "2026-07-01T08:30:01Z"),
    ("2016-12-31T23:59:60Z", "2017-01-01T00:00:00Z"),
    ("1969-12-31T23:59:59.25Z", "1969-12-31T23:59:59.250Z"),
    ("0000-01-01T00:00:00Z", "0000-01-01T00:00:00Z"),
    ("9999-12-31T23:59:59.001Z", "9999-12-31T23:59:59.001Z"),
  ])
  func pointsInTimeAreReadTolerantlyAndWrittenInUTC(text: String, written: String) throws {
    let date = try Date(json: "\"\(text)\"")
    #expect(try date.jsonText() == "\"\(written)\"")
    #expect(date.parameterText == written)
  }

  @Test(arguments: [
    "", "2026-07-01", "2026-07-01T08:30:00", "2026-07-01T08:30Z", "2026-07-01T24:00:00Z", "2026-07-01T08:60:00Z",
    "2026-07-01T08:30:61Z", "2026-07-01T08:30:00.Z", "2026-07-01T08:30:00+2", "2026-07-01T08:30:00+24:00",
    "2026-07-01T08:30:00ZZ", "2026-02-30T08:30:00Z", "2026-07-01_08:30:00Z", "2026-07-01T08-30-00Z",
    "٢٠٢٦-07-01T08:30:00Z",
  ])
  func otherTextsAreErrors(text: String) throws {
    let error = try #require(#expect(throws: JSONError.self) { try Date(json: text.jsonText()) })
    #expect(error.kind == .invalidValue)
  }

  @Test func datesBeyondFourDigitsHaveNoText() {
    for seconds in [1e15, -1e15, .infinity, .nan] {
      #expect(throws: JSONError.self) { try Date(timeIntervalSince1970: seconds).jsonText() }
    }
  }
}
