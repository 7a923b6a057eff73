/// The values that a `text/event-stream` carries in its events, while they arrive.
///
/// The data of each event is read as JSON. `[DONE]`, with which many servers end a stream, ends it. Anything else that is
/// not of the type is thrown as `DecodingFailure`; `events` has what the server sent, event by event.
/// It can be read once, either way; leaving it ends the exchange.
public struct EventStream<Value: JSONCodable>: AsyncSequence, Sendable {
  /// What the value is read from.
  enum Source: Sendable {
    /// The event's data.
    case data
    /// The whole event as an object, as OpenAPI 3.2 describes it; its data as text, or as the JSON in there.
    case event(jsonData: Bool)
  }

  /// The value of an event.
  public typealias Element = Value

  /// The events as the server sends them.
  public let events: ServerSentEvents
  let source: Source
  let context: AnswerContext

  /// Begins to read the stream.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(events: events.makeAsyncIterator(), source: source, context: context)
  }

  /// Reads one value after the other.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var events: ServerSentEvents.AsyncIterator
    fileprivate let source: Source
    fileprivate let context: AnswerContext

    /// The next value, or nil at the end. After a `DecodingFailure`, the next call goes on behind that event.
    ///
    /// - Throws: `DecodingFailure` when an event is not what was expected, `TransportError` when the stream breaks off,
    ///   `CancellationError` when the task is cancelled.
    public mutating func next() async throws -> Value? {
      guard let event = try await events.next(), event.data != "[DONE]" else { return nil }
      do {
        switch source {
        case .data: return try event.decoded()
        case .event(let jsonData): return try Value(json: event.object(jsonData: jsonData).jsonBytes())
        }
      } catch {
        throw context.failure(error, in: Array(event.data.utf8))
      }
    }
  }
}

extension ResponseDecoding {
  /// Events whose data is JSON.
  public static func events<Value>() -> ResponseDecoding where Output == EventStream<Value> { events(from: .data) }

  /// Events that are described as objects with the members `event`, `data`, `id` and `retry`.
  ///
  /// - Parameter jsonData: Whether `data` is described as what the JSON in it says, and not as text.
  public static func eventObjects<Value>(jsonData: Bool = false) -> ResponseDecoding
  where Output == EventStream<Value> {
    events(from: .event(jsonData: jsonData))
  }

  private static func events<Value>(from source: EventStream<Value>.Source) -> ResponseDecoding
  where Output == EventStream<Value> {
    ResponseDecoding(
      accept: "text/event-stream",
      form: .streamed { EventStream(events: ServerSentEvents($0), source: source, context: $1) }
    )
  }
}
