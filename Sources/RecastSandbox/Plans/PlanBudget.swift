import Foundation

/// The daily budget of a plan version. Cells keep the text they were sent with.
struct PlanBudget: Codable, Sendable {
  /// One channel or variable, with a cell per day.
  struct Column: Codable, Sendable {
    var column: PlanCatalog.Column
    var cells: [String]

    var name: String { column.name }
    var kind: PlanCatalog.ColumnKind { column.kind }
  }

  /// First and last day.
  var start: CalendarDay
  var end: CalendarDay
  /// By kind, and within a kind in the order of the models.
  private(set) var columns: [Column]

  init(start: CalendarDay, end: CalendarDay, columns: [Column]) {
    self.start = start
    self.end = end
    self.columns = columns
  }

  /// Refuses a saved budget whose columns do not have one cell per day.
  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: CodingKeys.self)
    start = try container.decode(CalendarDay.self, forKey: .start)
    end = try container.decode(CalendarDay.self, forKey: .end)
    columns = try container.decode([Column].self, forKey: .columns)
    guard start <= end, columns.allSatisfy({ $0.cells.count == end - start + 1 }) else {
      throw DecodingError.dataCorruptedError(
        forKey: .columns,
        in: container,
        debugDescription: "a column has not one cell per day"
      )
    }
  }

  var days: Range<CalendarDay> { start..<(end + 1) }

  func names(of kind: PlanCatalog.ColumnKind) -> [String] {
    columns.filter { $0.kind == kind }.map(\.name)
  }

  func column(_ name: String) -> Column? { columns.first { $0.name == name } }

  /// The positions of those of `days` that the budget has.
  func indices(_ days: Range<CalendarDay>) -> Range<Int> {
    let clamped = days.clamped(to: self.days)
    return (clamped.lowerBound - start)..<(clamped.upperBound - start)
  }

  /// Writes the sent cells over this budget. A column that is new gets 0 on the days that were not sent.
  func patched(with sent: SentBudget, in catalog: PlanCatalog) -> PlanBudget {
    var patched = self
    for (place, column) in sent.columns.enumerated() {
      if !patched.columns.contains(where: { $0.column == column }) {
        patched.columns.append(Column(column: column, cells: Array(repeating: "0", count: days.count)))
      }
      guard let target = patched.columns.firstIndex(where: { $0.column == column }) else { continue }
      for (row, day) in sent.days.enumerated() where days.contains(day) {
        patched.columns[target].cells[day - start] = sent.cells[row][place]
      }
    }
    patched.sort(like: catalog)
    return patched
  }

  private mutating func sort(like catalog: PlanCatalog) {
    let places = Dictionary(catalog.columns.enumerated().map { ($0.element, $0.offset) }) { first, _ in first }
    columns.sort { (places[$0.column] ?? .max, $0.name) < (places[$1.column] ?? .max, $1.name) }
  }
}

extension PlanBudget {
  /// A budget of everything that was sent, plus the contextual variables that were not.
  init(_ sent: SentBudget, start: CalendarDay, end: CalendarDay, in catalog: PlanCatalog) {
    let dayCount = end - start + 1
    let sentColumns = Set(sent.columns)
    let variables = catalog.columns.filter { $0.kind == .context && !sentColumns.contains($0) }
    let empty = PlanBudget(
      start: start,
      end: end,
      columns: variables.map { variable in
        Column(column: variable, cells: Array(repeating: catalog.usualCell(of: variable) ?? "0", count: dayCount))
      }
    )
    self = empty.patched(with: sent, in: catalog)
  }
}

extension PlanBudget.Column {
  /// The exact sum of some days.
  func sum(_ indices: Range<Int>) -> Decimal {
    indices.reduce(Decimal(0)) { $0 + (Decimal(string: cells[$1]) ?? 0) }
  }

  /// Each day's amount in hundredths. An amount beyond a hundred billion counts as that, so that sums stay in range.
  var hundredths: [Int] {
    cells.map { Int(min((Double($0) ?? 0) * 100, 1e13).rounded()) }
  }
}
