import RecastDiagnostics

extension PathParser {
  /// The functions of RFC 9535, section 2.4.
  private static let functions = ["length", "count", "match", "search", "value"]

  /// A function's arguments, behind its name; checks their number and types (RFC 9535, section 2.4.3).
  mutating func parseFunction(named name: String, begin: Int) throws(JSONPathProblem) -> Operand.Meaning {
    guard Self.functions.contains(name) else {
      throw problem(
        "there is no function `\(name)`",
        at: begin..<position,
        help: Suggestion.help(for: name, in: Self.functions)
          ?? "the functions are \(Self.functions.map { "`\($0)`" }.joined(separator: ", "))"
      )
    }
    let arguments = try parseArguments(of: name)
    let expected = name == "match" || name == "search" ? 2 : 1
    guard arguments.count == expected, let first = arguments.first, let last = arguments.last else {
      throw problem(
        "`\(name)` takes \(expected) \(expected == 1 ? "argument" : "arguments"), not \(arguments.count)",
        at: begin..<position
      )
    }
    switch name {
    case "length": return .function(.length(try valueArgument(first, of: name)))
    case "count": return .function(.count(try queryArgument(first, of: name)))
    case "value": return .function(.only(try queryArgument(first, of: name)))
    default:
      let text = try valueArgument(first, of: name)
      let pattern = pattern(try valueArgument(last, of: name), at: last.range)
      return .condition(.pattern(text: text, pattern: pattern, extent: name == "match" ? .whole : .part))
    }
  }

  private mutating func parseArguments(of name: String) throws(JSONPathProblem) -> [Operand] {
    try enter()
    defer { depth -= 1 }
    position += 1
    skipBlanks()
    var arguments: [Operand] = []
    if take(")") { return arguments }
    repeat {
      skipBlanks()
      if next(is: "(") || next(is: "!") { throw problem("a condition cannot be an argument of `\(name)`") }
      arguments.append(try parseOperand())
      skipBlanks()
    } while take(",")
    guard take(")") else {
      if let byte = nextByte, "=!<>&|".utf8.contains(byte) {
        throw problem("a condition cannot be an argument of `\(name)`")
      }
      throw problem("`,` or `)` is expected here")
    }
    return arguments
  }

  private func valueArgument(_ operand: Operand, of name: String) throws(JSONPathProblem) -> FilterValue {
    if let value = value(operand) { return value }
    let written = text(operand.range)
    if case .query = operand.meaning {
      throw problem(
        "this may select several values, and `\(name)` takes one",
        at: operand.range,
        help: name == "length" ? "write `count(\(written))` to count them" : "write `value(\(written))`"
      )
    }
    throw problem("`\(name)` takes a value, and this is a condition", at: operand.range)
  }

  private func queryArgument(_ operand: Operand, of name: String) throws(JSONPathProblem) -> PathQuery {
    guard case .query(let query) = operand.meaning else {
      throw problem("`\(name)` takes a path", at: operand.range, help: "write it as in `\(name)(@.*)`")
    }
    return query
  }

  /// A pattern that is written in the path is read once. One that is none matches nothing, by the RFC.
  private mutating func pattern(_ value: FilterValue, at range: Range<Int>) -> FilterPattern {
    guard case .literal(let literal) = value else { return .found(value) }
    guard case .text(let source) = literal else {
      remarks.append(problem("a pattern is text, so this matches nothing", at: range))
      return .written(nil)
    }
    switch Pattern.parse(source) {
    case .success(let pattern): return .written(pattern)
    case .failure(let reason):
      remarks.append(
        problem(
          "this is not a pattern, so it matches nothing: \(reason.message)",
          at: range,
          help: "patterns are I-Regexp (RFC 9485): no `\\d`, no look-around, no lazy quantifiers"
        )
      )
      return .written(nil)
    }
  }
}
