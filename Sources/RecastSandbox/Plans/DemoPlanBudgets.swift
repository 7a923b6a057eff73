import Foundation

/// The budgets of the demo client's plans.
extension DemoPlans {
  func budget(_ start: CalendarDay, _ end: CalendarDay, _ columns: [PlanCatalog.Column]) -> PlanBudget {
    PlanBudget(
      start: start,
      end: end,
      columns: columns.map { .init(column: $0, cells: plannedCells(of: $0, start..<(end + 1), factor: 1.05)) }
    )
  }

  /// What the models expect to be spent when nobody decides anything.
  func usualCells(of column: PlanCatalog.Column, from start: CalendarDay, through end: CalendarDay) -> [String] {
    let days = start..<(end + 1)
    let model = models.first { $0.channel(column.name) != nil }
    guard column.kind == .spend, let model, let series = model.channel(column.name) else {
      return plannedCells(of: column, days, factor: 1)
    }
    return model.indices(days, within: model.horizon).map { Cell.hundredths(series.spend[$0]).text }
  }

  /// Round amounts on the days on which the channel usually spends.
  private func plannedCells(of column: PlanCatalog.Column, _ days: Range<CalendarDay>, factor: Double) -> [String] {
    let deployments = catalog.deployments
    let upper = deployments.flatMap(\.upperFunnel).first { $0.name == column.name }
    let lower = deployments.flatMap(\.lowerFunnel).first { $0.name == column.name }
    return (0..<(days.upperBound - days.lowerBound)).map { offset in
      let day = days.lowerBound + offset
      switch column.kind {
      case .context, .nonSpend: return catalog.usualCell(of: column) ?? "0"
      case .lowerFunnel: return rounded(Double(lower?.baseSpend ?? 0) * 1.9, day, factor)
      case .spend:
        guard let upper, day.number % upper.dropDays == 0 else { return "0" }
        return rounded(Double(upper.dailySpend * upper.dropDays), day, factor)
      }
    }
  }

  /// Tens of whole units.
  private func rounded(_ cents: Double, _ day: CalendarDay, _ factor: Double) -> String {
    String(Int((cents * MediaMixModel.season(day) * factor / 1000).rounded()) * 10)
  }
}

extension PlanBudget {
  /// The budget with a column's amounts changed on some days.
  func raised(
    _ name: String,
    on days: Range<CalendarDay>,
    by factor: Double,
    in catalog: PlanCatalog
  ) -> PlanBudget {
    guard let column = column(name) else { return self }
    let raised = indices(days).map { index in
      (day: start + index, cell: String(Int(((Double(column.cells[index]) ?? 0) * factor).rounded())))
    }
    let sent = SentBudget(columns: [column.column], days: raised.map(\.day), cells: raised.map { [$0.cell] })
    return patched(with: sent, in: catalog)
  }
}
