import RecastDiagnostics

/// What changes come to.
struct ChangeSummary {
  /// How many there are of each level.
  let levels: [ChangeLevel: Int]
  /// How many there are of each effect on Swift code.
  let effects: [SwiftEffect: Int]
  /// The part of the version that they ask for.
  let step: SemanticVersion.Step?
  /// The version behind them.
  let next: SemanticVersion?

  init(_ changes: [Change], current: SemanticVersion?) {
    levels = Dictionary(changes.map { ($0.level, 1) }, uniquingKeysWith: +)
    effects = Dictionary(changes.map { ($0.swift, 1) }, uniquingKeysWith: +)
    step = SemanticVersion.Step(changes)
    next = current?.next(step)
  }

  /// `2 errors, 1 warning, 3 for information`.
  var levelWords: String {
    let parts = [
      levels[.error].map { Quantity.of($0, "error") }, levels[.warning].map { Quantity.of($0, "warning") },
      levels[.info].map { "\($0) for information" },
    ]
    return parts.compactMap { $0 }.joined(separator: ", ")
  }

  /// `1 source-breaking, 4 additive`; empty when nothing changes for Swift code.
  var effectWords: String {
    SwiftEffect.allCases.filter { $0 != .none }.sorted(by: >)
      .compactMap { effect in effects[effect].map { "\($0) \(effect.rawValue)" } }.joined(separator: ", ")
  }

  /// `major`, or `major: 2.0.0`.
  var versionWords: String {
    let word = step?.rawValue ?? "unchanged"
    return next.map { "\(word): \($0)" } ?? word
  }
}
