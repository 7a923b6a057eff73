import Foundation

/// How finely a version's budget is printed.
enum BudgetGranularity: String, CaseIterable, Sendable {
  case total, monthly, weekly, daily
}

extension PlanBudget {
  /// The budget as CSV shows it: one row per day with the exact cells, or one row per period with their sums.
  ///
  /// How a week or month is cut by the first or last day is not documented; here its row names the days it covers.
  func table(_ granularity: BudgetGranularity, within days: Range<CalendarDay>) -> Table {
    let covered = days.clamped(to: self.days)
    let names = columns.map(\.name)
    guard granularity != .daily else {
      let rows = indices(covered).map { index in
        [Cell.day(start + index)] + columns.map { .text($0.cells[index]) }
      }
      return Table(["date"] + names, rows)
    }
    let rows = granularity.periods(of: covered).map { period in
      [Cell.day(period.lowerBound), .day(period.upperBound - 1)]
        + columns.map { .text($0.summary(indices(period))) }
    }
    return Table(["start_date", "end_date"] + names, rows)
  }
}

extension BudgetGranularity {
  fileprivate func periods(of days: Range<CalendarDay>) -> [Range<CalendarDay>] {
    switch self {
    case .total: days.isEmpty ? [] : [days]
    case .monthly: Grain.monthly.slices(of: days).map(\.days)
    case .weekly: Grain.weekly.slices(of: days).map(\.days)
    case .daily: Grain.daily.slices(of: days).map(\.days)
    }
  }
}

extension PlanBudget.Column {
  /// Amounts add up; a contextual variable such as a price is averaged, because its sum would mean nothing.
  fileprivate func summary(_ indices: Range<Int>) -> String {
    let sum = sum(indices)
    guard kind == .context, !indices.isEmpty else { return "\(sum)" }
    var mean = sum / Decimal(indices.count)
    var rounded = Decimal()
    NSDecimalRound(&rounded, &mean, 4, .plain)
    return "\(rounded)"
  }
}
