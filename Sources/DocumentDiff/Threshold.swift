/// What makes `diff` fail: `--fail-on`.
package enum Threshold: String, Sendable, CaseIterable {
  /// Changes that are errors.
  case error
  /// Changes that are errors or warnings.
  case warning
  /// Any change.
  case info
  /// Changes with which Swift code may not compile.
  case sourceBreaking = "source-breaking"
  /// Changes with which Swift code may not compile, or may meet what it never met.
  case behaviour

  /// Whether a change is one that fails.
  package func isMet(by change: Change) -> Bool {
    switch self {
    case .error: change.level == .error
    case .warning: change.level >= .warning
    case .info: true
    case .sourceBreaking: change.swift == .sourceBreaking
    case .behaviour: change.swift >= .behaviour
    }
  }
}
