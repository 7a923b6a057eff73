import Foundation

/// When and from which models the service computes what belongs to a plan.
struct PlanRefresh: Sendable {
  var catalog: PlanCatalog
  var date: Date
  /// How fast forecasts run; without it they were over before the sandbox started, whatever the clock says.
  var speed: Double?

  func schedule(_ id: Int) -> JobSchedule {
    guard let speed else { return .finished(at: date) }
    return .report(id: id, created: date, succeeds: true, speed: speed)
  }
}

extension SandboxState {
  /// A refresh by what has just been written.
  nonisolated var refresh: PlanRefresh {
    PlanRefresh(catalog: planCatalog, date: clock.now(), speed: configuration.speed)
  }
}
