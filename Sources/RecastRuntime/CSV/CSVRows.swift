/// The rows of a CSV file below its header, read while its bytes arrive. A file without any row has none.
public struct CSVRows<Base: AsyncSequence>: AsyncSequence where Base.Element == [UInt8] {
  /// A row.
  public typealias Element = CSVRow

  private let base: Base
  private let parser: CSVParser

  /// Reads rows from pieces of a file, cut anywhere. An ASCII character stands between fields.
  public init(_ base: Base, separator: Character = ",", limits: CSVLimits = CSVLimits()) {
    self.base = base
    parser = CSVParser(separator: separator, limits: limits)
  }

  /// Begins to read the file.
  public func makeAsyncIterator() -> Iterator {
    Iterator(bytes: base.makeAsyncIterator(), parser: parser)
  }

  /// Reads one row after the other.
  public struct Iterator: AsyncIteratorProtocol {
    private var bytes: Base.AsyncIterator
    private var parser: CSVParser
    private var header: CSVHeader?
    /// Rows that are complete but not delivered yet, the next one last.
    private var pending: [CSVFields] = []
    /// What ended the file, delivered after the rows before it.
    private var end: Result<Void, any Error>?

    init(bytes: Base.AsyncIterator, parser: CSVParser) {
      self.bytes = bytes
      self.parser = parser
    }

    /// The next row; nil at the end of the file.
    ///
    /// - Throws: `CSVError` when the file is malformed, and what reading its bytes throws.
    public mutating func next() async throws -> CSVRow? {
      while true {
        if let fields = pending.popLast() {
          if let header { return CSVRow(header: header, fields: fields) }
          header = CSVHeader(fields)
        } else if let end {
          self.end = .success(())
          try end.get()
          return nil
        } else {
          await readOn()
        }
      }
    }

    private mutating func readOn() async {
      var rows: [CSVFields] = []
      do {
        if let piece = try await bytes.next() {
          try parser.parse(piece, into: &rows)
        } else {
          end = .success(())
          try parser.finish(into: &rows)
        }
      } catch {
        end = .failure(error)
      }
      pending = rows.reversed()
    }
  }
}

extension CSVRows: Sendable where Base: Sendable {}
