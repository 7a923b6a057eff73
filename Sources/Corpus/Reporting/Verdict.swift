/// What is wrong with a document, and what of that is new.
package struct Verdict: Sendable {
  /// Something that every document has to pass.
  package enum Check: String, Sendable, CaseIterable {
    /// A client comes out.
    case generate
    /// Everything is emitted or reported.
    case loss
    /// Stated types are kept.
    case typed
    /// The client compiles without warnings.
    case compile
    /// The client compiles in a module that belongs to the main actor.
    case mainActor = "main-actor"
    /// Values and calls go through the client unharmed.
    case exercise
  }

  /// A check that failed, with what shows it.
  package struct Failure: Sendable {
    /// The check.
    package let check: Check
    /// What shows it: perhaps many lines.
    package let details: String
    /// Why nobody is surprised; `nil` when it is new.
    package let knownReason: String?
  }

  /// The checks that failed.
  package let failures: [Failure]
  /// Entries of the list whose check was passed.
  package let outdated: [KnownFailures.Entry]

  /// Whether anything is not as it is known to be.
  package var isFailure: Bool { !outdated.isEmpty || failures.contains { $0.knownReason == nil } }

  /// A few words.
  package var summary: String {
    let words =
      failures.map { $0.knownReason == nil ? "fails \($0.check.rawValue)" : "known to fail \($0.check.rawValue)" }
      + outdated.map { "no longer fails \($0.check.rawValue)" }
    return words.isEmpty ? "ok" : words.joined(separator: ", ")
  }

  init(path: String, failed: [(Check, String)], checked: Set<Check>, known: KnownFailures) {
    failures = failed.map { Failure(check: $0, details: $1, knownReason: known.entry(path, $0)?.reason) }
    let failedChecks = Set(failed.map { $0.0 })
    outdated = known.entries(for: path).filter { checked.contains($0.check) && !failedChecks.contains($0.check) }
  }
}
