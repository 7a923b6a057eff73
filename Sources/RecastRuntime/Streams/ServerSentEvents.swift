/// The events of a `text/event-stream` while they arrive. It can be read once; leaving it ends the exchange.
public struct ServerSentEvents: AsyncSequence, Sendable {
  /// An event.
  public typealias Element = ServerSentEvent

  private let body: ResponseBody

  /// Reads the events of a body.
  public init(_ body: ResponseBody) { self.body = body }

  /// Begins to read the stream.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pieces: body.makeAsyncIterator()) }

  /// Reads one event after the other.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private var pieces: ResponseBody.AsyncIterator
    private var parser = ServerSentEventParser()
    /// Events that are complete but not delivered yet, the next one last.
    private var pending: [ServerSentEvent] = []

    fileprivate init(pieces: ResponseBody.AsyncIterator) { self.pieces = pieces }

    /// The next event, or nil at the end. An event that the stream's end cuts off is none.
    ///
    /// - Throws: `TransportError` when the stream breaks off, `CancellationError` when the task is cancelled.
    public mutating func next() async throws -> ServerSentEvent? {
      while pending.isEmpty {
        guard let piece = try await pieces.next() else { return nil }
        var events: [ServerSentEvent] = []
        try parser.parse(piece, into: &events)
        pending = events.reversed()
      }
      return pending.popLast()
    }
  }
}

extension ResponseDecoding where Output == ServerSentEvents {
  /// Events whose data is not described.
  public static var serverSentEvents: ResponseDecoding {
    ResponseDecoding(accept: "text/event-stream", form: .streamed { body, _ in ServerSentEvents(body) })
  }
}
