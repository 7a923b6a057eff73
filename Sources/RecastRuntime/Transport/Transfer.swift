import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// One exchange in progress: the task of URLSession, whoever waits for the head, and the body's bytes.
final class Transfer: Sendable {
  private struct State {
    var headWaiter: CheckedContinuation<HTTPResponse, any Error>?
    var head: Result<HTTPResponse, any Error>?
    var body = BodyBuffer()
    /// The task is cancelled, or over, and must not be cancelled again.
    var isStopped = false
  }

  let task: URLSessionDataTask
  /// The file that is uploaded, if it was made for this.
  private let spool: UploadSpool?
  private let state = Locked(State())
  private let cancelling = DispatchGroup()

  init(_ task: URLSessionDataTask, spool: UploadSpool? = nil) {
    self.task = task
    self.spool = spool
  }

  /// Starts the exchange and waits for the head of the answer.
  func start() async throws -> HTTPResponse {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let known = state.withLock { state in
          if state.head == nil { state.headWaiter = continuation }
          return state.head
        }
        if let known { continuation.resume(with: known) } else { task.resume() }
      }
    } onCancel: {
      cancel()
    }
  }

  /// The next piece of the body; nil at its end.
  func nextPiece() async throws -> [UInt8]? {
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        if let result = state.withLock({ $0.body.take(for: continuation) }) { continuation.resume(with: result) }
      }
    } onCancel: {
      cancel()
    }
  }

  /// Takes the head of the answer.
  func received(_ response: HTTPResponse) {
    let waiter = state.withLock { state in
      state.head = state.head ?? .success(response)
      defer { state.headWaiter = nil }
      return state.headWaiter
    }
    waiter?.resume(returning: response)
  }

  /// Takes bytes of the body.
  func received(_ data: Data) {
    do {
      let wake = try state.withLock { state in
        try state.body.append(data).map { reader in (reader, state.body.take(for: reader)) }
      }
      if let (reader, result) = wake, let result { reader.resume(with: result) }
    } catch {
      finish(.failure(TransportError(.other, "the answer could not be buffered on disk: \(error)")))
      stop()
    }
  }

  /// Takes the end, good or bad.
  func finish(_ result: Result<Void, any Error>) {
    let (head, reader) = state.withLock { state in
      let failure = result.flatMap { Result<HTTPResponse, any Error>.failure(Self.noAnswer) }
      state.head = state.head ?? failure
      defer { state.headWaiter = nil }
      return (state.headWaiter.map { ($0, failure) }, state.body.finish(result))
    }
    if let (waiter, failure) = head { waiter.resume(with: failure) }
    reader?.resume(with: result.map { nil })
  }

  /// Ends the exchange at once; whoever waits gets `CancellationError` without waiting for URLSession.
  func cancel() {
    finish(.failure(CancellationError()))
    stop()
  }

  /// Ends URLSession's part, once, and elsewhere: on Linux `cancel` waits for the queue that reads from the network, for
  /// seconds when much comes in, and cancellation handlers must not block.
  func stop() {
    let isFirst = state.withLock { state in
      defer { state.isStopped = true }
      return !state.isStopped
    }
    guard isFirst else { return }
    cancelling.enter()
    DispatchQueue.global().async { [task, cancelling] in
      task.cancel()
      cancelling.leave()
    }
  }

  /// Takes URLSession's word that the exchange is over, good or bad. Called on the queue that reads from the network.
  func completed(_ result: Result<Void, any Error>) {
    state.withLock { $0.isStopped = true }
    finish(result)
    #if canImport(FoundationNetworking)
      // An exchange that ends while it is cancelled ends the process, if URLSession forgets the task before the second
      // half of `cancel`, which that call enqueues on its way out, has looked it up. So that call is let out first. The
      // state says that it has already been on this queue, and does not need it again.
      if task.state == .canceling { cancelling.wait() }
    #endif
  }

  private static var noAnswer: TransportError { TransportError(.other, "the connection ended without an HTTP answer") }
}
