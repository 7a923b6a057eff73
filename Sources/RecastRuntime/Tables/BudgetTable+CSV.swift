public import Foundation

/// What ends the lines of a CSV file that is written.
public enum CSVLineEnd: String, Hashable, Sendable {
  /// `\r\n`, as RFC 4180 has it.
  case crlf = "\r\n"
  /// `\n`.
  case lf = "\n"
}

extension BudgetTable {
  /// Reads CSV (RFC 4180): a line of names, then a line per day. Cells become texts, digit for digit.
  ///
  /// - Throws: `CSVError` when the text is no CSV, `BudgetTableError` when a line does not begin with a day.
  public init(csv text: String) throws {
    try self.init(csv: Array(text.utf8))
  }

  /// Reads CSV (RFC 4180) in UTF-8, as above.
  public init(csv bytes: [UInt8]) throws {
    var parser = CSVParser()
    var rows: [CSVFields] = []
    try parser.parse(bytes, into: &rows)
    try parser.finish(into: &rows)
    try self.init(rows)
  }

  /// Reads a CSV file on disk, as above.
  ///
  /// - Throws: what reading the file throws, `CSVError` and `BudgetTableError`.
  public init(contentsOf file: URL) throws {
    try self.init(csv: [UInt8](try Data(contentsOf: file)))
  }

  /// Fetches a download and reads it, as above.
  ///
  /// - Throws: As `Connection.send`, `CSVError`, and `BudgetTableError`.
  public init(_ download: Download) async throws {
    try self.init(csv: try await download.text())
  }

  private init(_ rows: [CSVFields]) throws {
    for row in rows.dropFirst() where CalendarDate(row.first ?? "") == nil {
      throw BudgetTableError(.noDay(row.first ?? "", line: row.line))
    }
    self.init(lines: rows.map { .cells($0.map { .text($0) }) })
  }

  /// The table as CSV (RFC 4180), every cell as it is.
  public func csv(lineEnd: CSVLineEnd = .crlf) -> String {
    var text = ""
    for line in lines {
      guard case .cells(let cells) = line else { continue }
      let fields = cells.map { Self.field($0.text) }
      // A line of nothing is no row to those who read it.
      text += fields == [""] ? "\"\"" : fields.joined(separator: ",")
      text += lineEnd.rawValue
    }
    return text
  }

  /// A field with the quotes that it needs.
  private static func field(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      byte != UInt8(ascii: ",") && byte != UInt8(ascii: "\"") && byte != 0x0A && byte != 0x0D
    }
    return isPlain && !text.hasPrefix("\u{FEFF}") ? text : "\"\(text.replacing("\"", with: "\"\""))\""
  }
}
