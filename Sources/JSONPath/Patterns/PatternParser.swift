/// Reads I-Regexp (RFC 9485, section 3).
struct PatternParser {
  typealias Problem = Pattern.Problem

  /// Groups in one another.
  private static let deepest = 50

  private let scalars: [Unicode.Scalar]
  private var position = 0
  private var depth = 0

  init(_ text: String) {
    scalars = Array(text.unicodeScalars)
  }

  mutating func parse() throws(Problem) -> PatternExpression {
    let expression = try parseAlternatives()
    guard position == scalars.count else { throw Problem(message: "`)` closes nothing") }
    return expression
  }

  private var next: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private mutating func parseAlternatives() throws(Problem) -> PatternExpression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Self.deepest else { throw Problem(message: "its groups are nested too deep") }
    var alternatives: [PatternExpression] = []
    repeat {
      var pieces: [PatternExpression] = []
      while let scalar = next, scalar != "|", scalar != ")" { pieces.append(try parsePiece()) }
      alternatives.append(.sequence(pieces))
    } while take("|")
    return .alternatives(alternatives)
  }

  private mutating func parsePiece() throws(Problem) -> PatternExpression {
    let atom = try parseAtom()
    guard let quantifier = next else { return atom }
    switch quantifier {
    case "*", "+", "?":
      position += 1
      return .repetition(atom, least: quantifier == "+" ? 1 : 0, most: quantifier == "?" ? 1 : nil)
    case "{":
      position += 1
      return try parseBounds(of: atom)
    default: return atom
    }
  }

  /// `range-quantifier`, behind its brace.
  private mutating func parseBounds(of atom: PatternExpression) throws(Problem) -> PatternExpression {
    let least = try parseNumber()
    var most: Int? = least
    if take(",") { most = next == "}" ? nil : try parseNumber() }
    guard take("}") else { throw Problem(message: "`}` is missing") }
    guard least <= most ?? least else { throw Problem(message: "`{\(least),\(most ?? 0)}` is upside down") }
    return .repetition(atom, least: least, most: most)
  }

  private mutating func parseNumber() throws(Problem) -> Int {
    var digits = ""
    while let scalar = next, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    guard !digits.isEmpty else { throw Problem(message: "a number is missing behind `{`") }
    guard let number = Int(digits) else { throw Problem(message: "\(digits) repetitions are too many") }
    return number
  }

  private mutating func parseAtom() throws(Problem) -> PatternExpression {
    guard let scalar = next else { throw Problem(message: "it is not complete") }
    position += 1
    switch scalar {
    case "(":
      let group = try parseAlternatives()
      guard take(")") else { throw Problem(message: "`)` is missing") }
      return group
    case ".": return .character(.notLineBreaks)
    case "[": return .character(try parseClass())
    case "\\": return .character(try parseEscape())
    case "^": return .start
    case "$": return .end
    case "*", "+", "?", "{": throw Problem(message: "there is nothing to repeat before `\(scalar)`")
    case "]", "}": throw Problem(message: "`\(scalar)` closes nothing")
    default: return .character(PatternCharacters(ranges: [scalar...scalar]))
    }
  }

  /// `charClassExpr`, behind its bracket.
  private mutating func parseClass() throws(Problem) -> PatternCharacters {
    var characters = PatternCharacters()
    characters.isNegated = take("^")
    if take("-") { characters.ranges.append("-"..."-") }
    while let scalar = next, scalar != "]" {
      position += 1
      if scalar == "-" {
        guard next == "]" else { throw Problem(message: "`-` stands between two characters, first or last") }
        characters.ranges.append("-"..."-")
        break
      }
      guard scalar != "[" else { throw Problem(message: "`[` needs a backslash between brackets") }
      let first = scalar == "\\" ? try parseEscape() : PatternCharacters(ranges: [scalar...scalar])
      guard let lower = first.ranges.first?.lowerBound, next == "-", hasRangeEnd else {
        characters.ranges += first.ranges
        characters.categories += first.categories
        continue
      }
      position += 1
      let upper = try parseRangeEnd()
      guard lower <= upper else { throw Problem(message: "`\(lower)-\(upper)` is upside down") }
      characters.ranges.append(lower...upper)
    }
    guard take("]"), !(characters.ranges.isEmpty && characters.categories.isEmpty) else {
      throw Problem(message: "a class of characters is empty or not closed")
    }
    return characters
  }

  /// Whether the `-` that comes next is followed by more than the end of the class.
  private var hasRangeEnd: Bool { position + 1 < scalars.count && scalars[position + 1] != "]" }

  private mutating func parseRangeEnd() throws(Problem) -> Unicode.Scalar {
    guard let scalar = next, scalar != "[", scalar != "-" else {
      throw Problem(message: "a range of characters has no end")
    }
    position += 1
    guard scalar == "\\" else { return scalar }
    guard let end = try parseEscape().ranges.first?.lowerBound else {
      throw Problem(message: "a category cannot end a range of characters")
    }
    return end
  }

  /// `SingleCharEsc` or `charClassEsc`, behind its backslash.
  private mutating func parseEscape() throws(Problem) -> PatternCharacters {
    guard let scalar = next else { throw Problem(message: "a backslash ends it") }
    position += 1
    switch scalar {
    case "n": return PatternCharacters(ranges: ["\n"..."\n"])
    case "r": return PatternCharacters(ranges: ["\r"..."\r"])
    case "t": return PatternCharacters(ranges: ["\t"..."\t"])
    case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}":
      return PatternCharacters(ranges: [scalar...scalar])
    case "p", "P": return try parseCategory(isNegated: scalar == "P")
    default: throw Problem(message: "`\\\(scalar)` is not an escape")
    }
  }

  private mutating func parseCategory(isNegated: Bool) throws(Problem) -> PatternCharacters {
    guard take("{") else { throw Problem(message: "`{` is missing behind `\\p`") }
    var name = ""
    while let scalar = next, scalar != "}" {
      name.unicodeScalars.append(scalar)
      position += 1
    }
    guard take("}") else { throw Problem(message: "`}` is missing") }
    let members = Unicode.GeneralCategory.members(of: name)
    guard !members.isEmpty else { throw Problem(message: "there is no category `\(name)`") }
    return PatternCharacters(categories: [(members, isNegated)])
  }
}
