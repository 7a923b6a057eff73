/// Runs a pattern over a text, in all its states at once: each character costs at most one step per instruction.
struct PatternRun {
  /// How many steps may still be taken.
  private(set) var steps: Int
  private let program: [PatternProgram.Instruction]
  private let extent: PatternExtent
  /// Instructions that wait for a character.
  private var states: [Int] = []
  /// The position at which an instruction was last reached.
  private var reached: [Int]
  private var isAccepted = false

  init(_ program: PatternProgram, extent: PatternExtent, steps: Int) {
    self.program = program.instructions
    self.extent = extent
    self.steps = steps
    reached = Array(repeating: -1, count: program.instructions.count)
  }

  /// Whether the text matches; `nil` when the steps are used up.
  mutating func matches(_ text: String) -> Bool? {
    let scalars = text.unicodeScalars
    let count = scalars.count
    steps -= count
    reach(0, at: 0, of: count)
    for (position, scalar) in scalars.enumerated() {
      if isAccepted, extent == .part { return true }
      guard steps >= 0 else { return nil }
      let current = states
      states = []
      isAccepted = false
      for state in current {
        steps -= 1
        guard case .character(let characters) = program[state], characters.contains(scalar) else { continue }
        reach(state + 1, at: position + 1, of: count)
      }
      // A part may begin anywhere.
      if extent == .part { reach(0, at: position + 1, of: count) }
      if states.isEmpty, !isAccepted { return false }
    }
    return steps >= 0 ? isAccepted : nil
  }

  /// Goes on from an instruction as far as no character is needed.
  private mutating func reach(_ instruction: Int, at position: Int, of count: Int) {
    var pending = [instruction]
    while let next = pending.popLast() {
      guard reached[next] != position else { continue }
      reached[next] = position
      steps -= 1
      switch program[next] {
      case .character: states.append(next)
      case .split(let first, let second): pending += [first, second]
      case .jump(let target): pending.append(target)
      case .start: if position == 0 { pending.append(next + 1) }
      case .end: if position == count { pending.append(next + 1) }
      case .accept: isAccepted = true
      }
    }
  }
}
