/// The loop that asks about a job. It is the only part that waits; when to ask is the schedule's business.
struct Poller<Value: Sendable>: Sendable {
  private let job: Job<Value>
  private let schedule: PollSchedule
  private let onUnknownStatus: UnknownStatusPolicy

  private var stopwatch: Stopwatch?
  private var attempts = 0
  private var isLastAttempt = false
  private var retryAfter: Duration?
  private var last: (status: String, value: Value)?
  private var lastError: (any Error)?
  /// How it ended: nil while it goes on, success, or the error to throw next.
  private var outcome: Result<Void, any Error>?

  init(job: Job<Value>, deadline: Duration, onUnknownStatus: UnknownStatusPolicy) {
    self.job = job
    schedule = PollSchedule(interval: job.definition.interval, deadline: deadline)
    self.onUnknownStatus = onUnknownStatus
  }

  /// The next answer; nil after a success.
  mutating func next() async throws -> JobUpdate<Value>? {
    while true {
      if let outcome {
        // An error is thrown once; after that the sequence is over, as `AsyncIteratorProtocol` wants it.
        self.outcome = .success(())
        try outcome.get()
        return nil
      }
      do {
        try await pause()
        if let update = try await ask() { return update }
      } catch {
        outcome = .failure(error)
      }
    }
  }

  /// Waits until it is time to ask.
  ///
  /// - Throws: `JobTimedOut` when the last question has been asked.
  private mutating func pause() async throws {
    guard let stopwatch else {
      stopwatch = Stopwatch(job.connection.clock)
      return
    }
    let elapsed = stopwatch.elapsed()
    let pause = schedule.pause(
      afterAttempts: attempts,
      elapsed: elapsed,
      retryAfter: retryAfter,
      random: job.connection.random()
    )
    guard !isLastAttempt, let pause else { throw timedOut(elapsed) }
    try await job.connection.clock.sleep(for: pause.duration)
    isLastAttempt = pause.isLast
  }

  /// Asks once; nil when there was no answer but there may be one later.
  private mutating func ask() async throws -> JobUpdate<Value>? {
    attempts += 1
    retryAfter = nil
    let elapsed = stopwatch?.elapsed() ?? .zero
    do {
      let options = CallOptions(timeout: callTimeout(elapsed), headers: job.options.headers)
      let value = try await job.connection.send(job.poll, options: options)
      return update(value, elapsed: stopwatch?.elapsed() ?? elapsed)
    } catch let error as APIError where error.isTransient {
      retryAfter = error.retryAfter
      lastError = error
    } catch let error as TransportError where error.isTransient {
      lastError = error
    } catch let error as RateLimitError {
      retryAfter = error.wait
      lastError = error
    }
    return nil
  }

  /// A question that hangs must not outlast the wait. The last one still gets a moment.
  private func callTimeout(_ elapsed: Duration) -> Duration {
    min(job.options.timeout ?? job.connection.timeout, max(schedule.deadline - elapsed, .seconds(10)))
  }

  private mutating func update(_ value: Value, elapsed: Duration) -> JobUpdate<Value> {
    let status = job.definition.status(value)
    last = (status, value)
    lastError = nil
    switch job.definition.phase(of: status, onUnknownStatus: onUnknownStatus) {
    case .pending: break
    case .succeeded: outcome = .success(())
    case .failed:
      outcome = .failure(JobFailed(name: job.definition.name, id: job.id, status: status, snapshot: value))
    case .unknown:
      outcome = .failure(UnknownJobStatus(name: job.definition.name, id: job.id, status: status, snapshot: value))
    }
    return JobUpdate(status: status, value: value, attempt: attempts, elapsed: elapsed)
  }

  private func timedOut(_ elapsed: Duration) -> JobTimedOut<Value> {
    JobTimedOut(
      name: job.definition.name,
      id: job.id,
      status: last?.status,
      snapshot: last?.value,
      elapsed: elapsed,
      lastError: lastError
    )
  }
}
