/// What stands between the braces of a path template.
///
/// OpenAPI knows names only. Documents that come out of routers and gateways have more there: operators of RFC 6570, as
/// in `{+name}`, `{path*}` and `{proxy+}`, patterns, as in `{id:[0-9]+}`, and resource names, as in
/// `{name=projects/*/topics/*}`.
struct PathVariable {
  /// The name without what some documents add to it.
  let name: String
  /// Whether values may have slashes, which stand for themselves.
  let takesSegments: Bool

  init(_ text: String) {
    var bare = text[...]
    var takesSegments = false
    if let mark = bare.firstIndex(where: { $0 == ":" || $0 == "=" }), mark != bare.startIndex {
      takesSegments = Self.hasSlash(bare[bare.index(after: mark)...])
      bare = bare[..<mark]
    }
    while let first = bare.first, "+#./;?&*".contains(first), bare.count > 1 {
      takesSegments = takesSegments || "+#*".contains(first)
      bare.removeFirst()
    }
    while let last = bare.last, "*+".contains(last), bare.count > 1 {
      takesSegments = true
      bare.removeLast()
    }
    name = String(bare)
    self.takesSegments = takesSegments
  }

  /// Whether texts that match a pattern have slashes, as far as that can be seen: one is part of the pattern, or
  /// anything is.
  static func hasSlash(_ pattern: some StringProtocol) -> Bool {
    if ["path", ".*", ".+", "**"].contains(pattern) { return true }
    var isInClass = false
    var isEscaped = false
    for character in pattern {
      if !isEscaped {
        if character == "[" { isInClass = true }
        if character == "]" { isInClass = false }
      }
      isEscaped = character == "\\" && !isEscaped
      if character == "/", !isInClass { return true }
    }
    return false
  }
}
