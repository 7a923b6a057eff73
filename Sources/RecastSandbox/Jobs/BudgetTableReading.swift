/// Budget tables: a 2-D array whose first row is a header that starts with `date`.
extension FormReading {
  /// Reads a table with one row for each of some consecutive days, in any order.
  mutating func dailyBudget(
    _ value: JSONValue,
    field: String,
    of configurations: [DepvarConfiguration]
  ) -> DailyBudget? {
    guard let rows = value.array, let header = header(rows.first, field: field, configurations) else {
      errors.add(field, "must be an array of rows, the first of them a header that starts with date")
      return nil
    }
    var table: [CalendarDay: [JSONValue]] = [:]
    for row in rows.dropFirst() {
      guard let cells = row.array, cells.count == header.count + 1 else {
        errors.add(field, "must have \(header.count + 1) cells in every row")
        return nil
      }
      guard let day = day(cells[0], field: field) else { return nil }
      guard table.updateValue(Array(cells.dropFirst()), forKey: day) == nil else {
        errors.add(field, "has two rows for \(day.text)")
        return nil
      }
    }
    guard let first = table.keys.min(), let last = table.keys.max() else {
      errors.add(field, "must have a row for at least one day")
      return nil
    }
    guard last - first + 1 == table.count else {
      let missing = (first...last).first { table[$0] == nil } ?? first
      errors.add(field, "must have a row for every day, but has none for \(missing.text)")
      return nil
    }
    let known = configurations.names { $0.contextVariables.map(\.name) }
    return dailyBudget(table, first..<(last + 1), header, context: known, field: field)
  }

  private mutating func header(
    _ row: JSONValue?,
    field: String,
    _ configurations: [DepvarConfiguration]
  ) -> [String]? {
    guard let cells = row?.array, cells.first == "date" else { return nil }
    let known = Set(configurations.names { $0.spendChannels + $0.nonSpend + $0.contextVariables.map(\.name) })
    var columns: [String] = []
    for cell in cells.dropFirst() {
      guard let name = cell.string else { return nil }
      if columns.contains(name) { errors.add(field, "has two columns named “\(name)”") }
      if !known.contains(name) { errors.add(field, "has a column “\(name)”, which these models do not know") }
      columns.append(name)
    }
    return columns
  }

  private mutating func dailyBudget(
    _ table: [CalendarDay: [JSONValue]],
    _ days: Range<CalendarDay>,
    _ header: [String],
    context: [String],
    field: String
  ) -> DailyBudget? {
    var budget = DailyBudget(days: days, spend: [:])
    for (place, column) in header.enumerated() {
      let cells = days.map { table[$0]?[place] ?? .null }
      if context.contains(column) {
        budget.context[column] = cells.compactMap { Self.number($0) }
      } else {
        budget.spend[column] = cells.compactMap { Self.number($0).flatMap(Amount.cents(of:)) }.filter { $0 >= 0 }
      }
      guard budget.context[column]?.count ?? budget.spend[column]?.count == days.count else {
        errors.add(field, "must have numbers that are not negative, but “\(column)” has a cell that is none")
        return nil
      }
    }
    return budget
  }

  /// A JSON number or a string that holds one.
  private static func number(_ cell: JSONValue) -> Double? {
    cell.double ?? cell.string.flatMap(Amount.number)
  }
}
