import Foundation

/// The plans that exist and what was computed for them. Old ones make room for new ones.
struct PlanStore: Codable, Sendable {
  private static let versionLimit = 1000
  private static let goalLimit = 1000
  private static let forecastsPerGoal = 20

  /// Oldest first, like everything here; the demonstration's own plans come before all others and stay.
  private(set) var plans: [PlanRecord] = []
  private(set) var forecasts: [PlanForecastRecord] = []
  private(set) var adherence: [AdherenceRecord] = []
  private(set) var goals: [GoalRecord] = []
  private var demoPlans = 0
  private var nextForecastID = 90_410
  private var nextAdherenceID = 611
  private var nextGoalID = 247
  private var identifiers = IdentifierSequence()

  func plan(_ id: String) -> PlanRecord? { plans.last { $0.id == id.lowercased() } }

  func goal(_ id: Int) -> GoalRecord? { goals.last { $0.id == id } }

  mutating func nextIdentifier() -> String { identifiers.next() }

  /// From now on the plans so far count as the demonstration's own.
  mutating func keepPlans() { demoPlans = plans.count }
}

// MARK: - Plans and versions

extension PlanStore {
  mutating func add(_ plan: PlanRecord) {
    plans.append(plan)
    makeRoom(keeping: plan.id)
  }

  /// Makes `version` the primary one of a plan.
  mutating func add(_ version: PlanVersionRecord, to planID: String) {
    guard let place = plans.lastIndex(where: { $0.id == planID }) else { return }
    var base = plans[place].primary
    base.updated = version.created
    plans[place].superseded.append(base)
    plans[place].primary = version
    plans[place].versionCount += 1
    plans[place].updated = version.created
    makeRoom(keeping: planID)
  }

  private mutating func makeRoom(keeping planID: String) {
    while plans.reduce(0, { $0 + 1 + $1.superseded.count }) > Self.versionLimit {
      if let oldest = plans.indices.first(where: { $0 >= demoPlans && plans[$0].id != planID }) {
        let plan = plans.remove(at: oldest)
        forecasts.removeAll { $0.planID == plan.id }
        adherence.removeAll { $0.planID == plan.id }
        goals.removeAll { $0.planID == plan.id }
      } else if let place = plans.lastIndex(where: { $0.id == planID && !$0.superseded.isEmpty }) {
        let version = plans[place].superseded.removeFirst()
        forecasts.removeAll { $0.versionID == version.id }
        adherence.removeAll { $0.versionID == version.id }
      } else {
        return
      }
    }
  }
}

// MARK: - What is computed for them

extension PlanStore {
  /// Adds what the service computes when a plan's inputs or a model's data have changed: for each KPI that the primary
  /// version is compatible with a forecast of its coming days and both views of its past ones, for each of the plan's
  /// goals a forecast, and a report of planned against actual spend.
  mutating func evaluate(_ planID: String, _ refresh: PlanRefresh) {
    guard let plan = plan(planID) else { return }
    let catalog = refresh.catalog
    for kpi in catalog.compatibleKPIs(with: plan.primary) {
      guard let end = catalog.dataEnd(of: kpi) else { continue }
      var kinds: [PlanForecastRecord.Kind] = plan.end > end ? [.regular] : []
      if plan.start <= end { kinds += [.planned, .actuals] }
      kinds += goals.filter { $0.planID == planID && $0.kpiID == kpi.id }.map { .goal($0.target) }
      for kind in kinds { addForecast(kind, of: plan, kpi, refresh) }
    }
    if plan.start <= catalog.dataEnd {
      addAdherence(of: plan, through: min(plan.end, catalog.dataEnd), at: refresh.date)
    }
  }

  private mutating func addForecast(
    _ kind: PlanForecastRecord.Kind,
    of plan: PlanRecord,
    _ kpi: KPI,
    _ refresh: PlanRefresh
  ) {
    let id = nextForecastID
    nextForecastID += 1
    forecasts.append(
      PlanForecastRecord(
        id: id,
        planID: plan.id,
        versionID: plan.primary.id,
        kpiID: kpi.id,
        deploymentIDs: (refresh.catalog.deployments(of: kpi) ?? []).map(\.id),
        kind: kind,
        created: refresh.date,
        schedule: refresh.schedule(id)
      )
    )
    guard case .goal(let target) = kind, let place = goals.lastIndex(where: { $0.id == target.id }) else { return }
    goals[place].forecastID = id
    let history = forecasts.filter { $0.goalID == target.id }.map(\.id)
    if history.count > Self.forecastsPerGoal { forecasts.removeAll { $0.id == history.first } }
  }

  /// - Parameter through: the last day with actual spend; without one the report has failed.
  mutating func addAdherence(of plan: PlanRecord, through day: CalendarDay?, at now: Date) {
    adherence.append(
      AdherenceRecord(id: nextAdherenceID, planID: plan.id, versionID: plan.primary.id, through: day, created: now)
    )
    nextAdherenceID += 1
  }
}

// MARK: - Goals

extension PlanStore {
  /// Keeps a goal together with its first forecast, and returns its id.
  mutating func addGoal(_ form: GoalForm, of plan: PlanRecord, _ refresh: PlanRefresh) -> Int {
    let id = nextGoalID
    nextGoalID += 1
    goals.append(GoalRecord(form, id: id, planID: plan.id, at: refresh.date))
    if goals.count > Self.goalLimit { removeGoal(goals[0].id) }
    forecastGoal(id, of: plan, refresh)
    return id
  }

  /// Changes a goal, and forecasts it anew unless only its name is another.
  mutating func changeGoal(_ id: Int, to form: GoalForm, of plan: PlanRecord, _ refresh: PlanRefresh) {
    guard let place = goals.lastIndex(where: { $0.id == id }) else { return }
    let before = goals[place].target
    goals[place].form = form
    goals[place].updated = refresh.date
    if goals[place].target != before { forecastGoal(id, of: plan, refresh) }
  }

  mutating func removeGoal(_ id: Int) {
    goals.removeAll { $0.id == id }
    forecasts.removeAll { $0.goalID == id }
  }

  private mutating func forecastGoal(_ id: Int, of plan: PlanRecord, _ refresh: PlanRefresh) {
    guard let goal = goal(id), let kpi = refresh.catalog.kpi(goal.kpiID) else { return }
    addForecast(.goal(goal.target), of: plan, kpi, refresh)
  }
}
