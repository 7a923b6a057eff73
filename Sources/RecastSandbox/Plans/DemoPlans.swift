import Foundation

/// The plans of the demo client: the generated one, and three of its own that are current, over and yet to come.
struct DemoPlans {
  private static let author = "planning@example.com"

  let catalog: PlanCatalog
  let models: [MediaMixModel]
  private var store = PlanStore()

  /// Made once for all sandboxes of a process.
  static let all: PlanStore = {
    let catalog = PlanCatalog(deployments: DemoDeployments.all, kpis: DemoKPIs.all)
    var demo = DemoPlans(catalog: catalog, models: catalog.deployments.map(MediaMixModel.init))
    demo.addDefaultPlan()
    demo.addSpring()
    demo.addSecondHalf()
    demo.addNextYear()
    demo.store.keepPlans()
    return demo.store
  }()

  private init(catalog: PlanCatalog, models: [MediaMixModel]) {
    self.catalog = catalog
    self.models = models
  }

  /// The day after the current models went into service.
  private var refreshDate: Date { (catalog.dataEnd + 4).at(hour: 6) }

  private var refresh: PlanRefresh { PlanRefresh(catalog: catalog, date: refreshDate) }

  /// The refresh a week before, when there was an older model of revenue.
  private var earlierRefresh: PlanRefresh? {
    guard let revenue = catalog.kpis.first,
      var older = DemoDeployments.all.first(where: { $0.dashboard == "revenue" && !$0.active })
    else { return nil }
    older.active = true
    let date = (older.end + 4).at(hour: 6)
    return PlanRefresh(catalog: PlanCatalog(deployments: [older], kpis: [revenue]), date: date)
  }

  /// Business as usual for as long as the models can see. It has no names: nobody gave it any.
  private mutating func addDefaultPlan() {
    let id = "5b7a1f60-2f49-4a7e-8a51-0f6f3c0a9e01"
    let start = catalog.dataEnd + 1
    let columns = catalog.columns.filter { $0.kind != .lowerFunnel }.map { column in
      PlanBudget.Column(column: column, cells: usualCells(of: column, from: start, through: catalog.lastDay))
    }
    let budget = PlanBudget(start: start, end: catalog.lastDay, columns: columns)
    let version = PlanVersionRecord(
      .init(budget: budget, spikeType: nil),
      id: "1f0c2f5e-7f0e-4c53-9f0c-2f3a6a1f9d10",
      number: nil,
      label: nil,
      createdBy: "Recast",
      at: refreshDate
    )
    add(id, "Default plan", version, kind: .default, by: "Recast")
    store.evaluate(id, refresh)
  }

  private mutating func add(
    _ id: String,
    _ label: String,
    _ version: PlanVersionRecord,
    kind: PlanRecord.Kind = .custom,
    by author: String = author
  ) {
    store.add(
      PlanRecord(
        id: id,
        label: label,
        kind: kind,
        createdBy: author,
        created: version.created,
        updated: version.created,
        primary: version
      )
    )
  }
}

// MARK: - Plans that somebody made

extension DemoPlans {
  /// Over, and without the channels that only the model of new customers has.
  private mutating func addSpring() {
    let id = "c3a4de0f-6b0e-4d59-8f5e-9f6d21f6a702"
    let columns = catalog.columns.filter { !["Out of Home, Transit", "search_branded"].contains($0.name) }
    let budget = budget(CalendarDay(year: 2026, month: 3, day: 1), CalendarDay(year: 2026, month: 5, day: 31), columns)
    let caps = [LowerFunnelCap(channel: "search_branded", option: .capped, cap: 250_000)]
    let created = CalendarDay(year: 2026, month: 2, day: 12).at(hour: 9)
    let inputs = PlanVersionRecord.Inputs(budget: budget, caps: caps)
    add(id, "Spring 2026", version(inputs, "e90b6c9b-32b7-4d0c-9b3a-6f7c54b0a003", 1, created))
    if let plan = store.plan(id) {
      store.addAdherence(of: plan, through: nil, at: refreshDate.addingTimeInterval(-604_800))
    }
    store.evaluate(id, refresh)
  }

