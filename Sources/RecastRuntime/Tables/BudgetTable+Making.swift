public import Foundation

extension BudgetTable {
  /// A table of days with an amount per column.
  ///
  ///     try BudgetTable(columns: ["tv", "radio"], rows: [(first, [1000, 250]), (second, [1000, 0])])
  ///
  /// - Throws: `BudgetTableError` when a row has another number of amounts than there are columns, or a column or day
  ///   comes twice.
  public init(columns: [String], rows: [(date: CalendarDate, amounts: [Decimal])]) throws {
    var names: Set<String> = []
    for name in columns where !names.insert(name).inserted { throw BudgetTableError(.repeatedColumn(name)) }
    var days: Set<CalendarDate> = []
    var lines: [Line] = [.cells(["date"] + columns.map { .text($0) })]
    for row in rows {
      guard days.insert(row.date).inserted else { throw BudgetTableError(.repeatedDay(row.date)) }
      guard row.amounts.count == columns.count else {
        throw BudgetTableError(.unevenRow(row.date, amounts: row.amounts.count, columns: columns.count))
      }
      lines.append(.cells([.text(row.date.description)] + row.amounts.map { Cell($0) }))
    }
    self.init(lines: lines)
  }

  /// A table with the same amounts on each day of a period.
  ///
  ///     BudgetTable(days: start...end, daily: ["tv": 1000, "radio": 250])
  ///
  /// Of several amounts for one column the last counts.
  public init(days: ClosedRange<CalendarDate>, daily: KeyValuePairs<String, Decimal>) {
    var names: [String] = []
    var amounts: [String: Decimal] = [:]
    for (name, amount) in daily {
      if amounts.updateValue(amount, forKey: name) == nil { names.append(name) }
    }
    let cells = names.map { Cell(amounts[$0] ?? 0) }
    self.init(
      lines: [.cells(["date"] + names.map { .text($0) })]
        + days.map { .cells([.text($0.description)] + cells) }
    )
  }

  /// A part of the table: the rows of a period, and of the columns those that are asked for.
  public func trimmed(to days: ClosedRange<CalendarDate>, columns wanted: Set<String>? = nil) -> BudgetTable {
    let positions = header.indices.filter { $0 == 0 || wanted?.contains(header[$0].text) ?? true }
    let kept = lines.enumerated().filter { index, line in
      index == 0 || (line.cells.first?.date.map(days.contains) ?? false)
    }
    return BudgetTable(
      lines: kept.map { _, line in
        .cells(positions.compactMap { line.cells.indices.contains($0) ? line.cells[$0] : nil })
      }
    )
  }
}

extension BudgetTable: ExpressibleByArrayLiteral {
  /// A table cell by cell: `[["date", "tv"], ["2026-07-01", 1000]]`.
  public init(arrayLiteral lines: [Cell]...) {
    self.init(lines: lines.map { .cells($0) })
  }
}

extension BudgetTable {
  /// The sum of a column; blank cells count nothing.
  ///
  /// - Throws: `BudgetTableError` when there is no such column, a cell holds no number, or the sum has more digits than
  ///   `Decimal` holds.
  public func total(of column: String) throws -> Decimal {
    guard columns.contains(column) else { throw BudgetTableError(.noColumn(column, of: columns)) }
    var sum: Decimal = 0
    for (position, row) in rows.enumerated() {
      guard let cell = row.cell(column), !cell.isBlank else { continue }
      guard var amount = cell.amount else {
        throw BudgetTableError(.noAmount(cell.text, column: column, row: position + 1))
      }
      var result = Decimal()
      guard NSDecimalAdd(&result, &sum, &amount, .plain) == .noError else {
        throw BudgetTableError(.sumTooLong(column))
      }
      sum = result
    }
    return sum
  }

  /// The sums of all columns, by name.
  ///
  /// - Throws: `BudgetTableError` as `total(of:)`.
  public func totals() throws -> [String: Decimal] {
    var totals: [String: Decimal] = [:]
    for column in columns { totals[column] = try total(of: column) }
    return totals
  }
}
