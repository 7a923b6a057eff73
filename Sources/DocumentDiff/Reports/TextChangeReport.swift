import RecastDiagnosticReports
import RecastDiagnostics

/// Changes for people, in the layout of compilers.
struct TextChangeReport {
  /// The lines, ended by a summary per comparison.
  let text: String

  /// - Parameter isComplete: whether changes that are very much alike are all shown.
  init(_ comparisons: [DocumentComparison], current: SemanticVersion?, isComplete: Bool) {
    var text = ""
    var version = current
    for comparison in comparisons {
      let summary = ChangeSummary(comparison.changes, current: version)
      version = summary.next ?? version
      text += TextReport(ChangeFindings.log(comparison.changes), isComplete: isComplete).text
      let names = "\(VisibleText.line(comparison.old)) -> \(VisibleText.line(comparison.new))"
      guard !comparison.changes.isEmpty else {
        text += "\(names): no changes\n"
        continue
      }
      let effects = summary.effectWords.isEmpty ? "" : "; in Swift \(summary.effectWords)"
      text += "\(names): \(Quantity.of(comparison.changes.count, "change")): \(summary.levelWords)\(effects)\n"
      text += "next version: \(summary.versionWords)\n"
    }
    self.text = text
  }
}
