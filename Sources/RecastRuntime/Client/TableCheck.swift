internal import Foundation

/// What makes a table of days one that a server takes.
struct TableCheck {
  let firstColumn: String
  /// Whether the days have to follow each other without gap.
  let isComplete: Bool
  /// The days with which the table has to begin and to end, if that is known.
  var firstDay: CalendarDate?
  var lastDay: CalendarDate?

  /// What is wrong with a table, in words.
  func problem(_ value: JSONValue) -> String? {
    guard case .array(let lines) = value else { return nil }
    guard let header = lines.first?.array, lines.count > 1 else { return "has no rows; give it at least one day" }
    if let problem = problem(header: header.map { $0.string ?? "" }) { return problem }
    var days: Set<CalendarDate> = []
    var previous: CalendarDate?
    for (number, line) in lines.enumerated().dropFirst() {
      guard let cells = line.array, cells.count == header.count else {
        return "has \(line.array?.count ?? 0) cells in row \(number), and \(header.count) in its header"
      }
      guard let day = cells.first?.string.flatMap(CalendarDate.init) else {
        return "has no day YYYY-MM-DD at the beginning of row \(number)"
      }
      guard days.insert(day).inserted else { return "has the day \(day) twice" }
      if let firstDay, previous == nil, isComplete, day != firstDay {
        return "begins on \(day), and has to begin on \(firstDay)"
      }
      if isComplete, let previous, day != previous.advanced(by: 1) {
        return "goes from \(previous) to \(day); its days have to follow each other"
      }
      previous = day
      if let problem = problem(amounts: cells.dropFirst(), on: day) { return problem }
    }
    if isComplete, let lastDay, let previous, previous != lastDay {
      return "ends on \(previous), and has to end on \(lastDay)"
    }
    return nil
  }

  private func problem(header: [String]) -> String? {
    guard header.first == firstColumn else {
      return "has to begin with the column \(OneLine.quoted(firstColumn)), not \(OneLine.quoted(header.first ?? ""))"
    }
    guard header.count > 1 else { return "has no column beside that of the days" }
    var seen: Set<String> = []
    let repeated = header.first { !seen.insert($0.lowercased()).inserted }
    return repeated.map { "has the column \(OneLine.quoted($0)) twice" }
  }

  private func problem(amounts: ArraySlice<JSONValue>, on day: CalendarDate) -> String? {
    for cell in amounts {
      switch cell {
      case .number(let number) where number.text.hasPrefix("-") && number.double != 0: return negative(number.text, day)
      case .number, .null: continue
      case .string(let text):
        if text.allSatisfy(\.isWhitespace) { continue }
        // A number of more digits than `Decimal` holds is one all the same.
        guard Decimal(encodedText: text) != nil || JSONNumber(text) != nil else {
          return "has \(OneLine.quoted(text)) on \(day), which is no number"
        }
        if text.hasPrefix("-"), Decimal(encodedText: text) != 0 { return negative(text, day) }
      default: return "has \(cell.kind) on \(day) in place of a number"
      }
    }
    return nil
  }

  private func negative(_ text: String, _ day: CalendarDate) -> String {
    "has \(OneLine.text(text, limit: 40)) on \(day); amounts are 0 or more"
  }
}
