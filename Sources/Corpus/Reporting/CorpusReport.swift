import Foundation

/// What there is to say about a run over the corpus.
package struct CorpusReport: Sendable {
  private let rows: [CorpusRow]
  private let skipped: [String]
  private let longestDetails: Int

  /// The share of stated types that all documents together have to keep, in percent.
  package static let leastTyped = 99.0

  /// - Parameters:
  ///   - rows: the documents.
  ///   - skipped: files that are no documents.
  ///   - longestDetails: the most lines that are shown of one failure.
  package init(rows: [CorpusRow], skipped: [String], longestDetails: Int) {
    self.rows = rows
    self.skipped = skipped
    self.longestDetails = longestDetails
  }

  /// Whether anything is not as it is known to be.
  package var isFailure: Bool { rows.contains { $0.verdict.isFailure } || (typed ?? 100) < Self.leastTyped }

  /// The table, with tabs between its columns.
  package func table() -> String {
    ([CorpusRow.header] + rows.map(\.fields)).map { $0.joined(separator: "\t") }.joined(separator: "\n")
  }

  /// One JSON object per document and line.
  package func json() throws -> String {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return try rows.map { row in
      String(decoding: try encoder.encode(CorpusRecord(row)), as: UTF8.self)
    }.joined(separator: "\n")
  }

  /// What shows each failure.
  package func details() -> String {
    var blocks = rows.flatMap { row in
      row.verdict.failures.map { failure in
        let known = failure.knownReason.map { " (known: \($0))" } ?? ""
        return "== \(row.run.path) fails \(failure.check.rawValue)\(known)\n\(cut(failure.details))"
      }
    }
    blocks += rows.flatMap { row in
      row.verdict.outdated.map { "== \(row.run.path) no longer fails \($0.check.rawValue); take it off the list" }
    }
    return blocks.joined(separator: "\n")
  }

  /// The last lines: what was left out, sums, and the counts.
  package func summary() -> String {
    var lines: [String] = []
    if !skipped.isEmpty {
      lines.append("skipped \(skipped.count) files that are no documents, or parts of one: \(folders)")
    }
    let generated = rows.filter { $0.run.output != nil }.count
    let silent = rows.filter { $0.run.output != nil }.reduce(0) { $0 + ($1.run.coverage?.losses.count ?? 0) }
    let typed = typed.map { String(format: "%.2f %%", $0) } ?? "-"
    lines.append("silent losses: \(silent); typed over all: \(typed)")
    var counts = "\(generated) of \(rows.count) generated"
    if rows.contains(where: { !$0.compiled.isEmpty }) {
      counts += ", \(rows.filter(\.isCompiled).count) of \(rows.count) compiled"
    }
    let exercised = rows.compactMap(\.exercised)
    if !exercised.isEmpty { counts += ", \(exercised.filter { $0.faults.isEmpty }.count) of \(rows.count) exercised" }
    return (lines + [counts]).joined(separator: "\n")
  }

  private var typed: Double? {
    let all = rows.compactMap { $0.run.coverage?.types }
    return CorpusRow.percent((all.reduce(0) { $0 + $1.stated }, all.reduce(0) { $0 + $1.kept }))
  }

  /// The skipped files by their topmost folders.
  private var folders: String {
    Dictionary(grouping: skipped) { $0.contains("/") ? $0.split(separator: "/")[0] + "/" : $0[...] }
      .sorted { $0.key < $1.key }.map { "\($0.key) (\($0.value.count))" }.joined(separator: ", ")
  }

  private func cut(_ text: String) -> String {
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard lines.count > longestDetails else { return text }
    return (lines.prefix(longestDetails) + ["... and \(lines.count - longestDetails) lines more"]).joined(
      separator: "\n"
    )
  }
}
