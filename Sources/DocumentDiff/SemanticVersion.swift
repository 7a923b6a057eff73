/// A version of the client by SemVer 2.0: what callers have to expect of the next one.
package struct SemanticVersion: Sendable, Equatable, CustomStringConvertible {
  /// Counted up when code may not compile any more, or calls are refused that were right.
  package var major: Int
  /// Counted up when there is something new.
  package var minor: Int
  /// Counted up for everything else.
  package var patch: Int

  /// Reads `1.2.3`, with or without a `v`; `nil` when the text is none. What stands behind a hyphen or a plus sign does
  /// not count.
  package init?(_ text: String) {
    let core = text.drop { $0 == "v" }.prefix { $0 != "-" && $0 != "+" }
    let numbers = core.split(separator: ".", omittingEmptySubsequences: false).map { Int($0) }
    guard text.count - core.count <= 1 || text.contains("-") || text.contains("+"), numbers.count == 3,
      let major = numbers[0], let minor = numbers[1], let patch = numbers[2], min(major, minor, patch) >= 0,
      max(major, minor, patch) < Int.max
    else { return nil }
    self.init(major: major, minor: minor, patch: patch)
  }

  private init(major: Int, minor: Int, patch: Int) {
    self.major = major
    self.minor = minor
    self.patch = patch
  }

  /// `1.2.3`.
  package var description: String { "\(major).\(minor).\(patch)" }

  /// The part of a version that changes ask for.
  package enum Step: String, Sendable {
    case major, minor, patch

    /// The step for some changes; `nil` when nothing changed.
    package init?(_ changes: [Change]) {
      guard !changes.isEmpty else { return nil }
      if changes.contains(where: { $0.swift == .sourceBreaking || $0.level == .error }) {
        self = .major
      } else if changes.contains(where: { $0.swift == .additive || $0.swift == .behaviour || $0.level == .warning }) {
        self = .minor
      } else {
        self = .patch
      }
    }
  }

  /// The version behind a step. Before 1.0.0, what breaks counts up the minor number, and all else the patch number.
  package func next(_ step: Step?) -> SemanticVersion {
    switch (step, major) {
    case (nil, _): self
    case (.major, 0): SemanticVersion(major: 0, minor: minor + 1, patch: 0)
    case (_, 0): SemanticVersion(major: 0, minor: minor, patch: patch + 1)
    case (.major, _): SemanticVersion(major: major + 1, minor: 0, patch: 0)
    case (.minor, _): SemanticVersion(major: major, minor: minor + 1, patch: 0)
    case (.patch, _): SemanticVersion(major: major, minor: minor, patch: patch + 1)
    }
  }
}
