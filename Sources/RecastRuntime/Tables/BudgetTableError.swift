public import Foundation

/// Why a table cannot be made, or an amount cannot be had from it.
public struct BudgetTableError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What is wrong.
  public enum Reason: Hashable, Sendable {
    /// A column comes twice.
    case repeatedColumn(String)
    /// A day comes twice.
    case repeatedDay(CalendarDate)
    /// A row has more or fewer amounts than there are columns.
    case unevenRow(CalendarDate, amounts: Int, columns: Int)
    /// There is no column of that name among these.
    case noColumn(String, of: [String])
    /// A cell holds something else than a number.
    case noAmount(String, column: String, row: Int)
    /// A sum has more digits than can be kept.
    case sumTooLong(String)
    /// A patch leaves out cells between those that it sets.
    case incompletePatch(missing: [String])
    /// A CSV file has nothing in it, or no day in the first column of a row.
    case noDay(String, line: Int)
  }

  /// What is wrong.
  public let reason: Reason

  /// An error for a reason.
  public init(_ reason: Reason) {
    self.reason = reason
  }

  /// One line: what is wrong and what to do about it.
  public var description: String {
    switch reason {
    case .repeatedColumn(let name): "the column \(OneLine.quoted(name)) comes twice; give each column one name"
    case .repeatedDay(let day): "the day \(day) comes twice; give each day one row"
    case .unevenRow(let day, let amounts, let columns):
      "the row of \(day) has \(amounts) amounts for \(columns) columns; give one amount per column"
    case .noColumn(let name, let names):
      "there is no column \(OneLine.quoted(name)); the columns are \(OneLine.quoted(names.joined(separator: ", ")))"
    case .noAmount(let text, let column, let row):
      "\(OneLine.quoted(text)) in column \(OneLine.quoted(column)), row \(row), is no number"
    case .sumTooLong(let column): "the sum of the column \(OneLine.quoted(column)) has more than 38 digits"
    case .incompletePatch(let missing):
      """
      the patch sets no amount for \(missing.joined(separator: ", ")), and an empty cell would be read as 0; set these \
      cells, or fill them from the table that is changed
      """
    case .noDay(let text, let line): "line \(line) begins with \(OneLine.quoted(text)), which is no day YYYY-MM-DD"
    }
  }
}

extension BudgetTableError: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
