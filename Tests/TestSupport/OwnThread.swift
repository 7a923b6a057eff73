import Foundation
import Testing

/// Runs tests that compute for long on threads of their own.
///
/// Tests share a pool of as many threads as there are processors. A few that compute for a minute occupy all of it,
/// and whatever waits for a socket or a timer waits for them. Here a test stays the same task on another thread, so
/// that expectations, errors and cancellation are still those of the test.
package struct OwnThread: TestTrait, SuiteTrait, TestScoping {
  /// The processor time that a test may take: that of the clock depends on what else the machine does.
  let limit: Duration?

  /// All tests of a suite, each on its own.
  package var isRecursive: Bool { true }

  package func provideScope(
    for test: Test,
    testCase: Test.Case?,
    performing function: @Sendable () async throws -> Void
  ) async throws {
    guard #available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *) else { return try await function() }
    try await withTaskExecutorPreference(ComputingThreads.shared) {
      let start = ProcessorTime()
      try await function()
      guard let limit else { return }
      if let took = start.elapsed() {
        if took > limit { Self.record("took \(took) of processor time, more than \(limit)", test) }
      } else {
        Self.record("changed threads, so that its time cannot be told: only what waits for nothing has a limit", test)
      }
    }
  }

  private static func record(_ fault: String, _ test: Test) {
    Issue.record(Comment(rawValue: fault), sourceLocation: test.sourceLocation)
  }
}

extension Trait where Self == OwnThread {
  /// Runs what computes for long on a thread of its own, so that other tests go on.
  package static var ownThread: Self { OwnThread(limit: nil) }

  /// Runs what computes for long on a thread of its own; it fails when that takes too much processor time.
  package static func ownThread(within limit: Duration) -> Self { OwnThread(limit: limit) }
}

/// How long a thread had had a processor for at some moment.
private struct ProcessorTime {
  private let thread = Thread.current
  private let time = Self.now

  /// What has come to that since; `nil` on another thread.
  func elapsed() -> Duration? { Thread.current === thread ? Self.now - time : nil }

  private static var now: Duration {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }
}
