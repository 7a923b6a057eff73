/// When the next call of one scope may go: the calls admitted so far in, a moment out. It knows no clock.
struct RateLimitSchedule: Sendable {
  /// The moments of the calls admitted, past and to come, in ascending order.
  private var admissions: [Duration] = []

  /// The moment at which another call may go, not before `now` and not before those already admitted.
  func next(_ limits: [RateLimit.Limit], now: Duration) -> Duration {
    limits.reduce(max(now, admissions.last ?? now)) { moment, limit in
      guard admissions.count >= limit.calls else { return moment }
      return max(moment, admissions[admissions.count - limit.calls] + limit.per)
    }
  }

  /// Admits a call for that moment, which `next` gave, and forgets what no limit asks for any more.
  mutating func admit(at moment: Duration, _ limits: [RateLimit.Limit], now: Duration) {
    admissions.append(moment)
    // By age, not by number: a call that is withdrawn later must not make older ones forgotten.
    let longest = limits.map(\.per).max() ?? .zero
    admissions.removeAll { $0 + longest <= now && $0 != moment }
  }

  /// Gives back a call that was admitted and not made.
  mutating func withdraw(_ moment: Duration) {
    if let index = admissions.lastIndex(of: moment) { admissions.remove(at: index) }
  }
}
