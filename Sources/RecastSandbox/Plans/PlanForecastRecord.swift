import Foundation

/// A forecast that the service makes for a plan by itself.
struct PlanForecastRecord: Codable, Sendable {
  enum Kind: Codable, Hashable, Sendable {
    /// The coming days of the plan.
    case regular
    /// Its past days again, as if they had gone to plan.
    case planned
    /// Its past days again, with what was really spent.
    case actuals
    /// The range of a goal.
    case goal(GoalRecord.Target)
  }

  var id: Int
  var planID: String
  var versionID: String
  var kpiID: String
  var deploymentIDs: [Int]
  var kind: Kind
  var created: Date
  var schedule: JobSchedule

  var goalID: Int? {
    if case .goal(let target) = kind { target.id } else { nil }
  }

  /// The name that filters and answers use; regular forecasts and those of goals have none.
  var altcastType: String? {
    switch kind {
    case .planned: "planned"
    case .actuals: "actuals"
    case .regular, .goal: nil
    }
  }

  func status(at now: Date) -> (name: String, since: Date) { schedule.status(at: now) }
}
