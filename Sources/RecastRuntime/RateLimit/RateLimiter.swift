/// Makes calls wait so that the API's limits hold; shared by all copies of a connection.
///
/// Calls are served in the order in which they come. It counts what this connection sends: another process with the
/// same token is not seen.
actor RateLimiter {
  private let clock: any Clock<Duration>
  private let stopwatch: Stopwatch
  private var schedules: [String: RateLimitSchedule] = [:]

  init(clock: any Clock<Duration>) {
    self.clock = clock
    stopwatch = Stopwatch(clock)
  }

  /// Returns when the call may go.
  ///
  /// - Throws: `RateLimitError`, at once, when that would take longer than `patience`; `CancellationError` when the task
  ///   is cancelled while it waits, and the place in the queue is given back.
  func admit(_ rateLimit: RateLimit, operationID: String, within patience: Duration) async throws {
    try Task.checkCancellation()
    let now = stopwatch.elapsed()
    let moment = schedules[rateLimit.scope, default: RateLimitSchedule()].next(rateLimit.limits, now: now)
    let wait = moment - now
    guard wait <= patience else {
      throw RateLimitError(operationID: operationID, rateLimit: rateLimit, wait: wait)
    }
    schedules[rateLimit.scope, default: RateLimitSchedule()].admit(at: moment, rateLimit.limits, now: now)
    guard wait > .zero else { return }
    do {
      try await clock.sleep(for: wait)
    } catch {
      schedules[rateLimit.scope]?.withdraw(moment)
      throw error
    }
  }
}
