/// A job's answers while it goes on: one each time it is asked, the last one included.
///
/// The sequence ends after a success. It throws `JobFailed` or `UnknownJobStatus` after the answer that says so,
/// `JobTimedOut` at the deadline, and whatever makes further questions pointless: `APIError` other than 408, 429 and
/// 5xx, `DecodingFailure`, `CancellationError`. Lost connections and busy servers are asked again, on schedule.
public struct JobUpdates<Value: Sendable>: AsyncSequence, Sendable {
  /// One answer.
  public typealias Element = JobUpdate<Value>

  let job: Job<Value>
  let deadline: Duration
  let onUnknownStatus: UnknownStatusPolicy

  /// Begins to wait: the time until the deadline counts from the first question.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(poller: Poller(job: job, deadline: deadline, onUnknownStatus: onUnknownStatus))
  }

  /// Asks about a job, again and again.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var poller: Poller<Value>

    /// The next answer; nil after a success.
    public mutating func next() async throws -> JobUpdate<Value>? { try await poller.next() }
  }
}
