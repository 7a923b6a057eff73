import ArgumentParser

/// What a measurement is held against.
struct Bounds: ParsableArguments {
  @Flag(name: .customLong("no-limits"), help: "Only measures; no figure makes it fail.")
  var none = false

  /// Prints what exceeds its bound, and fails if anything does.
  ///
  /// - Throws: `ExitCode.failure`.
  func hold(_ figures: [Figure]) throws {
    let exceeding = figures.filter { !$0.isWithinBound }
    for figure in exceeding { print("out of bounds: \(figure)") }
    guard exceeding.isEmpty || none else { throw ExitCode.failure }
  }

  /// A measured number with the most, or the least, that it may be.
  struct Figure: CustomStringConvertible {
    var name: String
    var value: Double
    var most: Double?
    var least: Double?

    fileprivate var isWithinBound: Bool { value <= most ?? .infinity && value >= least ?? -.infinity }

    var description: String {
      let bound = most.map { "at most \($0)" } ?? least.map { "at least \($0)" } ?? "anything"
      return "\(name) is \(Table.number(value)), \(bound)"
    }
  }
}
