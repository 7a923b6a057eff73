import Dispatch

/// Work whose parts do not depend on each other.
enum Concurrently {
  /// The values for the positions below a count, in their order whatever the order in which they were made.
  static func map<Value: Sendable>(_ count: Int, _ value: @Sendable (Int) -> Value) -> [Value] {
    [Value](unsafeUninitializedCapacity: count) { buffer, initialized in
      // Each position is written once, by whoever makes its value.
      nonisolated(unsafe) let buffer = buffer
      DispatchQueue.concurrentPerform(iterations: count) { position in
        buffer.initializeElement(at: position, to: value(position))
      }
      initialized = count
    }
  }
}
