/// The result of `operation`, or an error when it takes longer than `limit`; the operation is cancelled then.
///
/// - Throws: `TransportError` (`timedOut`) after the limit, and what the operation throws.
func withTimeout<Value: Sendable>(
  _ limit: Duration,
  clock: any Clock<Duration>,
  _ operation: @escaping @Sendable () async throws -> Value
) async throws -> Value {
  try await withThrowingTaskGroup(of: Value?.self) { group in
    defer { group.cancelAll() }
    group.addTask { try await operation() }
    group.addTask {
      try await clock.sleep(for: limit)
      return nil
    }
    // The first to end decides. When it is the sleep, it was either over or cancelled with the whole task.
    guard let first = try await group.next(), let value = first else {
      throw TransportError(.timedOut, "no complete answer within \(limit.readable)")
    }
    return value
  }
}
