/// What a state means for the wait.
enum JobPhase: Sendable, Hashable {
  case pending
  case succeeded
  case failed
  case unknown
}

extension JobDefinition {
  /// What a state means: pending states go on, all others end the wait in their way.
  func phase(of status: String, onUnknownStatus policy: UnknownStatusPolicy) -> JobPhase {
    if pending.contains(status) { return .pending }
    if success.contains(status) { return .succeeded }
    if failure.contains(status) { return .failed }
    return policy == .keepPolling ? .pending : .unknown
  }
}
