extension PathParser {
  /// `bracketed-selection`: selectors between brackets.
  mutating func parseBrackets() throws(JSONPathProblem) -> [PathSelector] {
    let begin = position
    position += 1
    var selectors: [PathSelector] = []
    repeat {
      skipBlanks()
      selectors.append(try parseSelector())
      skipBlanks()
    } while take(",")
    guard take("]") else { throw problemInBrackets(begin: begin) }
    return selectors
  }

  private mutating func parseSelector() throws(JSONPathProblem) -> PathSelector {
    switch nextByte {
    case UInt8(ascii: "*"):
      position += 1
      return .wildcard
    case UInt8(ascii: "'"), UInt8(ascii: "\""): return .name(try parseString())
    case UInt8(ascii: "?"):
      position += 1
      return .filter(try parseFilter())
    case let byte? where byte.isDigit || ":-+".utf8.contains(byte):
      return try parseIndexOrSlice()
    default: throw problemWithSelector()
    }
  }

  /// What follows `?`.
  private mutating func parseFilter() throws(JSONPathProblem) -> FilterCondition {
    try enter()
    defer { depth -= 1 }
    skipBlanks()
    return try parseCondition()
  }

  private mutating func parseIndexOrSlice() throws(JSONPathProblem) -> PathSelector {
    let start = next(is: ":") ? nil : try parseInteger()
    let end = position
    skipBlanks()
    guard take(":") else {
      position = end
      return .index(start ?? 0)
    }
    skipBlanks()
    let stop = next(is: ":") || next(is: "]") || next(is: ",") ? nil : try parseInteger()
    skipBlanks()
    guard take(":") else { return .slice(PathSlice(start: start, end: stop, step: 1)) }
    skipBlanks()
    let step = next(is: "]") || next(is: ",") ? nil : try parseInteger()
    return .slice(PathSlice(start: start, end: stop, step: step ?? 1))
  }

  /// `int`: no leading zero, no `-0`, and exact as a number of JavaScript.
  private mutating func parseInteger() throws(JSONPathProblem) -> Int {
    let begin = position
    if next(is: "-") { position += 1 }
    let digits = position
    while let byte = nextByte, byte.isDigit { position += 1 }
    let number = position
    // All of `1.5` or `1st` is shown, not what is left of it.
    while let byte = nextByte, byte.isNamePart || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "+") {
      position += 1
    }
    guard number > digits, position == number else {
      throw problem("this is not a whole number", at: begin..<max(position, begin + 1))
    }
    guard bytes[digits] != UInt8(ascii: "0") || (number - digits == 1 && digits == begin) else {
      throw problem("a whole number has no leading zeros, and zero no sign", at: begin..<number)
    }
    guard let value = Int(text(begin..<number)), abs(value) < 1 << 53 else {
      throw problem("this number is too large", at: begin..<number, help: "numbers here are smaller than 2^53")
    }
    return value
  }
}
