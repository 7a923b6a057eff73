import Foundation

/// The limits on creating things, each with the calls it has counted.
struct RateLimits: Sendable {
  var runs: [RateLimitWindow]
  /// Optimizations, forecasts and spend forecasts together: whether they share one bucket is not documented, and who
  /// keeps within a shared one keeps within three.
  var jobs: [RateLimitWindow]
  /// Plans and plan versions.
  var plans: [RateLimitWindow]

  init(_ configuration: SandboxConfiguration) {
    runs = [
      RateLimitWindow(limit: configuration.runsPerMinute, seconds: 60),
      RateLimitWindow(limit: configuration.runsPerDay, seconds: 86_400),
    ]
    jobs = [RateLimitWindow(limit: configuration.jobsPerMinute, seconds: 60)]
    plans = [RateLimitWindow(limit: configuration.planWritesPerMinute, seconds: 60)]
  }

  /// Whether every window has room for one more call; if so, it is counted in each.
  mutating func admit(_ kind: WritableKeyPath<RateLimits, [RateLimitWindow]>, at now: Date) -> Bool {
    for place in self[keyPath: kind].indices where self[keyPath: kind][place].isFull(at: now) { return false }
    for place in self[keyPath: kind].indices { self[keyPath: kind][place].record(now) }
    return true
  }
}
