/// The values of a stream of JSON texts, while they arrive: `application/x-ndjson`, `application/jsonl`,
/// `application/json-seq`.
///
/// A record that is not of the type is thrown as `DecodingFailure`; `records` has what the server sent, record by
/// record. It can be read once, either way; leaving it ends the exchange.
public struct JSONStream<Value: JSONCodable>: AsyncSequence, Sendable {
  /// A value.
  public typealias Element = Value

  /// The records as the server sends them.
  public let records: JSONRecords
  let context: AnswerContext

  /// Begins to read the stream.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(records: records.makeAsyncIterator(), context: context)
  }

  /// Reads one value after the other.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate var records: JSONRecords.AsyncIterator
    fileprivate let context: AnswerContext

    /// The next value, or nil at the end. After a `DecodingFailure`, the next call goes on behind that record.
    ///
    /// - Throws: `DecodingFailure` when a record is not what was expected, `TransportError` when the stream breaks off,
    ///   `CancellationError` when the task is cancelled.
    public mutating func next() async throws -> Value? {
      guard let record = try await records.next() else { return nil }
      do {
        return try Value(json: record)
      } catch {
        throw context.failure(error, in: record)
      }
    }
  }
}

extension ResponseDecoding {
  /// A stream of JSON texts.
  public static func jsonStream<Value>(
    accept: String,
    separator: JSONRecords.Separator = .lineFeed
  ) -> ResponseDecoding where Output == JSONStream<Value> {
    ResponseDecoding(
      accept: accept,
      form: .streamed { JSONStream(records: JSONRecords($0, separator: separator), context: $1) }
    )
  }
}
