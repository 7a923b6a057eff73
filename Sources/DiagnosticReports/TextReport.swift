import RecastDiagnostics

/// Findings for people, in the layout of compilers: see `DiagnosticRenderer`.
///
/// A document that is wrong in one way is often wrong in that way in hundreds of places. Of findings with the same tag
/// only the first few are shown, and at the end stands how many more there are.
package struct TextReport: Sendable {
  /// How many findings of one tag and severity are shown.
  package static let mostAlike = 10

  /// The lines; empty when there is nothing to say.
  package let text: String

  /// - Parameter isComplete: whether every finding is shown.
  package init(_ log: DiagnosticLog, isComplete: Bool = false) {
    let renderer = DiagnosticRenderer()
    var seen: [Kind: Int] = [:]
    var order: [Kind] = []
    var text = ""
    for diagnostic in log.diagnostics {
      let kind = Kind(tag: diagnostic.tag, severity: diagnostic.severity)
      let count = seen[kind, default: 0] + 1
      seen[kind] = count
      if count == Self.mostAlike + 1 { order.append(kind) }
      if isComplete || count <= Self.mostAlike { text += renderer.render(diagnostic) + "\n" }
    }
    if !isComplete, !order.isEmpty {
      let more = order.map { kind in
        Quantity.of(seen[kind, default: 0] - Self.mostAlike, "more \(kind.severity.rawValue)") + " [\(kind.tag.name)]"
      }
      text += "not shown: \(more.joined(separator: ", ")); --all shows them\n"
    }
    if log.omittedCount > 0 { text += "not shown: \(log.omittedCount) beyond the first \(DiagnosticLog.mostKept)\n" }
    self.text = text
  }

  private struct Kind: Hashable {
    var tag: DiagnosticTag
    var severity: Severity
  }
}
