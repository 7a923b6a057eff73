import RecastDiagnosticReports

/// The forms in which changes are handed on.
package enum ChangeReportFormat: String, Sendable, CaseIterable {
  /// For people and build logs: a line as compilers print it, the place in both documents, and what follows.
  case text
  /// For programs: see ``JSONChangeReport``.
  case json
  /// For pull requests and changelogs: see ``MarkdownChangeReport``.
  case markdown
  /// For runs of GitHub Actions, which show annotations beside the lines of a pull request.
  case github

  /// The comparisons in this form, ended by a line feed unless there is nothing to say.
  ///
  /// - Parameters:
  ///   - current: the version of the client so far, if the next one is wanted.
  ///   - base: what paths are made relative to where the reader of a report looks them up.
  ///   - isComplete: whether text, too, shows every change, however many are alike.
  package func render(
    _ comparisons: [DocumentComparison],
    current: SemanticVersion? = nil,
    base: ReportBase,
    isComplete: Bool = false
  ) -> String {
    switch self {
    case .text: TextChangeReport(comparisons, current: current, isComplete: isComplete).text
    case .json: JSONText.render(JSONChangeReport(comparisons, current: current))
    case .markdown: MarkdownChangeReport(comparisons, current: current).text
    case .github: GitHubReport(ChangeFindings.log(comparisons.flatMap(\.changes)), base: base).text
    }
  }
}
