/// The body of an exchange, as a sequence. When the last copy of it and of its iterator is gone, so is the exchange.
struct TransferBody: AsyncSequence, Sendable {
  typealias Element = [UInt8]

  private let lease: Lease

  init(_ transfer: Transfer) {
    lease = Lease(transfer)
  }

  func makeAsyncIterator() -> AsyncIterator { AsyncIterator(lease: lease) }

  struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let lease: Lease

    mutating func next() async throws -> [UInt8]? { try await lease.transfer.nextPiece() }
  }

  /// Cancels the exchange when nobody can read it any more; at its end that does nothing.
  fileprivate final class Lease: Sendable {
    let transfer: Transfer

    init(_ transfer: Transfer) {
      self.transfer = transfer
    }

    deinit { transfer.cancel() }
  }
}
