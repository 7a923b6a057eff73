import Foundation

@testable import RecastRuntime

/// Holds threads until it opens: a server that answers when the test says so, not when some time is over.
final class Gate: Sendable {
  private let condition = NSCondition()
  private let open: Locked<Bool>
  private let arrived = Locked(0)
  private let opensAfter: Int

  /// - Parameter count: with so many threads waiting it opens by itself.
  init(opensAfter count: Int = .max) {
    open = Locked(false)
    opensAfter = count
  }

  /// Waits until the gate is open.
  func wait() {
    condition.lock()
    defer { condition.unlock() }
    let count = arrived.withLock { count in
      count += 1
      return count
    }
    if count >= opensAfter {
      open.withLock { $0 = true }
      condition.broadcast()
    }
    while !open.withLock({ $0 }) { condition.wait() }
  }

  /// Lets everybody through, now and later.
  func letThrough() {
    condition.lock()
    defer { condition.unlock() }
    open.withLock { $0 = true }
    condition.broadcast()
  }
}
