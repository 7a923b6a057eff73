import Foundation

/// Threads for what computes for long, as many as there are processors. Each takes what came first, and runs it until
/// it ends or waits for something.
@available(macOS 15, iOS 18, tvOS 18, watchOS 11, visionOS 2, *)
final class ComputingThreads: TaskExecutor, @unchecked Sendable {
  static let shared = ComputingThreads(count: ProcessInfo.processInfo.activeProcessorCount)

  private let condition = NSCondition()
  /// Only touched under the condition's lock.
  private var jobs: [UnownedJob] = []

  private init(count: Int) {
    for _ in 0..<count {
      let thread = Thread { [self] in
        // A thread has the name of the one that made it until it gives itself another.
        Thread.current.name = "computing"
        while true { next().runSynchronously(on: asUnownedTaskExecutor()) }
      }
      // What a program's first thread has, since documents may be nested deeply.
      thread.stackSize = 8 << 20
      thread.start()
    }
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    condition.withLock { jobs.append(job) }
    condition.signal()
  }

  private func next() -> UnownedJob {
    condition.withLock {
      while jobs.isEmpty { condition.wait() }
      return jobs.removeFirst()
    }
  }
}
