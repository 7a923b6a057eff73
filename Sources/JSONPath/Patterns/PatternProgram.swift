/// A pattern as a nondeterministic automaton (Thompson's construction).
struct PatternProgram: Sendable {
  enum Instruction: Sendable {
    /// Takes a character, and goes on with the next instruction.
    case character(PatternCharacters)
    /// Goes on at either.
    case split(Int, Int)
    case jump(Int)
    /// Goes on at the start of the text only.
    case start
    /// Goes on at the end of the text only.
    case end
    case accept
  }

  /// Bounded repetitions are written out, and may be nested.
  private static let longest = 10_000

  private(set) var instructions: [Instruction] = []

  init(_ expression: PatternExpression) throws(Pattern.Problem) {
    try append(expression)
    instructions.append(.accept)
  }

  private mutating func append(_ expression: PatternExpression) throws(Pattern.Problem) {
    guard instructions.count < Self.longest else { throw Pattern.Problem(message: "it repeats too much") }
    switch expression {
    case .character(let characters): instructions.append(.character(characters))
    case .start: instructions.append(.start)
    case .end: instructions.append(.end)
    case .sequence(let parts): for part in parts { try append(part) }
    case .alternatives(let alternatives): try append(alternatives[...])
    case .repetition(let part, let least, let most): try append(part, least: least, most: most)
    }
  }

  private mutating func append(_ alternatives: ArraySlice<PatternExpression>) throws(Pattern.Problem) {
    var ends: [Int] = []
    for (number, alternative) in alternatives.enumerated() {
      let isLast = number == alternatives.count - 1
      let split = instructions.count
      if !isLast { instructions.append(.accept) }
      try append(alternative)
      guard !isLast else { break }
      ends.append(instructions.count)
      instructions.append(.accept)
      instructions[split] = .split(split + 1, instructions.count)
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  private mutating func append(
    _ part: PatternExpression,
    least: Int,
    most: Int?
  ) throws(Pattern.Problem) {
    guard least <= Self.longest, most ?? 0 <= Self.longest else {
      throw Pattern.Problem(message: "it repeats too much")
    }
    for _ in 0..<least { try append(part) }
    guard let most else {
      let split = instructions.count
      instructions.append(.accept)
      try append(part)
      instructions.append(.jump(split))
      instructions[split] = .split(split + 1, instructions.count)
      return
    }
    var splits: [Int] = []
    for _ in least..<most {
      splits.append(instructions.count)
      instructions.append(.accept)
      try append(part)
    }
    for split in splits { instructions[split] = .split(split + 1, instructions.count) }
  }
}
