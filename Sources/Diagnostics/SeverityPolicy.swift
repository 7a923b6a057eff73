/// What somebody wants findings to count as, by their tags.
package struct SeverityPolicy: Sendable, Equatable {
  /// What a kind of finding can be made to count as.
  package enum Level: String, Sendable, CaseIterable {
    /// Nothing is written.
    case error
    /// It is shown.
    case warning
    /// It is shown, and `--strict` lets it pass.
    case note
    /// It is not shown.
    case ignore

    /// The severity of what is shown.
    fileprivate var severity: Severity? { Severity(rawValue: rawValue) }
  }

  /// What some tags count as, whatever the findings say themselves.
  package var levels: [DiagnosticTag: Level]
  /// Whether every warning counts as an error.
  package var isStrict: Bool

  /// - Parameters:
  ///   - levels: what some tags count as.
  ///   - isStrict: whether every warning counts as an error.
  package init(levels: [DiagnosticTag: Level] = [:], isStrict: Bool = false) {
    self.levels = levels
    self.isStrict = isStrict
  }

  /// What a finding counts as while stages run; `nil` when it is to be forgotten.
  ///
  /// Nothing is raised yet: a stage stops where an error of its own says that there is no going on, and a warning that
  /// counts as an error says no such thing.
  func lowered(_ diagnostic: Diagnostic) -> Severity? {
    guard let level = levels[diagnostic.tag] else { return diagnostic.severity }
    guard let severity = level.severity else { return nil }
    return severity.isBelow(diagnostic.severity) ? severity : diagnostic.severity
  }

  /// What a finding counts as in the end.
  func settled(_ diagnostic: Diagnostic) -> Severity {
    let severity = levels[diagnostic.tag]?.severity ?? diagnostic.severity
    return isStrict && severity == .warning ? .error : severity
  }
}

extension Severity {
  /// Whether this matters less than another.
  package func isBelow(_ other: Severity) -> Bool { rank < other.rank }

  private var rank: Int {
    switch self {
    case .note: 0
    case .warning: 1
    case .error: 2
    }
  }
}
