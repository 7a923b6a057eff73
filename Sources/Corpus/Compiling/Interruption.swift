import Dispatch
import Foundation

/// What is cleared up when somebody ends the program, be it with Ctrl-C.
///
/// Nobody else would do it: the programs that this one starts are in process groups of their own, and temporary folders
/// are large.
///
/// `@unchecked Sendable` holds because what changes is only touched under the lock.
package final class Interruption: @unchecked Sendable {
  /// Names something that is to be cleared up.
  package struct Entry: Hashable, Sendable {
    fileprivate let number: Int
  }

  /// The only one: signals come to the process as a whole.
  package static let shared = Interruption()

  static let signals = [SIGINT, SIGTERM, SIGHUP]

  private let lock = NSLock()
  private var actions: [Entry: @Sendable () -> Void] = [:]
  private var last = 0
  private var sources: [any DispatchSourceSignal] = []

  private init() {
    sources = Self.signals.map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { [unowned self] in end(by: number) }
      source.resume()
      return source
    }
  }

  /// Has something done when the program is ended, unless it is removed before.
  package func add(_ action: @escaping @Sendable () -> Void) -> Entry {
    lock.withLock {
      last += 1
      actions[Entry(number: last)] = action
      return Entry(number: last)
    }
  }

  /// Forgets what is cleared up already.
  package func remove(_ entry: Entry) { lock.withLock { actions[entry] = nil } }

  /// Clears up, the latest first: processes are ended before their folders go. Then the program ends as it would have.
  private func end(by number: Int32) {
    // The lock is kept, so that nothing more is started.
    lock.lock()
    for entry in actions.keys.sorted(by: { $0.number > $1.number }) { actions[entry]?() }
    signal(number, SIG_DFL)
    kill(getpid(), number)
  }
}
