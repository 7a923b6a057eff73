import Foundation

/// A value behind a lock, for state that callbacks of URLSession and async functions share.
///
/// `Mutex` would do the same and needs newer systems than this package does.
// Sendable because every access to `value` holds the lock.
final class Locked<Value>: @unchecked Sendable {
  private let lock = NSLock()
  private var value: Value

  init(_ value: sending Value) {
    self.value = value
  }

  /// Runs `body` with the value; nothing else can touch it meanwhile.
  func withLock<Result>(_ body: (inout Value) throws -> Result) rethrows -> Result {
    lock.lock()
    defer { lock.unlock() }
    return try body(&value)
  }
}
