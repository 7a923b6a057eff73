/// A regular expression after I-Regexp (RFC 9485). It is matched in time linear in the text, whatever it looks like.
struct Pattern: Sendable {
  /// Why a text is no pattern.
  struct Problem: Error {
    let message: String
  }

  private let program: PatternProgram

  /// Reads a pattern.
  static func parse(_ text: String) -> Result<Pattern, Problem> {
    var parser = PatternParser(text)
    do throws(Problem) {
      let expression = try parser.parse()
      return .success(Pattern(program: try PatternProgram(expression)))
    } catch {
      return .failure(error)
    }
  }

  /// Whether a text matches; `nil` when the steps are used up.
  ///
  /// - Parameter steps: how many steps may be taken; lowered by those that were.
  func matches(_ text: String, _ extent: PatternExtent, steps: inout Int) -> Bool? {
    var run = PatternRun(program, extent: extent, steps: steps)
    defer { steps = run.steps }
    return run.matches(text)
  }
}

/// A pattern in its parts.
indirect enum PatternExpression {
  case character(PatternCharacters)
  case sequence([PatternExpression])
  case alternatives([PatternExpression])
  /// `nil` stands for no upper bound.
  case repetition(PatternExpression, least: Int, most: Int?)
  /// `^` and `$`. RFC 9485 has them as plain characters, but all its mappings to other dialects make anchors of them,
  /// and so does the compliance suite of JSONPath.
  case start
  case end
}

/// A set of Unicode scalars.
struct PatternCharacters: Sendable {
  var ranges: [ClosedRange<Unicode.Scalar>] = []
  /// General categories, some of which may be meant by their absence.
  var categories: [(members: [Unicode.GeneralCategory], isNegated: Bool)] = []
  var isNegated = false

  /// All but line breaks: `.`
  static let notLineBreaks = PatternCharacters(ranges: ["\n"..."\n", "\r"..."\r"], isNegated: true)

  func contains(_ scalar: Unicode.Scalar) -> Bool {
    if ranges.contains(where: { $0.contains(scalar) }) { return !isNegated }
    guard !categories.isEmpty else { return isNegated }
    let category = scalar.properties.generalCategory
    return categories.contains { $0.members.contains(category) != $0.isNegated } != isNegated
  }
}
