/// A finished optimization that a plan can be made of.
struct PlannableOptimization: Sendable {
  let form: OptimizationForm
  let budget: OptimizedBudget
}

extension PlanVersionRecord.Inputs {
  /// Dates, amounts, lower funnel channels and spikes as the optimization has them. Nothing when its models have no
  /// channel in common with the client's KPIs, or when it covers a single day.
  init?(_ optimization: PlannableOptimization, in catalog: PlanCatalog) {
    let days = optimization.budget.days
    let start = days.lowerBound
    let end = days.upperBound - 1
    guard start >= catalog.firstDay, start < end, end <= catalog.lastDay else { return nil }
    let caps = optimization.caps(in: catalog)
    let columns = catalog.columns.compactMap { column in
      optimization.cells(of: column, caps).map { PlanBudget.Column(column: column, cells: $0) }
    }
    guard columns.contains(where: { $0.kind == .spend }) else { return nil }
    let groups = optimization.spikeGroups(in: catalog)
    self.init(
      budget: PlanBudget(start: start, end: end, columns: columns.filledUp(days, in: catalog)),
      caps: caps,
      spikeType: groups.isEmpty ? .model : .custom,
      spikeGroups: groups
    )
  }
}

extension PlannableOptimization {
  /// What the first period says. Spend that was optimized or uploaded is in the budget.
  fileprivate func caps(in catalog: PlanCatalog) -> [LowerFunnelCap] {
    let decided = form.periods.first?.lowerFunnel ?? [:]
    return catalog.names(of: .lowerFunnel).compactMap { channel in
      guard budget.scenario.budget.spend[channel] != nil else { return nil }
      return switch decided[channel] ?? .limit(.uncapped) {
      case .limit(.uncapped): LowerFunnelCap(channel: channel, option: .uncapped)
      case .limit(.off): LowerFunnelCap(channel: channel, option: .off)
      case .limit(.capped(let cents)):
        cents > 0
          ? LowerFunnelCap(channel: channel, option: .capped, cap: Double(cents) / 100)
          : LowerFunnelCap(channel: channel, option: .off)
      case .limit(.manual), .optimize: LowerFunnelCap(channel: channel, option: .manual)
      }
    }
  }

  /// The amounts of a channel that the optimization decides about.
  fileprivate func cells(of column: PlanCatalog.Column, _ caps: [LowerFunnelCap]) -> [String]? {
    let budget = budget.scenario.budget
    switch column.kind {
    case .spend: return budget.spend[column.name]?.map { Cell.hundredths($0).text }
    case .lowerFunnel:
      guard caps.contains(where: { $0.channel == column.name && $0.option == .manual }) else { return nil }
      return budget.spend[column.name]?.map { Cell.hundredths($0).text }
    case .context: return budget.context[column.name]?.map { Cell.ratio($0).text }
    case .nonSpend: return nil
    }
  }

  /// The dates inside the plan.
  fileprivate func spikeGroups(in catalog: PlanCatalog) -> [SpikeGroup] {
    var groups: [SpikeGroup] = []
    for configuration in form.configurations where catalog.deployment(of: configuration.deployment.dashboard) != nil {
      for (name, dates) in configuration.spikes.sorted(by: { $0.key < $1.key }) {
        let inside = dates.filter(budget.days.contains)
        guard !inside.isEmpty else { continue }
        let depvar = SpikeGroup.Depvar(slug: configuration.deployment.dashboard, dates: inside)
        if let place = groups.firstIndex(where: { $0.name == name }) {
          groups[place].depvars.append(depvar)
        } else {
          groups.append(SpikeGroup(name: name, depvars: [depvar]))
        }
      }
    }
    return groups
  }
}

extension [PlanBudget.Column] {
  /// With the variables and the activity that an optimization says nothing about, as the models expect them.
  fileprivate func filledUp(_ days: Range<CalendarDay>, in catalog: PlanCatalog) -> [PlanBudget.Column] {
    catalog.columns.compactMap { column in
      if let known = first(where: { $0.column == column }) { return known }
      return catalog.usualCell(of: column).map { cell in
        PlanBudget.Column(column: column, cells: days.map { _ in cell })
      }
    }
  }
}
