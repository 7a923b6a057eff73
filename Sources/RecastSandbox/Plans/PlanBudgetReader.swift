import Foundation

/// A budget table as a plan write sent it, checked and with columns spelled as the models spell them.
struct SentBudget: Sendable {
  var columns: [PlanCatalog.Column]
  /// One per row, without repetition, in the order sent.
  var days: [CalendarDay]
  /// By row, then by column: the exact text of each number.
  var cells: [[String]]
}

/// Reads the `budget` of a plan write, collecting every fault under that name.
struct PlanBudgetReader {
  private let catalog: PlanCatalog
  private let numbers: ExactNumbers
  private(set) var errors: FieldErrors

  init(_ catalog: PlanCatalog, numbers: ExactNumbers, errors: FieldErrors = FieldErrors()) {
    self.catalog = catalog
    self.numbers = numbers
    self.errors = errors
  }

  /// Nothing when there are faults.
  mutating func read(_ value: JSONValue?) -> SentBudget? {
    guard let value, !value.isNull else { return refuse("is required") }
    guard let table = value.array else { return refuse("must be an array of rows") }
    guard let header = table.first else { return refuse("can't be empty") }
    let columns = columns(header)
    guard table.count > 1 else { return refuse("must have at least one day") }
    guard let columns else { return nil }
    var days: [CalendarDay] = []
    var cells: [[String]] = []
    for (place, row) in table.enumerated().dropFirst() {
      guard let row = readRow(row, place, width: columns.count + 1) else { continue }
      days.append(row.day)
      cells.append(row.cells)
    }
    checkRepetition(days)
    return errors.messages["budget"] == nil ? SentBudget(columns: columns, days: days, cells: cells) : nil
  }

  private mutating func refuse(_ message: String) -> SentBudget? {
    errors.add("budget", message)
    return nil
  }

  private mutating func columns(_ header: JSONValue) -> [PlanCatalog.Column]? {
    guard let cells = header.array, cells.first == "date" else {
      errors.add("budget", "must start with a header row whose first cell is date")
      return nil
    }
    var columns: [PlanCatalog.Column] = []
    for cell in cells.dropFirst() {
      guard let name = cell.string else {
        errors.add("budget", "has a column whose name is not a string")
        continue
      }
      guard let column = catalog.column(name) else {
        errors.add("budget", "has an unknown column: \(name)")
        continue
      }
      if columns.contains(column) { errors.add("budget", "has the column \(column.name) more than once") }
      columns.append(column)
    }
    return errors.messages["budget"] == nil ? columns : nil
  }

  private mutating func readRow(
    _ row: JSONValue,
    _ place: Int,
    width: Int
  ) -> (day: CalendarDay, cells: [String])? {
    guard let values = row.array, values.count == width, let first = values.first else {
      errors.add("budget", "row \(place) must have \(width) cells")
      return nil
    }
    guard let text = first.string, let day = CalendarDay(text) else {
      errors.add("budget", "row \(place) must start with a date as YYYY-MM-DD")
      return nil
    }
    var cells: [String] = []
    for (column, value) in values.enumerated().dropFirst() {
      guard let cell = Self.cell(value, exactly: numbers[place, column]) else {
        errors.add("budget", "row \(place) must hold numbers of at least 0")
        return nil
      }
      cells.append(cell)
    }
    return (day, cells)
  }

  private mutating func checkRepetition(_ days: [CalendarDay]) {
    var seen: Set<CalendarDay> = []
    for day in days where !seen.insert(day).inserted {
      errors.add("budget", "has the date \(day.text) more than once")
    }
  }

  /// Decimal arithmetic can hold amounts between these, and add up any number of them.
  private static let smallest = 1e-100
  private static let largest = 1e100

  /// The text of a number of at least 0; a blank cell says 0.
  private static func cell(_ value: JSONValue, exactly decimal: Decimal?) -> String? {
    switch value {
    case .null: return "0"
    case .integer(let number): return number >= 0 ? String(number) : nil
    case .number(let number):
      guard number >= 0, number <= largest else { return nil }
      return number < smallest ? "0" : "\(decimal ?? Decimal(number))"
    case .string(let text):
      let trimmed = text.trimmingCharacters(in: .whitespaces)
      guard !trimmed.isEmpty else { return "0" }
      return isNumber(trimmed) && (Double(trimmed) ?? .infinity) <= largest ? trimmed : nil
    case .bool, .array, .object: return nil
    }
  }

  /// Digits, perhaps a fraction, perhaps a small exponent as programs print it; no sign, no separators.
  private static func isNumber(_ text: String) -> Bool {
    var rest = text[...].utf8
    guard rest.count <= 100, skipDigits(&rest) else { return false }
    if rest.first == UInt8(ascii: ".") {
      rest.removeFirst()
      guard skipDigits(&rest) else { return false }
    }
    if let letter = rest.first, letter == UInt8(ascii: "e") || letter == UInt8(ascii: "E") {
      rest.removeFirst()
      if let sign = rest.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") { rest.removeFirst() }
      guard rest.count <= 2, skipDigits(&rest) else { return false }
    }
    return rest.isEmpty
  }

  /// Whether there was at least one digit to skip.
  private static func skipDigits(_ bytes: inout Substring.UTF8View.SubSequence) -> Bool {
    let before = bytes.count
    bytes = bytes.drop { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return bytes.count < before
  }
}
