import Foundation
import RecastDocumentDiff
import RecastTestSupport
import Testing

/// A file of rows: two small documents each, and what has to be reported between them.
///
///     - x: {type: string}
///     + x: {type: integer}
///     > request-property-type-changed error source-breaking
///     < response-property-type-changed error source-breaking
///
/// `-` states a part of the old document, `+` one of the new document, `=` one of both: see ``SmallDocument``. `x` is a
/// member, of the request where `>` says what is expected, and of the answer where `<` does. Rows are separated by empty
/// lines.
///
/// `UPDATE_SNAPSHOTS=1` writes what is reported now, and fails all the same: the difference is to be read before it is
/// committed.
struct ChangeTable: Sendable {
  /// Two documents with what has to be reported.
  struct Row: Sendable, CustomStringConvertible {
    /// The lines that state the documents, and comments.
    var statements: [String] = []
    /// What is reported of requests, or of the documents as they are.
    var first: [String] = []
    /// What is reported of answers.
    var second: [String] = []

    var description: String { statements.joined(separator: " ") }
  }

  /// The file's name below `Tables`.
  let name: String
  /// The rows from top to bottom.
  let rows: [Row]

  init(_ name: String) {
    self.name = name
    let text = (try? String(contentsOf: Self.url(name), encoding: .utf8)) ?? ""
    rows = text.split(separator: "\n\n").map { block in
      block.split(separator: "\n").reduce(into: Row()) { row, line in
        switch line.first {
        case ">": row.first.append(String(line.dropFirst(2)))
        case "<": row.second.append(String(line.dropFirst(2)))
        default: row.statements.append(String(line))
        }
      }
    }
  }

  private static func url(_ name: String) -> URL {
    PackageFolder.root.appendingPathComponent("Tests/DocumentDiffTests/Tables/\(name)")
  }

  /// Compares what is reported with what is expected, or writes it down.
  func check(_ reported: (Row) throws -> (first: [Change], second: [Change])) throws {
    #expect(!rows.isEmpty)
    var lines: [String] = []
    for row in rows {
      let (first, second) = try reported(row)
      lines += row.statements + first.map { "> \($0.short)" } + second.map { "< \($0.short)" } + [""]
      guard ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] == nil else { continue }
      #expect(first.map(\.short) == row.first, "\(row): \(first.map(\.sentence))")
      #expect(second.map(\.short) == row.second, "\(row): \(second.map(\.sentence))")
    }
    guard ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil else { return }
    try lines.joined(separator: "\n").write(to: Self.url(name), atomically: true, encoding: .utf8)
    Issue.record("\(name) was written; read the difference")
  }
}

extension ChangeTable.Row {
  /// Which of the two documents a statement is about.
  enum Side: String { case old = "-", new = "+" }

  /// A document of the row.
  ///
  /// - Parameter member: the part of ``SmallDocument`` that `x` stands for.
  func document(_ side: Side, x member: String = "sent") -> SmallDocument {
    var document = SmallDocument()
    for statement in statements where statement.hasPrefix("\(side.rawValue) ") || statement.hasPrefix("= ") {
      let parts = statement.dropFirst(2).split(separator: ":", maxSplits: 1).map(String.init)
      guard parts.count == 2 else { continue }
      document.set(parts[0] == "x" ? member : parts[0], String(parts[1].drop { $0 == " " }))
    }
    return document
  }
}
