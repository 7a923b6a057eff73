import Foundation

/// A day of the proleptic Gregorian calendar, as a number of days since 1970-01-01.
struct CalendarDay: Hashable, Comparable, Sendable {
  var number: Int

  init(number: Int) {
    self.number = number
  }

  /// Howard Hinnant's `days_from_civil`: the year starts in March, so that the leap day comes last.
  init(year: Int, month: Int, day: Int) {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = era * 146_097 + dayOfEra - 719_468
  }

  /// Reads exactly `YYYY-MM-DD` and refuses days that do not exist.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-") else { return nil }
    func value(_ range: Range<Int>) -> Int? {
      var result = 0
      for byte in bytes[range] {
        guard (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) else { return nil }
        result = result * 10 + Int(byte - UInt8(ascii: "0"))
      }
      return result
    }
    guard let year = value(0..<4), let month = value(5..<7), let day = value(8..<10), (1...12).contains(month) else {
      return nil
    }
    let candidate = CalendarDay(year: year, month: month, day: day)
    guard candidate.civil == (year, month, day) else { return nil }
    self = candidate
  }

  var civil: (year: Int, month: Int, day: Int) {
    let shifted = number + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let marchMonth = (5 * dayOfYear + 2) / 153
    let day = dayOfYear - (153 * marchMonth + 2) / 5 + 1
    let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
  }

  /// 0 for Monday to 6 for Sunday.
  var weekday: Int {
    let remainder = (number + 3) % 7
    return remainder < 0 ? remainder + 7 : remainder
  }

  var startOfWeek: CalendarDay { self - weekday }

  var startOfMonth: CalendarDay { self - (civil.day - 1) }

  /// The day number within its year, from 0.
  var dayOfYear: Int { number - CalendarDay(year: civil.year, month: 1, day: 1).number }

  /// `YYYY-MM-DD`.
  var text: String {
    let (year, month, day) = civil
    func padded(_ value: Int, _ width: Int) -> String {
      let digits = String(value)
      return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
    return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
  }

  static func < (left: CalendarDay, right: CalendarDay) -> Bool { left.number < right.number }
  static func + (day: CalendarDay, days: Int) -> CalendarDay { CalendarDay(number: day.number + days) }
  static func - (day: CalendarDay, days: Int) -> CalendarDay { CalendarDay(number: day.number - days) }
  static func - (left: CalendarDay, right: CalendarDay) -> Int { left.number - right.number }
}

/// As its number, which must be that of a day with a year of four digits.
extension CalendarDay: Codable {
  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let number = try container.decode(Int.self)
    guard (-719_528...2_932_896).contains(number) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "\(number) is no day")
    }
    self.init(number: number)
  }

  func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(number)
  }
}

/// As a whole number of days apart, so that ranges of days count and clamp by themselves.
extension CalendarDay: Strideable {
  func distance(to other: CalendarDay) -> Int { other.number - number }
  func advanced(by days: Int) -> CalendarDay { CalendarDay(number: number + days) }
}

extension Date {
  /// ISO 8601 in UTC with milliseconds, the way `created_at` and `updated_at` are printed.
  var timestamp: String {
    let milliseconds = Int((timeIntervalSince1970 * 1000).rounded(.down))
    let seconds = milliseconds >= 0 ? milliseconds / 1000 : (milliseconds - 999) / 1000
    let day = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - day * 86_400
    func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
    let fraction = String(1000 + milliseconds - seconds * 1000).dropFirst()
    let time = "\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60)).\(fraction)"
    return "\(CalendarDay(number: day).text)T\(time)Z"
  }
}
