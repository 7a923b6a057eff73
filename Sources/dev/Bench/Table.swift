import Foundation

/// Rows of cells in columns, the first one flush left, all others flush right.
struct Table {
  private var rows: [[String]]

  init(_ header: [String]) { rows = [header] }

  mutating func add(_ cells: [String]) { rows.append(cells) }

  /// The table in lines.
  var text: String {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in rows.compactMap { $0.dropFirst(column).first?.count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).enumerated().map { position, cell in
        let space = String(repeating: " ", count: cell.1 - cell.0.count)
        return position == 0 ? cell.0 + space : space + cell.0
      }.joined(separator: "  ")
    }.joined(separator: "\n")
  }

  /// A number as tables show it.
  static func number(_ value: Double) -> String { String(format: value < 10 ? "%.2f" : "%.1f", value) }
}
