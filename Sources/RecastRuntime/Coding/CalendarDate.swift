public import Foundation

/// A day of the calendar without time and time zone, `2026-07-01` (RFC 3339 `full-date`).
///
/// The calendar is the Gregorian one, also before its introduction. Years are 0000 to 9999.
public struct CalendarDate: Hashable, Sendable {
  /// Days since 1970-01-01.
  let dayNumber: Int

  /// The days of 0000-01-01 and 9999-12-31.
  static let dayNumbers = -719_528...2_932_896

  /// The day of that number, or the first or last day there is.
  init(clamping dayNumber: Int) {
    self.dayNumber = min(max(dayNumber, Self.dayNumbers.lowerBound), Self.dayNumbers.upperBound)
  }

  /// The day of year (0 to 9999), month (1 to 12) and day of the month; nil when the calendar has no such day.
  public init?(year: Int, month: Int, day: Int) {
    guard (0...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilCalendar.days(inMonth: month, ofYear: year)
    else { return nil }
    dayNumber = CivilCalendar.dayNumber(year: year, month: month, day: day)
  }

  /// The day on which a point in time falls in a time zone; before 0000-01-01 and after 9999-12-31 the first or last.
  public init(_ date: Date, in timeZone: TimeZone) {
    let seconds = date.timeIntervalSince1970 + Double(timeZone.secondsFromGMT(for: date))
    let bounds = Double(Self.dayNumbers.lowerBound)...Double(Self.dayNumbers.upperBound)
    let days = (seconds / 86_400).rounded(.down)
    // The comparisons fail for NaN too.
    dayNumber = days >= bounds.lowerBound ? (days <= bounds.upperBound ? Int(days) : 2_932_896) : -719_528
  }

  /// The year, 0 to 9999.
  public var year: Int { CivilCalendar.civil(dayNumber).year }

  /// The month, 1 to 12.
  public var month: Int { CivilCalendar.civil(dayNumber).month }

  /// The day of the month, 1 to 31.
  public var day: Int { CivilCalendar.civil(dayNumber).day }
}

extension CalendarDate: LosslessStringConvertible {
  /// Reads `YYYY-MM-DD`; nil for any other text and for days that the calendar does not have.
  public init?(_ description: String) {
    let bytes = Array(description.utf8)
    guard bytes.count == 10, bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"),
      let year = CivilCalendar.number(bytes[0..<4]), let month = CivilCalendar.number(bytes[5..<7]),
      let day = CivilCalendar.number(bytes[8..<10])
    else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// `YYYY-MM-DD`.
  public var description: String {
    let (year, month, day) = CivilCalendar.civil(dayNumber)
    return "\(CivilCalendar.padded(year, 4))-\(CivilCalendar.padded(month, 2))-\(CivilCalendar.padded(day, 2))"
  }
}

extension CalendarDate: Strideable {
  /// Whether the left day is the earlier one.
  public static func < (left: CalendarDate, right: CalendarDate) -> Bool {
    left.dayNumber < right.dayNumber
  }

  /// The number of days from this one to the other.
  public func distance(to other: CalendarDate) -> Int {
    other.dayNumber - dayNumber
  }

  /// The day that many days later; at most 9999-12-31, at least 0000-01-01.
  public func advanced(by days: Int) -> CalendarDate {
    let (sum, overflow) = dayNumber.addingReportingOverflow(days)
    return CalendarDate(clamping: overflow ? days : sum)
  }
}

extension CalendarDate: JSONCodable {
  /// Reads a string `YYYY-MM-DD`.
  ///
  /// - Throws: `JSONError` when the value is no such string, or the calendar has no such day.
  public init(from json: inout JSONReader) throws {
    let text = try json.string()
    guard let value = CalendarDate(text) else {
      throw json.invalid("\(JSONError.quoted(text)) is no date of the form YYYY-MM-DD")
    }
    self = value
  }

  /// Writes a string `YYYY-MM-DD`.
  ///
  /// - Throws: never.
  public func write(to json: inout JSONWriter) throws {
    json.string(description)
  }

  /// Reads a string `YYYY-MM-DD` from a decoder.
  ///
  /// - Throws: `DecodingError` when there is no such string, or the calendar has no such day.
  public init(from decoder: any Decoder) throws {
    self = try CodableBridge.decode(from: decoder)
  }

  /// Writes a string `YYYY-MM-DD` to an encoder.
  ///
  /// - Throws: what the encoder throws.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(description)
  }
}
