extension Connection {
  /// Changes what others may change at the same time: reads what is current, sends the change with it as a lock, and
  /// starts over when the server answers that it is current no more.
  ///
  /// Nothing is sent twice for any other reason: a change that the server finds wrong stays wrong.
  ///
  /// - Parameters:
  ///   - operationID: The operation that sends the change, for messages.
  ///   - attempts: How often to try, at least once.
  ///   - conflict: The status of an answer that says that the lock is old.
  ///   - current: Reads what is current.
  ///   - change: Sends the change.
  /// - Throws: `EditConflict` after the last attempt, `NothingToEdit` when there is nothing current, what `current` and
  ///   `change` throw, `CancellationError` when the task is cancelled.
  public func edit<Current: Sendable, Output: Sendable>(
    _ operationID: String,
    attempts: Int,
    conflict: Int,
    current: () async throws -> Current?,
    _ change: (Current) async throws -> Output
  ) async throws -> Output {
    var attempt = 1
    while true {
      try Task.checkCancellation()
      guard let value = try await current() else { throw NothingToEdit(operationID: operationID) }
      do {
        return try await change(value)
      } catch let refusal as APIError where refusal.status == conflict {
        guard attempt < attempts else {
          throw EditConflict(operationID: operationID, attempts: attempt, refusal: refusal)
        }
      }
      // Those who were refused together would otherwise meet again.
      try await clock.sleep(for: .milliseconds(Int(random() * Double(min(100 << min(attempt, 5), 2000)))))
      attempt += 1
    }
  }
}
