import RecastAPI

/// The first rows of a table, in columns.
struct TablePreview {
  private static let rowCount = 6
  private static let columnCount = 6
  private static let columnWidth = 18

  private var rows: [[String]] = []

  /// Reads the first rows of a file, and no more of it than that.
  ///
  /// - Throws: what fetching the file throws.
  init(_ download: Download) async throws {
    for try await row in download.rows {
      if rows.isEmpty { rows.append(Self.cells(row.header.names)) }
      rows.append(Self.cells(Array(row.fields)))
      if rows.count > Self.rowCount { break }
    }
  }

  /// The table as text, a line per row; columns of numbers are flush right.
  var text: String {
    let widths = (rows.first ?? []).indices.map { column in
      rows.map { $0.indices.contains(column) ? $0[column].count : 0 }.max() ?? 0
    }
    let isNumeric = widths.indices.map { column in
      rows.dropFirst().allSatisfy { $0.indices.contains(column) && Double($0[column]) != nil }
    }
    return rows.map { row in
      row.indices.map { column in
        let padding = String(repeating: " ", count: max(0, widths[column] - row[column].count))
        return isNumeric[column] ? padding + row[column] : row[column] + padding
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  private static func cells(_ cells: [String]) -> [String] {
    cells.prefix(columnCount).map { cell in
      cell.count > columnWidth ? cell.prefix(columnWidth - 1) + "…" : cell
    }
  }
}
