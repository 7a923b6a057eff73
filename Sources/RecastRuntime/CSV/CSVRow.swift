/// The first row of a CSV file: the names of its columns. All rows share one.
public final class CSVHeader: Sendable {
  /// The names in the order of the columns, as they are in the file.
  public let names: [String]
  private let positions: [String: Int]

  /// A header of these names; of several columns of one name the first is found.
  public init(_ names: some Sequence<String>) {
    self.names = Array(names)
    positions = Dictionary(self.names.enumerated().map { ($1, $0) }) { first, _ in first }
  }

  /// The position of a column, counted from 0; nil when there is none of that name.
  public func position(of name: String) -> Int? { positions[name] }
}

/// One row of a CSV file below its header: `row["channel"]`, `row[0]`.
public struct CSVRow: Sendable {
  /// The names of the columns.
  public let header: CSVHeader
  /// All fields of the row, also those beyond the header.
  public let fields: CSVFields

  /// A row below a header.
  public init(header: CSVHeader, fields: CSVFields) {
    self.header = header
    self.fields = fields
  }

  /// The line on which the row begins, counted from 1.
  public var line: Int { fields.line }

  /// The field in the column of that name; nil when there is no such column, or the row ends before it.
  public subscript(name: String) -> String? {
    header.position(of: name).flatMap { self[$0] }
  }

  /// The field in a column, counted from 0; nil when the row ends before it.
  public subscript(position: Int) -> String? {
    fields.indices.contains(position) ? fields[position] : nil
  }

  /// The fields by the names of their columns; of several columns of one name the first counts.
  public var dictionary: [String: String] {
    Dictionary(zip(header.names, fields)) { first, _ in first }
  }
}