  /// Under way: two months have actual spend, and the models have been refreshed twice, and then the plan was changed.
  private mutating func addSecondHalf() {
    let id = "8d777078-044e-4e3d-8d95-8dc14daf8d93"
    let start = CalendarDay(year: 2026, month: 7, day: 1)
    let end = CalendarDay(year: 2026, month: 12, day: 31)
    let columns = catalog.columns.filter { $0.name != "affiliates" }
    let first = PlanVersionRecord.Inputs(budget: budget(start, end, columns))
    let created = CalendarDay(year: 2026, month: 6, day: 15).at(hour: 14)
    add(id, "H2 2026", version(first, "a2a1f0de-5a67-4a3a-bb0a-37f5f5c5c804", 1, created))
    if let earlierRefresh { store.evaluate(id, earlierRefresh) }
    addGoals(of: id)
    store.evaluate(id, refresh)

    let months = CalendarDay(year: 2026, month: 10, day: 1)..<(end + 1)
    var second = first
    second.budget = first.budget.raised("meta", on: months, by: 1.1, in: catalog)
    let changed = refreshDate.addingTimeInterval(93_000)
    store.add(version(second, "4b026308-cce1-42f0-a1ac-2b6b902766ec", 2, changed), to: id)
    store.evaluate(id, PlanRefresh(catalog: catalog, date: changed))
  }

  private mutating func addGoals(of planID: String) {
    guard let plan = store.plan(planID), let revenue = catalog.kpis.first,
      let customers = catalog.kpis.dropFirst().first
    else { return }
    let goals = [
      GoalForm(kpiID: revenue.id, name: "H2 revenue", start: plan.start, end: plan.end, value: 38_000_000),
      GoalForm(kpiID: customers.id, name: "July sign-ups", start: plan.start, end: plan.start + 30, value: 25_500),
      GoalForm(kpiID: revenue.id, name: "Holidays", start: plan.end - 60, end: plan.end, value: 13_200_000),
    ]
    for goal in goals { _ = store.addGoal(goal, of: plan, refresh) }
  }

  /// Yet to come, with spikes of its own, and without the e-mails that the revenue model needs to know about.
  private mutating func addNextYear() {
    let id = "2e6a7c44-90d1-4b1f-a0ce-51d3b87f4405"
    let columns = catalog.columns.filter { $0.kind != .nonSpend && $0.kind != .lowerFunnel }
    let budget = budget(CalendarDay(year: 2027, month: 1, day: 1), CalendarDay(year: 2027, month: 6, day: 30), columns)
    let sale = SpikeGroup.Depvar(slug: "revenue", dates: [CalendarDay(year: 2027, month: 4, day: 9)])
    let inputs = PlanVersionRecord.Inputs(
      budget: budget,
      caps: [LowerFunnelCap(channel: "affiliates", option: .off)],
      spikeType: .custom,
      spikeGroups: [SpikeGroup(name: "Spring Sale", depvars: [sale])]
    )
    let created = refreshDate.addingTimeInterval(180_000)
    add(id, "H1 2027 draft", version(inputs, "70c4b9d7-0f5b-4d92-8c0d-b5a4cf06d906", 1, created))
    store.evaluate(id, PlanRefresh(catalog: catalog, date: created))
  }

  private func version(
    _ inputs: PlanVersionRecord.Inputs,
    _ id: String,
    _ number: Int,
    _ created: Date
  ) -> PlanVersionRecord {
    PlanVersionRecord(
      inputs,
      id: id,
      number: "v\(number)",
      label: "Plan Version \(number) \(created.timestamp)",
      createdBy: Self.author,
      at: created
    )
  }
}
