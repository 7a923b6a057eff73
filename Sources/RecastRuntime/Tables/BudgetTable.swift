public import Foundation

/// Amounts by day and column: a row of names, the first of them `date`, then a row per day.
///
/// In JSON an array of arrays, in CSV a file. Every cell is kept as it came, text and kind, and so is a table that is
/// out of shape; sending a table back changes nothing but what was set.
///
///     var budget = try BudgetTable(csv: "date,tv,radio\n2026-07-01,1000,250\n")
///     budget[day, "tv"] = 1200
///     let spend = try budget.total(of: "tv")
public struct BudgetTable: Sendable {
  /// A line of the table.
  enum Line: Hashable, Sendable {
    case cells([Cell])
    /// What stands where a line should be, kept as it is.
    case other(JSONValue)

    var cells: [Cell] {
      if case .cells(let cells) = self { cells } else { [] }
    }
  }

  /// The header and the rows.
  private(set) var lines: [Line]
  /// What was received in place of a table, kept as it is.
  let foreign: JSONValue?
  /// Where each day is: an index into `lines`, of several rows of one day the first.
  private var lineOfDay: [CalendarDate: Int] = [:]
  /// Where each name is in the header, of several columns of one name the first.
  private var positionOfColumn: [String: Int] = [:]

  init(lines: [Line], foreign: JSONValue? = nil) {
    self.lines = lines
    self.foreign = foreign
    indexLines()
  }

  /// A table without header and rows; in JSON an empty array.
  public init() {
    self.init(lines: [])
  }

  private mutating func indexLines() {
    positionOfColumn = [:]
    lineOfDay = [:]
    for (position, cell) in header.enumerated().dropFirst() where positionOfColumn[cell.text] == nil {
      positionOfColumn[cell.text] = position
    }
    for (index, line) in lines.enumerated().dropFirst() {
      if let day = line.cells.first?.date, lineOfDay[day] == nil { lineOfDay[day] = index }
    }
  }

  /// The cells of the first line.
  var header: [Cell] { lines.first?.cells ?? [] }

  // MARK: Looking

  /// The names of the columns, without the first one, which holds the days.
  public var columns: [String] { header.dropFirst().map(\.text) }

  /// The days of the rows, in their order; rows without a day are left out.
  public var dates: [CalendarDate] { lines.dropFirst().compactMap { $0.cells.first?.date } }

  /// Whether there is no row.
  public var isEmpty: Bool { lines.count < 2 }

  /// The rows below the header, in their order.
  public var rows: [Row] { lines.dropFirst().map { Row(cells: $0.cells, positions: positionOfColumn) } }

  /// The cell of a day in a column; nil when the table has no such day or column. Names have to match exactly.
  public func cell(_ date: CalendarDate, _ column: String) -> Cell? {
    guard let index = lineOfDay[date], let position = positionOfColumn[column] else { return nil }
    let cells = lines[index].cells
    return cells.indices.contains(position) ? cells[position] : nil
  }

  /// The amount of a day in a column; nil when there is none: no such day or column, or no number in the cell.
  ///
  /// Assigning an amount keeps the kind of the cell, number or text; nil leaves the cell blank. A day or column that the
  /// table does not have is added, with 0 in its other cells: a new day goes before the first later one. To send
  /// nothing but a few cells, make a table of a `BudgetTable.Patch`.
  public subscript(date: CalendarDate, column: String) -> Decimal? {
    get { cell(date, column)?.amount }
    set {
      guard newValue != nil || cell(date, column) != nil else { return }
      let position = position(ofAdded: column)
      let index = index(ofAdded: date)
      var cells = lines[index].cells
      while cells.count <= position { cells.append(0) }
      cells[position] = cells[position].holding(newValue)
      lines[index] = .cells(cells)
    }
  }

  // MARK: Changing

  private mutating func position(ofAdded column: String) -> Int {
    if let position = positionOfColumn[column] { return position }
    var names = header
    if names.isEmpty { names = ["date"] }
    let position = names.count
    names.append(.text(column))
    if lines.isEmpty { lines.append(.cells(names)) } else { lines[0] = .cells(names) }
    for index in lines.indices.dropFirst() {
      guard case .cells(var cells) = lines[index] else { continue }
      while cells.count <= position { cells.append(0) }
      lines[index] = .cells(cells)
    }
    positionOfColumn[column] = position
    return position
  }

  private mutating func index(ofAdded date: CalendarDate) -> Int {
    if let index = lineOfDay[date] { return index }
    let later = lines.indices.dropFirst().first { lines[$0].cells.first?.date.map { $0 > date } ?? false }
    let index = later ?? lines.endIndex
    let zeros = Array(repeating: 0 as Cell, count: max(0, header.count - 1))
    lines.insert(.cells([.text(date.description)] + zeros), at: index)
    indexLines()
    return index
  }
}

extension BudgetTable {
  /// A row of a table: a day and its cells.
  public struct Row: Sendable, Hashable {
    /// All cells, that of the day included.
    public let cells: [Cell]
    private let positions: [String: Int]

    init(cells: [Cell], positions: [String: Int]) {
      self.cells = cells
      self.positions = positions
    }

    /// The day; nil when the first cell holds none.
    public var date: CalendarDate? { cells.first?.date }

    /// The cell in a column; nil when there is no such column, or the row ends before it.
    public func cell(_ column: String) -> Cell? {
      positions[column].flatMap { cells.indices.contains($0) ? cells[$0] : nil }
    }

    /// The amount in a column; nil when there is no such column, or no number in the cell.
    public subscript(column: String) -> Decimal? { cell(column)?.amount }
  }
}

extension BudgetTable: Hashable {
  /// Whether both tables have the same cells, of the same kind.
  public static func == (left: BudgetTable, right: BudgetTable) -> Bool {
    left.lines == right.lines && left.foreign == right.foreign
  }

  /// Hashes the cells.
  public func hash(into hasher: inout Hasher) {
    hasher.combine(lines)
    hasher.combine(foreign)
  }
}

extension BudgetTable: CustomStringConvertible {
  /// The size of the table and the names of its columns.
  public var description: String {
    "\(max(0, lines.count - 1)) × \(columns.count) (\(columns.joined(separator: ", ")))"
  }
}
