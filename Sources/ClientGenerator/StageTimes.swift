/// How long the stages of a run took.
package struct StageTimes: Sendable {
  /// A part of a run.
  package struct Stage: Sendable {
    /// What it is called.
    package let name: String
    /// How long it took.
    package let duration: Duration
  }

  /// The stages in the order of their ends.
  package private(set) var stages: [Stage] = []

  /// Nothing has run yet.
  package init() {}

  /// Runs a stage.
  ///
  /// - Throws: what the stage throws.
  package mutating func measure<Value>(_ name: String, _ stage: () throws -> Value) rethrows -> Value {
    let clock = ContinuousClock()
    let start = clock.now
    defer { stages.append(Stage(name: name, duration: clock.now - start)) }
    return try stage()
  }
}
