import Foundation
import HTTPTypes

/// The `Retry-After` field (RFC 9110, section 10.2.3): seconds, or a date.
enum RetryAfter {
  /// How long the server asks to wait; nil when it does not, or not in a form that the RFC knows.
  ///
  /// A date is compared with the answer's own `Date`, so that a wrong clock on this machine does no harm.
  static func duration(in fields: HTTPFields, now: @autoclosure () -> Date = Date()) -> Duration? {
    guard let text = fields[.retryAfter]?.trimmingCharacters(in: .whitespaces), !text.isEmpty else { return nil }
    if text.utf8.allSatisfy((UInt8(ascii: "0")...UInt8(ascii: "9")).contains) {
      // More than a century is no waiting time, and would overflow somewhere.
      return Int64(text).flatMap { $0 <= 3_153_600_000 ? .seconds($0) : nil }
    }
    guard let date = HTTPDate.date(text) else { return nil }
    let reference = fields[.date].flatMap(HTTPDate.date) ?? now()
    let seconds = date.timeIntervalSince(reference).rounded(.up)
    return .seconds(max(0, seconds))
  }
}

/// The date of HTTP fields in its preferred form (RFC 9110, section 5.6.7): `Sun, 06 Nov 1994 08:49:37 GMT`.
enum HTTPDate {
  private static let months = [
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
  ]

  /// The moment; nil for another form, or for a date that does not exist.
  static func date(_ text: String) -> Date? {
    let parts = text.split(separator: " ")
    guard parts.count == 6, parts[0].hasSuffix(","), parts[5] == "GMT",
      let day = Int(parts[1]), (1...31).contains(day),
      let month = months.firstIndex(of: String(parts[2])),
      let year = Int(parts[3]), (1970...9999).contains(year)
    else { return nil }
    let time = parts[4].split(separator: ":").compactMap { Int($0) }
    guard time.count == 3, (0...23).contains(time[0]), (0...59).contains(time[1]), (0...60).contains(time[2]) else {
      return nil
    }
    let days = CivilCalendar.dayNumber(year: year, month: month + 1, day: day)
    return Date(timeIntervalSince1970: TimeInterval(days * 86_400 + time[0] * 3600 + time[1] * 60 + time[2]))
  }
}
