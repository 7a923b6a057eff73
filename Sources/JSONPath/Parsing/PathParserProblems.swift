/// Words for the mistakes that people make who know another dialect of JSONPath, or another language.
extension PathParser {
  /// What is wrong with what follows a complete path.
  func problemAfterPath() -> JSONPathProblem {
    if bytes[position...].allSatisfy(\.isBlank) {
      return problem("a blank stands after the path", at: position..<bytes.count, help: "remove it")
    }
    switch nextByte {
    case UInt8(ascii: "~"), UInt8(ascii: "^"):
      return problem("`\(text(position..<position + 1))` is not part of JSONPath (RFC 9535)", help: "remove it")
    default: return problem("`.` or `[` is expected here")
    }
  }

  /// What is wrong with a name behind a dot.
  func problemWithName(begin: Int, isDescendant: Bool) -> JSONPathProblem {
    if position > begin, next(is: "~") || next(is: "^") { return problemAfterPath() }
    if position > begin, next(is: "(") {
      let name = text(begin..<position)
      return problem("functions do not follow a dot", at: begin..<position, help: "write `\(name)(@)` in a filter")
    }
    var end = begin
    while end < bytes.count, !bytes[end].endsName { end += 1 }
    guard end > begin else {
      return problem("a name is missing after `.`", at: begin - 1..<begin)
    }
    let whole = text(begin..<end)
    return problem(
      "`\(whole)` cannot follow a dot unquoted",
      at: begin..<end,
      help: "write \(isDescendant ? ".." : "")\(PathSelector.quoted(whole)) instead of "
        + "`\(isDescendant ? ".." : ".")\(whole)`"
    )
  }

  /// What is wrong with something between brackets that is no selector.
  func problemWithSelector() -> JSONPathProblem {
    switch nextByte {
    case nil: return problem("a name, an index, `*` or a filter is expected here", help: "add the closing bracket")
    case UInt8(ascii: "]"), UInt8(ascii: ","): return problem("a selector is missing here")
    case UInt8(ascii: "@"), UInt8(ascii: "$"):
      return problem("a path between brackets is a filter, and a filter starts with `?`", help: "add `?`")
    case UInt8(ascii: "("): return problem("scripts are not part of JSONPath (RFC 9535)", help: "use a filter: `[?…]`")
    default:
      var end = position
      while end < bytes.count, !"],".utf8.contains(bytes[end]), !bytes[end].isBlank { end += 1 }
      return problem(
        "a name in quotes, an index, `*` or a filter is expected here",
        at: position..<end,
        help: "put the name in quotes: \(PathSelector.quoted(text(position..<end)))"
      )
    }
  }

  /// What is wrong when brackets do not close where they should.
  func problemInBrackets(begin: Int) -> JSONPathProblem {
    guard position < bytes.count else {
      return problem("this bracket is not closed", at: begin..<begin + 1, help: "add `]`")
    }
    return problem("`,` or `]` is expected here", help: helpForOperator() ?? helpForOperatorWord())
  }

  /// What is wrong when a group does not close where it should.
  func problemInParentheses() -> JSONPathProblem {
    problem("`)` is expected here", help: helpForOperator() ?? helpForOperatorWord())
  }

  /// What is wrong with a word that is neither a value nor a function.
  func problemWithWord(_ word: String, at range: Range<Int>) -> JSONPathProblem {
    let plain = word.lowercased()
    if ["true", "false", "null"].contains(plain) {
      return problem("`\(word)` is not a value", at: range, help: "write `\(plain)`")
    }
    let end = bytes[range.upperBound...].firstIndex { !$0.isBlank }
    if let end, bytes[end] == UInt8(ascii: "(") {
      return problem("no blank stands between a function and its arguments", at: range.upperBound..<end)
    }
    return problem("`\(word)` is not a value", at: range, help: "put text in quotes; paths start with `@` or `$`")
  }

  /// What to write instead of an operator that JSONPath does not have.
  func helpForOperator() -> String? {
    if next(is: "=~") { return "write `match(@.name, 'pattern')`" }
    if next(is: "=") { return "write `==` to compare" }
    if next(is: "&"), !next(is: "&&") { return "write `&&`" }
    if next(is: "|"), !next(is: "||") { return "write `||`" }
    return nil
  }

  private func helpForOperatorWord() -> String? {
    let word = bytes[position...].prefix { $0.isNamePart }
    return ["and": "write `&&`", "or": "write `||`", "in": "compare with `==`, joined by `||`"][
      String(decoding: word, as: UTF8.self).lowercased()
    ]
  }
}

extension PathSelector {
  /// A name between brackets, in the notation of normalized paths (RFC 9535, section 2.7).
  static func quoted(_ name: String) -> String {
    var text = "['"
    for scalar in name.unicodeScalars {
      switch scalar {
      case "'", "\\": text += "\\\(scalar)"
      case "\u{08}": text += "\\b"
      case "\u{0C}": text += "\\f"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{00}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text + "']"
  }
}
