import Foundation

/// All that a sandbox remembers, as a state file holds it.
struct SandboxSnapshot: Codable {
  var reports: ReportStore.Saved
  var runs: RunStore
  var jobs: JobStores
  var rateLimits: [String: [[Date]]]
  var sessions: SessionStore
  /// Absent until somebody has changed something about the plans that are there from the beginning.
  var plans: PlanStore?
}

extension SandboxState {
  var snapshot: SandboxSnapshot {
    SandboxSnapshot(
      reports: reports.saved,
      runs: runs,
      jobs: jobs,
      rateLimits: rateLimits.calls,
      sessions: sessions,
      plans: planStore
    )
  }

  /// Writes the state file, if there is one and something has changed since it was last written. Several requests that
  /// wait for this share one write.
  func saveChanges() throws {
    guard let stateFile, savedChanges < changes else { return }
    try stateFile.write(snapshot)
    savedChanges = changes
  }

  /// Notes that a request may have changed something.
  func markChanged() { changes += 1 }
}
