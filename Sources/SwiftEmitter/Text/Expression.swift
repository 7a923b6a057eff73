import RecastClientPlan

/// A call or a list whose parts go on lines of their own when they do not fit on one.
indirect enum Expression: Sendable {
  /// Source that is never broken.
  case code(Code)
  /// A call: what is called, its arguments, and a trailing closure.
  case call(Code, [Argument], closure: Closure? = nil)
  /// An array literal, with what is done with it behind it.
  case array([Expression], followedBy: Code = "")

  /// An argument with its label.
  struct Argument: Sendable {
    var label: Code?
    var value: Expression

    init(_ value: Expression) { self.value = value }

    init(_ label: Code, _ value: Expression) {
      self.label = label
      self.value = value
    }
  }

  /// A closure of one expression.
  struct Closure: Sendable {
    /// The parameters with `in` behind them; nothing where `$0` does.
    var parameters: Code = ""
    /// What the closure evaluates.
    var body: Expression

    fileprivate var opening: Code { parameters.isEmpty ? " {" : " { \(parameters)" }
  }

  /// The expression on one line.
  var inline: Code {
    switch self {
    case .code(let code): code
    case .call(let callee, let arguments, let closure):
      "\(Self.head(callee, arguments, closure))\(closure.map { "\($0.opening) \($0.body.inline) }" } ?? "")"
    case .array(let elements, let rest): "[\(.joined(elements.map(\.inline)))]\(rest)"
    }
  }

  /// The expression in lines, each with its indentation beyond that of the first.
  ///
  /// - Parameters:
  ///   - prefix: what stands before the expression on its first line.
  ///   - suffix: what stands behind it on its last line.
  ///   - indentation: the columns in front of the prefix.
  func lines(prefix: Code = "", suffix: Code = "", indentation: Int) -> [(indentation: Int, code: Code)] {
    let single: Code = "\(prefix)\(inline)\(suffix)"
    if indentation + single.columns <= SourceWriter.width { return [(0, single)] }
    switch self {
    case .code:
      return [(0, single)]
    case .call(let callee, let arguments, let closure):
      return callLines(callee, arguments, closure, prefix: prefix, suffix: suffix, indentation: indentation)
    case .array(let elements, let rest):
      guard !elements.isEmpty else { return [(0, single)] }
      return [(0, "\(prefix)[")]
        + Self.elements(elements.map { ("", $0) }, trailingComma: true, indentation: indentation)
        + [(0, "]\(rest)\(suffix)")]
    }
  }

  private func callLines(
    _ callee: Code,
    _ arguments: [Argument],
    _ closure: Closure?,
    prefix: Code,
    suffix: Code,
    indentation: Int
  ) -> [(indentation: Int, code: Code)] {
    let head: Code = "\(prefix)\(Self.head(callee, arguments, closure))"
    let headFits = indentation + head.columns + (closure?.opening.columns ?? 0) <= SourceWriter.width
    let broken: [(indentation: Int, code: Code)] =
      arguments.isEmpty || (headFits && closure != nil)
      ? [(0, head)]
      : [(0, "\(prefix)\(callee)(")]
        + Self.elements(arguments.map { ($0.prefix, $0.value) }, trailingComma: false, indentation: indentation)
        + [(0, ")")]
    guard var last = broken.last else { return [] }
    guard let closure else {
      last.code = last.code + suffix
      return broken.dropLast() + [last]
    }
    let single: Code = "\(last.code)\(closure.opening) \(closure.body.inline) }\(suffix)"
    if indentation + single.columns <= SourceWriter.width, broken.count > 1 {
      return broken.dropLast() + [(last.indentation, single)]
    }
    last.code = last.code + closure.opening
    let body = closure.body.lines(indentation: indentation + 2).map { ($0.indentation + 2, $0.code) }
    return broken.dropLast() + [last] + body + [(0, "}\(suffix)")]
  }

  /// What is called with its arguments on one line; a trailing closure alone needs no parentheses.
  private static func head(_ callee: Code, _ arguments: [Argument], _ closure: Closure?) -> Code {
    arguments.isEmpty && closure != nil ? callee : "\(callee)(\(.joined(arguments.map(\.inline))))"
  }

  private static func elements(
    _ elements: [(prefix: Code, value: Expression)],
    trailingComma: Bool,
    indentation: Int
  ) -> [(indentation: Int, code: Code)] {
    elements.enumerated().flatMap { position, element in
      let isLast = position == elements.count - 1
      return element.value.lines(
        prefix: element.prefix,
        suffix: isLast && !trailingComma ? "" : ",",
        indentation: indentation + 2
      ).map { ($0.indentation + 2, $0.code) }
    }
  }
}

extension Expression.Argument {
  fileprivate var prefix: Code { label.map { "\($0): " } ?? "" }

  fileprivate var inline: Code { "\(prefix)\(value.inline)" }
}
