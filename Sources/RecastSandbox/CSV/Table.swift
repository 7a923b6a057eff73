/// One field of a table, kept typed until it is printed, so that every table prints a kind of value the same way.
enum Cell: Sendable {
  case text(String)
  case day(CalendarDay)
  case integer(Int)
  /// Money or KPI units in hundredths: sums of such values are exact.
  case hundredths(Int)
  /// A ratio, printed with four decimals; nothing when it is undefined.
  case ratio(Double?)

  var text: String {
    switch self {
    case .text(let text): text
    case .day(let day): day.text
    case .integer(let value): String(value)
    case .hundredths(let value): Self.decimal(value, places: 2)
    case .ratio(let value):
      if let value, value.isFinite, abs(value) < 1e12 {
        Self.decimal(Int((value * 10_000).rounded()), places: 4)
      } else {
        ""
      }
    }
  }

  private static func decimal(_ value: Int, places: Int) -> String {
    let digits = String(abs(value))
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    return (value < 0 ? "-" : "") + padded.dropLast(places) + "." + padded.suffix(places)
  }
}

/// A table with a header row.
struct Table: Sendable {
  var header: [String]
  var rows: [[Cell]]

  init(_ header: [String], _ rows: [[Cell]] = []) {
    self.header = header
    self.rows = rows
  }

  /// CSV as RFC 4180 has it, with `\n` between the rows: a field that holds a comma, a quote or a line break is quoted.
  var csv: String {
    var output = ""
    output.reserveCapacity((rows.count + 1) * header.count * 12)
    Self.append(header, to: &output)
    for row in rows {
      Self.append(row.map(\.text), to: &output)
    }
    return output
  }

  private static func append(_ fields: [String], to output: inout String) {
    for (index, field) in fields.enumerated() {
      if index > 0 { output += "," }
      output += quoted(field)
    }
    output += "\n"
  }

  private static func quoted(_ field: String) -> String {
    let needsQuotes = field.utf8.contains { byte in
      byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\n")
        || byte == UInt8(ascii: "\r")
    }
    guard needsQuotes else { return field }
    return "\"" + field.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
