import Foundation

/// Where the sandbox reads the time: job states, timestamps and rate limits all follow it.
public struct SandboxClock: Sendable {
  let now: @Sendable () -> Date

  /// A clock that asks `now` each time.
  public init(now: @escaping @Sendable () -> Date) {
    self.now = now
  }

  /// The machine's clock.
  public static let system = SandboxClock { Date() }
}

/// A clock that stands still until it is told to move: lets a test walk through a job's states without waiting.
///
/// `@unchecked Sendable` holds because `instant` is only touched under the lock.
public final class ManualSandboxClock: @unchecked Sendable {
  private let lock = NSLock()
  private var instant: Date

  /// Starts at `instant`, by default 2026-09-18 12:00:00 UTC.
  public init(_ instant: Date = Date(timeIntervalSince1970: 1_789_732_800)) {
    self.instant = instant
  }

  /// Moves forward by a number of seconds.
  public func advance(seconds: Double) {
    lock.withLock { instant += seconds }
  }

  /// The view of this clock that a ``Sandbox`` takes.
  public var clock: SandboxClock {
    SandboxClock { [self] in lock.withLock { instant } }
  }
}
