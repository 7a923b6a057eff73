/// One of a plan's forecasts with everything that it is computed from.
struct PlanForecast: Sendable {
  let record: PlanForecastRecord
  let plan: PlanRecord
  let version: PlanVersionRecord
  let kpi: KPI
  let parts: [Projection.Part]

  /// The last day with data.
  var dataEnd: CalendarDay { parts.map(\.model.deployment.end).min() ?? plan.start }

  /// What `start_date` and `end_date` say: the coming days, the past ones, or a goal's own.
  var window: Range<CalendarDay> {
    switch record.kind {
    case .regular: max(plan.start, min(dataEnd + 1, plan.end))..<(plan.end + 1)
    case .planned, .actuals: plan.start..<(max(plan.start, min(plan.end, dataEnd)) + 1)
    case .goal(let target): target.start..<max(target.start, target.end + 1)
    }
  }

  /// The days that the results add up. A past that is told as planned goes on into the future; a goal is forecast from
  /// the day after the data, or, where nothing is left to forecast, told once more by the model.
  private var projectedDays: Range<CalendarDay> {
    switch record.kind {
    case .regular, .actuals: window
    case .planned: plan.start..<(plan.end + 1)
    case .goal: window.upperBound > dataEnd + 1 ? comingDays(of: window) : window
    }
  }

  func comingDays(of days: Range<CalendarDay>) -> Range<CalendarDay> {
    let first = min(max(days.lowerBound, dataEnd + 1), days.upperBound)
    return first..<days.upperBound
  }

  var projection: Projection { Projection(scenario, of: parts, over: projectedDays) }

  /// What the model saw, without a plan, on those days of the window that have data.
  func past(of days: Range<CalendarDay>) -> Range<CalendarDay> {
    days.lowerBound..<max(days.lowerBound, min(days.upperBound, dataEnd + 1))
  }

  /// The days whose spend follows the plan. Before a plan that starts later than tomorrow, spend is business as usual,
  /// which is what the generated plan says too.
  var plannedDays: Range<CalendarDay> {
    switch record.kind {
    case .planned: version.budget.days
    case .actuals: plan.start..<plan.start
    case .regular, .goal: comingDays(of: version.budget.days)
    }
  }
}

// MARK: - What is assumed

extension PlanForecast {
  var scenario: Scenario {
    let budget = version.budget
    let indices = budget.indices(plannedDays)
    var spend: [String: [Int]] = [:]
    var context: [String: [Double]] = [:]
    for column in budget.columns {
      switch column.kind {
      case .spend, .lowerFunnel: spend[column.name] = Array(column.hundredths[indices])
      case .context: context[column.name] = column.cells[indices].map { Double($0) ?? 0 }
      case .nonSpend: break
      }
    }
    return Scenario(
      budget: DailyBudget(days: plannedDays, spend: spend, context: context),
      lowerFunnel: Dictionary(version.sentCaps.map { ($0.channel, $0.limit) }) { first, _ in first },
      spikes: spikes
    )
  }

  /// A group counts for the outcomes that it names, and only where their model knows the spike.
  private var spikes: [String: [CalendarDay]] {
    var dates: [String: [CalendarDay]] = [:]
    for group in version.spikeGroups {
      for depvar in group.depvars where knows(group.name, depvar.slug) {
        dates[group.name, default: []] += depvar.dates.filter { !dates[group.name, default: []].contains($0) }
      }
    }
    return dates
  }

  private func knows(_ spike: String, _ dashboard: String) -> Bool {
    parts.contains { part in
      part.name == dashboard && part.model.deployment.spikes.contains { $0.name == spike }
    }
  }
}

extension LowerFunnelCap {
  fileprivate var limit: LowerFunnelLimit {
    switch option {
    case .uncapped: .uncapped
    case .capped: .capped(Int(min((cap ?? 0) * 100, 1e15).rounded()))
    case .off: .off
    case .manual: .manual
    }
  }
}

// MARK: - Files

extension PlanForecast {
  /// The tables of the projection. The daily one of a regular forecast begins with what has happened already.
  func files(of projection: Projection) -> [ReportFile] {
    projection.files.map { file in
      guard case .regular = record.kind, file.key == "daily_forecast" else { return file }
      return ReportFile(file.key, file.description) {
        var table = file.table()
        table.rows = elapsed.rows + table.rows
        return table
      }
    }
  }

  /// The plan's days that have data: the outcome is known, so that there is nothing between its quantiles.
  private var elapsed: Table {
    let days = past(of: plan.start..<(plan.end + 1))
    var table = Projection(.unchanged, of: parts, over: days).dailyForecast.table()
    let known: Set<String> = ["mean", "p25", "median", "p75"]
    for row in table.rows.indices {
      let outcome = actualOutcome(on: days.lowerBound + row)
      for (place, name) in table.header.enumerated() where known.contains(name) {
        table.rows[row][place] = .hundredths(outcome)
      }
    }
    return table
  }

  func actualOutcome(on day: CalendarDay) -> Int {
    parts.reduce(0) { sum, part in
      sum + Int((Double(part.model.actual(part.model.index(day))) * part.weight).rounded())
    }
  }
}

extension Scenario {
  /// What happened, and business as usual afterwards.
  static let unchanged = Scenario(
    budget: DailyBudget(days: CalendarDay(number: 0)..<CalendarDay(number: 0), spend: [:])
  )
}
