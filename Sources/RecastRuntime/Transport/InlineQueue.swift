#if canImport(FoundationNetworking)
  import Foundation

  /// Runs the delegate's callbacks where they arise, on the queue that reads from the network.
  ///
  /// URLSession on Linux puts a block with its piece of the body into the delegate queue for every read, and goes on
  /// reading. When reading is faster than the delegate, those blocks pile up without limit: four downloads of 300 MB at a
  /// time took 106 MB that way, and take 35 MB this way. Run in place, a callback holds up the next read instead.
  ///
  /// A callback must not call back into URLSession before it returns, since that may wait for the queue it runs on. If a
  /// later Foundation enqueues in another way, this is an ordinary queue.
  // Sendable as its superclass is; it adds no state.
  final class InlineQueue: OperationQueue, @unchecked Sendable {
    override init() {
      super.init()
      maxConcurrentOperationCount = 1
    }

    override func addOperation(_ block: @escaping @Sendable () -> Void) { block() }
  }
#endif
