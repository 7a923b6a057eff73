import Foundation

/// Points in time as text, as RFC 3339 §5.6 has them.
///
/// Read tolerantly: any number of fraction digits, an offset or `Z`, letters of either case, a space instead of `T`, a
/// leap second (taken for the first second of the next minute). Written in UTC with milliseconds only where there are
/// any.
enum DateTimeText {
  /// The point in time; nil when the text is none, or has no offset.
  static func date(_ text: String) -> Date? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 20, let day = CalendarDate(String(decoding: bytes[0..<10], as: UTF8.self)),
      [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]),
      bytes[13] == UInt8(ascii: ":"), bytes[16] == UInt8(ascii: ":"),
      let hour = CivilCalendar.number(bytes[11..<13]), hour < 24,
      let minute = CivilCalendar.number(bytes[14..<16]), minute < 60,
      let second = CivilCalendar.number(bytes[17..<19]), second <= 60
    else { return nil }
    var rest = bytes[19...]
    guard let fraction = takeFraction(&rest), let offset = offset(rest) else { return nil }
    let seconds = day.dayNumber * 86_400 + hour * 3600 + minute * 60 + second - offset
    return Date(timeIntervalSince1970: Double(seconds) + fraction)
  }

  /// The fraction of a second at the front, 0 when there is none, nil when there is a point without digits.
  private static func takeFraction(_ rest: inout ArraySlice<UInt8>) -> Double? {
    guard rest.first == UInt8(ascii: ".") else { return 0 }
    let digits = rest.dropFirst().prefix { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    rest = rest[digits.endIndex...]
    return digits.isEmpty ? nil : Double("0." + String(decoding: digits, as: UTF8.self))
  }

  /// Seconds east of Greenwich.
  private static func offset(_ text: ArraySlice<UInt8>) -> Int? {
    let bytes = Array(text)
    if bytes == [UInt8(ascii: "Z")] || bytes == [UInt8(ascii: "z")] { return 0 }
    guard bytes.count == 6, bytes[3] == UInt8(ascii: ":"),
      bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let hours = CivilCalendar.number(bytes[1..<3]), hours < 24,
      let minutes = CivilCalendar.number(bytes[4..<6]), minutes < 60
    else { return nil }
    return (bytes[0] == UInt8(ascii: "-") ? -1 : 1) * (hours * 3600 + minutes * 60)
  }

  /// The text, rounded to milliseconds; nil when the year does not have four digits.
  static func text(_ date: Date) -> String? {
    let milliseconds = (date.timeIntervalSince1970 * 1000).rounded()
    let days = (milliseconds / 86_400_000).rounded(.down)
    guard days >= Double(CalendarDate.dayNumbers.lowerBound), days <= Double(CalendarDate.dayNumbers.upperBound) else {
      return nil
    }
    let rest = Int(milliseconds) - Int(days) * 86_400_000
    let (hour, minute, second) = (rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60)
    let time = [hour, minute, second].map { CivilCalendar.padded($0, 2) }.joined(separator: ":")
    let fraction = rest % 1000 == 0 ? "" : "." + CivilCalendar.padded(rest % 1000, 3)
    return "\(CalendarDate(clamping: Int(days)))T\(time)\(fraction)Z"
  }
}
