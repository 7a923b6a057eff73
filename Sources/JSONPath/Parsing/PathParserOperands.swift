import RecastDiagnostics

extension PathParser {
  /// What stands on a side of a comparison, is tested, or is an argument.
  struct Operand {
    enum Meaning {
      case literal(PathValue)
      case query(PathQuery)
      /// A function whose result is a value.
      case function(FilterValue)
      /// A function whose result is true or false.
      case condition(FilterCondition)
    }

    let meaning: Meaning
    /// Where it is written, in bytes of the path.
    let range: Range<Int>
  }

  /// `literal`, `filter-query` or `function-expr`.
  mutating func parseOperand() throws(JSONPathProblem) -> Operand {
    let begin = position
    let meaning: Operand.Meaning
    switch nextByte {
    case UInt8(ascii: "@"), UInt8(ascii: "$"):
      let root: PathQuery.Root = next(is: "@") ? .current : .document
      position += 1
      meaning = .query(PathQuery(root: root, segments: try parseSegments()))
    case UInt8(ascii: "'"), UInt8(ascii: "\""): meaning = .literal(.text(try parseString()))
    case let byte? where byte.isDigit || byte == UInt8(ascii: "-"):
      meaning = .literal(.number(try parseNumber()))
    case let byte? where byte.isNamePart: meaning = try parseWord()
    default:
      throw problem(
        "a path, a value or a function is expected here",
        help: next(is: "(") ? "parentheses group conditions, not values" : nil
      )
    }
    return Operand(meaning: meaning, range: begin..<position)
  }

  /// An operand as a value; `nil` when it is several values or a condition.
  func value(_ operand: Operand) -> FilterValue? {
    switch operand.meaning {
    case .literal(let literal): .literal(literal)
    case .query(let query): query.isSingular ? .query(query) : nil
    case .function(let value): value
    case .condition: nil
    }
  }

  /// `true`, `false`, `null` or a function.
  private mutating func parseWord() throws(JSONPathProblem) -> Operand.Meaning {
    let begin = position
    while let byte = nextByte, byte.isNamePart || byte == UInt8(ascii: "-") { position += 1 }
    let word = text(begin..<position)
    if next(is: "(") { return try parseFunction(named: word, begin: begin) }
    switch word {
    case "true": return .literal(.bool(true))
    case "false": return .literal(.bool(false))
    case "null": return .literal(.null)
    default: throw problemWithWord(word, at: begin..<position)
    }
  }

  /// `number`: as in JSON.
  private mutating func parseNumber() throws(JSONPathProblem) -> PathNumber {
    let begin = position
    while let byte = nextByte, byte.isNamePart || "+-.".utf8.contains(byte) { position += 1 }
    let written = text(begin..<position)
    guard written.wholeMatch(of: /-?(0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?/) != nil,
      let number = PathNumber(written)
    else {
      throw problem("this is not a number as in JSON", at: begin..<position, help: "text needs quotes")
    }
    return number
  }
}
