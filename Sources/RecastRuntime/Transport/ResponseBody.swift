/// The body of an answer: pieces of bytes, while they arrive. It can be read once.
///
/// Dropping it before its end closes the connection.
public struct ResponseBody: AsyncSequence, Sendable {
  /// A piece of the body, of any size.
  public typealias Element = [UInt8]

  private let makeNext: @Sendable () -> () async throws -> [UInt8]?

  /// Wraps a sequence of pieces.
  public init<Pieces: AsyncSequence & Sendable>(_ pieces: Pieces) where Pieces.Element == [UInt8] {
    makeNext = {
      var iterator = pieces.makeAsyncIterator()
      return { try await iterator.next() }
    }
  }

  /// A body that is already there.
  public init(_ bytes: [UInt8]) {
    makeNext = {
      var rest: [UInt8]? = bytes.isEmpty ? nil : bytes
      return {
        defer { rest = nil }
        return rest
      }
    }
  }

  /// A body that is asked for when its first piece is.
  init(deferred open: @escaping @Sendable () async throws -> ResponseBody) {
    makeNext = {
      var iterator: AsyncIterator?
      return {
        if iterator == nil { iterator = try await open().makeAsyncIterator() }
        return try await iterator?.next()
      }
    }
  }

  /// Reads the body from its beginning.
  public func makeAsyncIterator() -> AsyncIterator { AsyncIterator(pull: makeNext()) }

  /// Reads a body piece by piece.
  public struct AsyncIterator: AsyncIteratorProtocol {
    fileprivate let pull: () async throws -> [UInt8]?

    /// The next piece, or nil at the end.
    ///
    /// - Throws: `TransportError` when the body breaks off, `CancellationError` when the task is cancelled.
    public mutating func next() async throws -> [UInt8]? { try await pull() }
  }

  /// The whole body.
  ///
  /// - Throws: `TransportError` (`tooLarge`) when it has more than `limit` bytes.
  public func collect(upTo limit: Int) async throws -> [UInt8] {
    var bytes: [UInt8] = []
    for try await piece in self {
      guard bytes.count + piece.count <= limit else {
        throw TransportError(.tooLarge, "the answer has more than \(limit) bytes, too many to hold in memory")
      }
      bytes += piece
    }
    return bytes
  }

  /// The beginning of the body of an error; the rest is not read, and neither is anything when the body breaks off: the
  /// status says more than the loss of its explanation.
  func beginning(_ limit: Int) async -> [UInt8] {
    var bytes: [UInt8] = []
    do {
      for try await piece in self {
        bytes += piece.prefix(limit - bytes.count)
        if bytes.count >= limit { break }
      }
    } catch {
      return bytes
    }
    return bytes
  }

  /// The same body, whose errors name the request, and which fails when it ends before or after `length` bytes: not
  /// every transport notices that.
  func checked(length: Int64?, label: String) -> ResponseBody {
    let body = self
    return ResponseBody(
      makeNext: {
        var iterator = body.makeAsyncIterator()
        var received: Int64 = 0
        return {
          do {
            let piece = try await iterator.next()
            received += Int64(piece?.count ?? 0)
            if piece == nil, let length, received != length {
              throw TransportError(.truncated, "the answer ended after \(received) of \(length) bytes")
            }
            return piece
          } catch let error as TransportError {
            throw error.naming(label)
          }
        }
      }
    )
  }

  private init(makeNext: @escaping @Sendable () -> () async throws -> [UInt8]?) {
    self.makeNext = makeNext
  }
}
