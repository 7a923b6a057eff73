extension PathTemplate {
  /// A path without what stands in no path: white space around it, a host before it, and the parentheses with which
  /// Rails marks the optional parts of a route.
  static func repaired(_ written: Substring) -> (path: String, oddities: [Oddity]) {
    var path = String(written)
    var oddities: [Oddity] = []
    // Nearly all are written as they should be.
    guard path.utf8.contains(where: { $0 <= 0x20 || $0 == 0x28 || $0 == 0x3A }) else { return (path, []) }
    if let host = host(of: path) {
      path.removeFirst(host.count)
      oddities.append(.host(host))
    }
    let trimmed = path.trimmed
    if trimmed.count < path.count {
      path = String(trimmed)
      oddities.append(.space)
    }
    while let part = optionalPart(of: path) {
      let inner = path[part].dropFirst().dropLast()
      oddities.append(inner.hasPrefix(".") ? .format(String(path[part])) : .optional(String(path[part])))
      path.replaceSubrange(part, with: inner.hasPrefix(".") ? "" : inner)
    }
    return (path, oddities)
  }

  /// The scheme and the host before the path, if there are any.
  private static func host(of path: String) -> String? {
    let scheme = ["http://", "https://"].first { path.lowercased().hasPrefix($0) }
    guard let scheme else { return nil }
    return scheme + path.dropFirst(scheme.count).prefix { $0 != "/" }
  }

  /// The first part in parentheses that begins with a slash or a dot; what else stands in parentheses belongs to the
  /// path, as in `/users({id})`.
  private static func optionalPart(of path: String) -> Range<String.Index>? {
    var depth = 0
    var start: String.Index?
    for index in path.indices {
      let next = path.index(after: index)
      switch path[index] {
      case "(" where start == nil:
        guard next < path.endIndex, "/.".contains(path[next]) else { continue }
        start = index
        depth = 1
      case "(": depth += 1
      case ")" where start != nil:
        depth -= 1
        if depth == 0, let start { return start..<next }
      default: continue
      }
    }
    return nil
  }
}

extension String {
  /// The text without white space at its ends.
  fileprivate var trimmed: Substring {
    var text = self[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}
