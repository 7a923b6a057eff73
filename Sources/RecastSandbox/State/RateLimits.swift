import Foundation

/// The limits on creating things, each with the calls it has counted.
struct RateLimits: Sendable {
  enum Kind: String, CaseIterable, Sendable {
    case runs
    /// Optimizations, forecasts and spend forecasts together: whether they share one bucket is not documented, and who
    /// keeps within a shared one keeps within three.
    case jobs
    /// Plans and plan versions.
    case plans
  }

  private var windows: [Kind: [RateLimitWindow]]

  init(_ configuration: SandboxConfiguration) {
    windows = [
      .runs: [
        RateLimitWindow(limit: configuration.runsPerMinute, seconds: 60),
        RateLimitWindow(limit: configuration.runsPerDay, seconds: 86_400),
      ],
      .jobs: [RateLimitWindow(limit: configuration.jobsPerMinute, seconds: 60)],
      .plans: [RateLimitWindow(limit: configuration.planWritesPerMinute, seconds: 60)],
    ]
  }

  /// Whether every window has room for one more call; if so, it is counted in each.
  mutating func admit(_ kind: Kind, at now: Date) -> Bool {
    var counted = windows[kind] ?? []
    for place in counted.indices where counted[place].isFull(at: now) { return false }
    for place in counted.indices { counted[place].record(now) }
    windows[kind] = counted
    return true
  }

  /// What was counted so far, by kind and window. The limits themselves belong to the configuration.
  var calls: [String: [[Date]]] {
    get {
      Dictionary(windows.map { ($0.key.rawValue, $0.value.map(\.calls)) }) { $1 }
    }
    set {
      for kind in Kind.allCases {
        for (place, calls) in zip(windows[kind, default: []].indices, newValue[kind.rawValue] ?? []) {
          windows[kind]?[place].calls = calls
        }
      }
    }
  }
}
