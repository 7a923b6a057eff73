public import Foundation

extension BudgetTable {
  /// Amounts for a few cells of a table that somebody else keeps.
  ///
  /// A table has no holes: it names the days and columns of its cells, and a cell that is empty is read as 0. Between
  /// cells of different days and columns the amounts that stay are therefore sent along.
  ///
  ///     var patch = BudgetTable.Patch()
  ///     patch[friday, "tv"] = 1650
  ///     let changes = try BudgetTable(patch, filledFrom: budget)
  public struct Patch: Hashable, Sendable {
    private var amounts: [CalendarDate: [String: Decimal]] = [:]
    /// The columns in the order in which they were first set.
    private(set) var columns: [String] = []

    /// A patch that changes nothing.
    public init() {}

    /// The days that are set, in order.
    var days: [CalendarDate] { amounts.keys.sorted() }

    /// Whether no cell is set.
    public var isEmpty: Bool { amounts.isEmpty }

    /// The new amount of a day in a column; nil leaves what is there.
    public subscript(date: CalendarDate, column: String) -> Decimal? {
      get { amounts[date]?[column] }
      set {
        amounts[date, default: [:]][column] = newValue
        if amounts[date]?.isEmpty == true { amounts[date] = nil }
        if !amounts.values.contains(where: { $0[column] != nil }) {
          columns.removeAll { $0 == column }
        } else if !columns.contains(column) {
          columns.append(column)
        }
      }
    }
  }

  /// The smallest table that has all cells of a patch.
  ///
  /// - Parameter base: What the cells in between are taken from.
  /// - Throws: `BudgetTableError` naming the cells in between that neither the patch nor the base has.
  public init(_ patch: Patch, filledFrom base: BudgetTable? = nil) throws {
    guard !patch.isEmpty else {
      self.init()
      return
    }
    var missing: [String] = []
    var lines: [Line] = [.cells(["date"] + patch.columns.map { .text($0) })]
    for day in patch.days {
      var cells: [Cell] = [.text(day.description)]
      for column in patch.columns {
        if let amount = patch[day, column] {
          cells.append(base?.cell(day, column)?.holding(amount) ?? Cell(amount))
        } else if let cell = base?.cell(day, column) {
          cells.append(cell)
        } else {
          missing.append("\(column) on \(day)")
        }
      }
      lines.append(.cells(cells))
    }
    guard missing.isEmpty else { throw BudgetTableError(.incompletePatch(missing: missing)) }
    self.init(lines: lines)
  }

  /// What has to be sent to turn another table into this one: the days and columns in which anything differs, by
  /// amount. Empty when nothing does.
  ///
  /// Days and columns that only the other table has cannot be taken away by sending cells, and are left alone.
  public func changes(since base: BudgetTable) -> BudgetTable {
    var days: [CalendarDate] = []
    var changed: Set<String> = []
    for day in dates {
      for column in columns where differs(day, column, from: base) {
        changed.insert(column)
        if days.last != day { days.append(day) }
      }
    }
    let names = columns.filter { changed.contains($0) }
    guard !days.isEmpty else { return BudgetTable() }
    return BudgetTable(
      lines: [.cells((header.first.map { [$0] } ?? []) + names.map { .text($0) })]
        + days.map { day in
          .cells([.text(day.description)] + names.map { cell(day, $0) ?? .text("") })
        }
    )
  }

  private func differs(_ day: CalendarDate, _ column: String, from base: BudgetTable) -> Bool {
    let (mine, other) = (cell(day, column), base.cell(day, column))
    if mine == other { return false }
    guard let mine = mine?.amount, let other = other?.amount else { return true }
    return mine != other
  }
}
