extension PathParser {
  /// `logical-expr`: alternatives, each of conditions that hold together.
  mutating func parseCondition() throws(JSONPathProblem) -> FilterCondition {
    var alternatives: [FilterCondition] = []
    repeat {
      var conditions: [FilterCondition] = []
      repeat {
        conditions.append(try parseBasicCondition())
      } while takeOperator("&&")
      alternatives.append(conditions.count == 1 ? conditions[0] : .all(conditions))
    } while takeOperator("||")
    return alternatives.count == 1 ? alternatives[0] : .any(alternatives)
  }

  /// Reads a logical operator with the blanks around it, or nothing.
  private mutating func takeOperator(_ word: String) -> Bool {
    let end = position
    skipBlanks()
    guard take(word) else {
      position = end
      return false
    }
    skipBlanks()
    return true
  }

  /// `basic-expr`: a group, a comparison or a test.
  private mutating func parseBasicCondition() throws(JSONPathProblem) -> FilterCondition {
    try enter()
    defer { depth -= 1 }
    let begin = position
    let isNegated = take("!")
    if isNegated { skipBlanks() }
    if take("(") {
      let group = try parseGroup(begin: begin)
      return isNegated ? .not(group) : group
    }
    if isNegated, next(is: "!") { throw problem("`!` cannot follow `!`") }
    let left = try parseOperand()
    guard let comparison = try parseComparisonOperator() else {
      let test = try test(left)
      return isNegated ? .not(test) : test
    }
    guard !isNegated else {
      throw problem("`!` cannot stand before a comparison", at: begin..<begin + 1, help: "write `!(…)` around it")
    }
    skipBlanks()
    let right = try parseOperand()
    return .comparison(try comparable(left), comparison, try comparable(right))
  }

  /// `paren-expr`, behind its opening parenthesis.
  private mutating func parseGroup(begin: Int) throws(JSONPathProblem) -> FilterCondition {
    skipBlanks()
    let condition = try parseCondition()
    skipBlanks()
    guard take(")") else { throw problemInParentheses() }
    let end = position
    if try parseComparisonOperator() != nil {
      throw problem(
        "a condition cannot be compared",
        at: begin..<end,
        help: "remove the parentheses around what is compared"
      )
    }
    return condition
  }

  /// Reads a comparison operator with the blanks before it, or nothing.
  private mutating func parseComparisonOperator() throws(JSONPathProblem) -> ComparisonOperator? {
    let end = position
    skipBlanks()
    let begin = position
    guard let found = ComparisonOperator.allCases.first(where: { take($0.rawValue) }) else {
      if let help = helpForOperator() {
        throw problem("this is not an operator of JSONPath", help: help)
      }
      position = end
      return nil
    }
    if next(is: "=") || next(is: "~") || (found == .less && next(is: ">")) {
      throw problem("this is not an operator of JSONPath", at: begin..<position + 1, help: "write `==` or `!=`")
    }
    return found
  }

  /// An operand that stands for a condition by itself.
  private func test(_ operand: Operand) throws(JSONPathProblem) -> FilterCondition {
    switch operand.meaning {
    case .query(let query): return .exists(query)
    case .condition(let condition): return condition
    case .literal:
      throw problem("a value by itself is not a condition", at: operand.range, help: "compare it, as in `@.a == 1`")
    case .function:
      throw problem(
        "the result of a function that gives a value must be compared",
        at: operand.range,
        help: "compare it, as in `\(text(operand.range)) > 1`"
      )
    }
  }

  /// An operand as one side of a comparison.
  private func comparable(_ operand: Operand) throws(JSONPathProblem) -> FilterValue {
    guard let value = value(operand) else {
      if case .query = operand.meaning {
        throw problem(
          "this may select several values, which cannot be compared",
          at: operand.range,
          help: "use names and indices only, or `count(…)`, or a filter: `[?@ == …]`"
        )
      }
      throw problem("the result of this function is a condition already", at: operand.range, help: "do not compare it")
    }
    return value
  }
}
