import Foundation

/// Counts calls over a sliding window. A call that was refused does not count.
struct RateLimitWindow: Sendable {
  let limit: Int
  let seconds: Double
  var calls: [Date] = []

  init(limit: Int, seconds: Double) {
    self.limit = limit
    self.seconds = seconds
  }

  mutating func isFull(at now: Date) -> Bool {
    calls.removeAll { now.timeIntervalSince($0) >= seconds }
    return calls.count >= limit
  }

  mutating func record(_ now: Date) {
    calls.append(now)
  }
}
