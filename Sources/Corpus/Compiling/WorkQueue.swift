import Foundation

/// Runs jobs side by side, as many as there are processors and memory for.
package struct WorkQueue: Sendable {
  private let width: Int
  private let memory: Int

  /// - Parameters:
  ///   - width: the most jobs at a time.
  ///   - memory: the most bytes that all jobs of a time may need. A job that needs more than that runs alone.
  package init(width: Int, memory: Int) {
    self.width = max(1, width)
    self.memory = memory
  }

  /// Two thirds of the memory of this machine.
  package static var usualMemory: Int { Int(ProcessInfo.processInfo.physicalMemory / 3 * 2) }

  /// Runs a job for each item; the results are in the order of the items.
  ///
  /// - Parameter need: how much memory the job of an item will take, in bytes. Jobs that need much start first: the
  ///   others fit in beside them.
  package func map<Item: Sendable, Result: Sendable>(
    _ items: [Item],
    need: (Item) -> Int,
    _ job: @escaping @Sendable (Item) -> Result
  ) -> [Result] {
    let slots = Slots(width: width, memory: memory)
    let results = Results<Result>()
    let group = DispatchGroup()
    let needs = items.map(need)
    for index in items.indices.sorted(by: { needs[$0] > needs[$1] }) {
      let (item, need) = (items[index], min(needs[index], memory))
      slots.take(need)
      Thread.detachNewThread(in: group) {
        results.set(job(item), at: index)
        slots.give(need)
      }
    }
    group.wait()
    return results.sorted
  }
}

/// How many jobs may start now, and how much memory is left for them.
///
/// `@unchecked Sendable` holds because both numbers are only touched under the condition's lock.
private final class Slots: @unchecked Sendable {
  private let condition = NSCondition()
  private var width: Int
  private var memory: Int

  init(width: Int, memory: Int) {
    self.width = width
    self.memory = memory
  }

  func take(_ need: Int) {
    condition.withLock {
      while width == 0 || memory < need { condition.wait() }
      width -= 1
      memory -= need
    }
  }

  func give(_ need: Int) {
    condition.withLock {
      width += 1
      memory += need
      condition.broadcast()
    }
  }
}

/// The results of jobs that end in any order.
///
/// `@unchecked Sendable` holds because the values are only touched under the lock.
private final class Results<Value: Sendable>: @unchecked Sendable {
  private let lock = NSLock()
  private var values: [Int: Value] = [:]

  func set(_ value: Value, at index: Int) { lock.withLock { values[index] = value } }

  var sorted: [Value] { lock.withLock { values.sorted { $0.key < $1.key }.map(\.value) } }
}

extension Thread {
  /// Runs a job that blocks on a thread of its own.
  fileprivate static func detachNewThread(in group: DispatchGroup, _ job: @escaping @Sendable () -> Void) {
    group.enter()
    detachNewThread {
      job()
      group.leave()
    }
  }
}
