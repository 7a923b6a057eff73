import RecastDiagnostics

/// The forms in which findings are handed on.
package enum ReportFormat: String, Sendable, CaseIterable {
  /// For people: see ``TextReport``.
  case text
  /// For programs: see ``JSONReport``.
  case json
  /// For code scanning: see ``SARIFReport``.
  case sarif
  /// For runs of GitHub Actions: see ``GitHubReport``.
  case github

  /// The findings in this form, ended by a line feed unless there is nothing to say.
  ///
  /// - Parameters:
  ///   - base: what paths are made relative to where the reader of a report looks them up.
  ///   - isComplete: whether text, too, shows every finding.
  package func render(_ log: DiagnosticLog, base: ReportBase, isComplete: Bool = false) -> String {
    switch self {
    case .text: TextReport(log, isComplete: isComplete).text
    case .json: JSONText.render(JSONReport(log))
    case .sarif: JSONText.render(SARIFReport(log, base: base))
    case .github: GitHubReport(log, base: base).text
    }
  }
}
