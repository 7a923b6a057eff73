import RecastDiagnosticReports
import RecastDiagnostics

/// Changes in the form of findings, so that they look like everything else that the command reports.
enum ChangeFindings {
  /// A finding per change, in order.
  static func log(_ changes: [Change]) -> DiagnosticLog {
    var log = DiagnosticLog()
    for change in changes { log.report(finding(change)) }
    return log
  }

  private static func finding(_ change: Change) -> Diagnostic {
    var notes: [Diagnostic.Note] = []
    if change.new != nil, let old = change.old {
      notes.append(Diagnostic.Note(change.isAddition ? "it was added to this" : "it was here", at: old))
    }
    if let note = change.note { notes.append(Diagnostic.Note(note)) }
    notes.append(Diagnostic.Note("on the wire: \(change.wire)"))
    notes.append(Diagnostic.Note("in Swift: \(change.swiftWords)"))
    return Diagnostic(
      change.level.severity,
      DiagnosticTag(change.id),
      change.sentence,
      at: change.new ?? change.old,
      label: change.label,
      notes: notes
    )
  }
}

extension ChangeLevel {
  /// The severity of findings that matches the level.
  fileprivate var severity: Severity {
    switch self {
    case .error: .error
    case .warning: .warning
    case .info: .note
    }
  }
}

extension Change {
  /// A few words beside the place that is shown first.
  fileprivate var label: String? {
    if new == nil { return old == nil ? nil : "in the old document alone" }
    return isRemoval && old != nil ? "it was removed from this" : nil
  }

  /// The effect on Swift code with its reason.
  var swiftWords: String {
    swiftText == SwiftJudgement.none.text ? swiftText : "\(swift.rawValue): \(swiftText)"
  }
}
