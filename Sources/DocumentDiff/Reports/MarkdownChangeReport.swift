import RecastDiagnostics

/// Changes for a comment on a pull request, or for a changelog: a section per comparison, a table per operation.
struct MarkdownChangeReport {
  /// The text.
  let text: String

  init(_ comparisons: [DocumentComparison], current: SemanticVersion?) {
    var version = current
    text = comparisons.map { comparison in
      let summary = ChangeSummary(comparison.changes, current: version)
      version = summary.next ?? version
      return Self.section(comparison, summary)
    }.joined(separator: "\n")
  }

  private static func section(_ comparison: DocumentComparison, _ summary: ChangeSummary) -> String {
    let title = "## \(Phrase.quoted(line(comparison.old))) to \(Phrase.quoted(line(comparison.new)))\n\n"
    guard !comparison.changes.isEmpty else { return title + "No changes.\n" }
    let effects = summary.effectWords.isEmpty ? "nothing changes" : summary.effectWords
    let head = "\(summary.levelWords). In Swift: \(effects). Next version: **\(summary.versionWords)**.\n"
    var order: [Change.Operation?] = []
    var groups: [Change.Operation?: [Change]] = [:]
    for change in comparison.changes {
      if groups[change.operation] == nil { order.append(change.operation) }
      groups[change.operation, default: []].append(change)
    }
    return title + head + order.map { table($0, groups[$0] ?? []) }.joined()
  }

  private static func table(_ operation: Change.Operation?, _ changes: [Change]) -> String {
    let title = operation.map { Phrase.quoted(line("\($0.method) \($0.path)")) } ?? "The whole API"
    let rows = changes.map { change -> String in
      let level = change.level == .error ? "**error**" : change.level.rawValue
      let words = change.note.map { "; \(note($0))" } ?? ""
      return
        "| \(level) | \(cell(change.text))\(words) `\(change.id)` | \(cell(change.wire)) | \(cell(change.swiftWords)) |\n"
    }
    return "\n### \(title)\n\n| | Change | On the wire | In Swift |\n|---|---|---|---|\n" + rows.joined()
  }

  private static func line(_ text: String) -> String { VisibleText.line(text) }

  /// Text inside a table; a bar would end the cell. Values of documents stand in code, where nothing else has a meaning.
  private static func cell(_ text: String) -> String { line(text).replacing("|", with: "\\|") }

  /// Words of people inside a table: tags are shown, not followed.
  private static func note(_ text: String) -> String { cell(text).replacing("<", with: "&lt;") }
}
