/// The records of a stream of JSON texts as bytes, while they arrive: lines (`application/x-ndjson`), or texts behind
/// record separators (`application/json-seq`, RFC 7464). It can be read once; leaving it ends the exchange.
public struct JSONRecords: AsyncSequence, Sendable {
  /// What stands between two records.
  public enum Separator: Sendable {
    /// A line feed behind each record.
    case lineFeed
    /// A record separator (U+001E) in front of each record, which may then hold line feeds.
    case recordSeparator

    fileprivate var byte: UInt8 { self == .lineFeed ? UInt8(ascii: "\n") : 0x1E }
  }

  /// A record: a JSON text, without white space around it.
  public typealias Element = [UInt8]

  /// No record is as long as this; one that never ends must not fill the memory.
  static let largestRecord = 16 * 1024 * 1024

  private let body: ResponseBody
  private let separator: Separator

  /// Reads the records of a body.
  public init(_ body: ResponseBody, separator: Separator = .lineFeed) {
    self.body = body
    self.separator = separator
  }

  /// Begins to read the stream.
  public func makeAsyncIterator() -> AsyncIterator {
    AsyncIterator(pieces: body.makeAsyncIterator(), separator: separator.byte)
  }

  /// Reads one record after the other.
  public struct AsyncIterator: AsyncIteratorProtocol {
    private var pieces: ResponseBody.AsyncIterator
    private let separator: UInt8
    private var mark = ByteOrderMark()
    private var record: [UInt8] = []
    private var piece: [UInt8] = []
    private var position = 0
    private var isOver = false

    fileprivate init(pieces: ResponseBody.AsyncIterator, separator: UInt8) {
      self.pieces = pieces
      self.separator = separator
    }

    /// The next record, or nil at the end. The last one needs no separator behind it; empty ones are skipped.
    ///
    /// - Throws: `TransportError` when the stream breaks off, `CancellationError` when the task is cancelled.
    public mutating func next() async throws -> [UInt8]? {
      while !isOver {
        if let record = takeRecord() { return record }
        guard record.count <= JSONRecords.largestRecord else {
          throw TransportError(.tooLarge, "a record of the stream has more than \(JSONRecords.largestRecord) bytes")
        }
        guard let next = try await pieces.next() else {
          isOver = true
          let last = Self.trimmed(record + mark.end())
          return last.isEmpty ? nil : last
        }
        piece = next
        position = 0
        record += mark.skip(piece, &position)
      }
      return nil
    }

    /// The record that ends in the current piece; nil, with what there is of it kept, when none does.
    private mutating func takeRecord() -> [UInt8]? {
      while position < piece.count {
        guard let end = piece[position...].firstIndex(of: separator) else {
          record += piece[position...]
          position = piece.count
          return nil
        }
        let whole = Self.trimmed(record + piece[position..<end])
        record.removeAll(keepingCapacity: true)
        position = end + 1
        if !whole.isEmpty { return whole }
      }
      return nil
    }

    private static func trimmed(_ bytes: [UInt8]) -> [UInt8] {
      func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }
      guard let first = bytes.firstIndex(where: { !isSpace($0) }), let last = bytes.lastIndex(where: { !isSpace($0) })
      else { return [] }
      return first == 0 && last == bytes.count - 1 ? bytes : Array(bytes[first...last])
    }
  }
}
