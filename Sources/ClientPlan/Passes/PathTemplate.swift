/// A path template in its parts, whatever way it is written in.
struct PathTemplate {
  enum Piece: Equatable {
    case literal(String)
    case parameter(String)
  }

  /// Something that a path template does not have in OpenAPI, and how it is read.
  enum Oddity: Hashable {
    /// `:id`, as Rails writes a parameter.
    case colon(String)
    /// `(.:format)`, which Rails adds to every route, or another spelling of it.
    case format(String)
    /// `(/:year)`, which Rails routes take with and without.
    case optional(String)
    /// A scheme and a host in front of the path.
    case host(String)
    /// White space around the path.
    case space
    /// A brace without its partner.
    case brace
    /// Something behind a question mark.
    case query
    /// Something behind a number sign.
    case fragment
  }

  /// A query parameter that is part of the template.
  struct QueryPart {
    var name: String
    /// What stands behind the equals sign.
    var value: Piece
  }

  /// The parts from left to right, without query and fragment.
  var pieces: [Piece] = []
  /// The query parameters that are part of the template.
  var query: [QueryPart] = []
  /// What was odd about the template, in the order in which it was found.
  var oddities: [Oddity] = []

  init(_ template: String) {
    var (path, query) = (template[...], Substring())
    if let sign = Self.firstOutsideBraces(of: "#", in: path) {
      path = path[..<sign]
      oddities.append(.fragment)
    }
    if let mark = Self.firstOutsideBraces(of: "?", in: path) {
      query = path[path.index(after: mark)...]
      path = path[..<mark]
      oddities.append(.query)
    }
    let repaired = Self.repaired(path)
    oddities += repaired.oddities
    readPath(repaired.path[...])
    for item in query.split(separator: "&") { readQuery(item) }
  }

  /// The names of the parameters in the path from left to right.
  var parameters: [String] {
    pieces.compactMap { if case .parameter(let name) = $0 { name } else { nil } }
  }

  // The signs of a template are characters of their own whatever follows, so bytes will do.
  private static func firstOutsideBraces(of sign: Unicode.Scalar, in text: Substring) -> Substring.Index? {
    var depth = 0
    return text.utf8.firstIndex { byte in
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      return byte == UInt8(ascii: sign) && depth <= 0
    }
  }

  private mutating func readPath(_ path: Substring) {
    var literal = ""
    var rest = path
    func isAtSegment() -> Bool { literal.utf8.last == UInt8(ascii: "/") }
    while let character = rest.unicodeScalars.first {
      if character == "{", let name = Self.braced(rest) {
        append(literal, .parameter(name.text))
        literal = ""
        if !name.isClosed { oddities.append(.brace) }
        rest = name.rest
      } else if character == ":", isAtSegment(), let name = Self.word(rest.dropFirst()) {
        append(literal, .parameter(String(name)))
        literal = ""
        oddities.append(.colon(String(name)))
        rest = rest[name.endIndex...]
      } else {
        if character == "}" { oddities.append(.brace) }
        let next = rest.utf8.dropFirst().firstIndex(where: Self.isSign) ?? rest.endIndex
        literal += rest[..<next]
        rest = rest[next...]
      }
    }
    append(literal, nil)
  }

  private static func isSign(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: ":")
  }

  private mutating func append(_ literal: String, _ piece: Piece?) {
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    if let piece { pieces.append(piece) }
  }

  /// The name behind a brace: up to its partner, or, when that is missing, up to the end of the segment.
  private static func braced(_ text: Substring) -> (text: String, isClosed: Bool, rest: Substring)? {
    let inner = text.dropFirst()
    if let end = inner.firstIndex(of: "}"), !inner[..<end].contains("{") {
      return (String(inner[..<end]), true, inner[inner.index(after: end)...])
    }
    guard let name = word(inner) else { return nil }
    return (String(name), false, inner[name.endIndex...])
  }

  private static func word(_ text: Substring) -> Substring? {
    let word = text.prefix { $0.isLetter || $0.isNumber || $0 == "_" }
    return word.first.map { $0.isLetter || $0 == "_" } == true ? word : nil
  }

  private mutating func readQuery(_ item: Substring) {
    let parts = item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard let name = parts.first, !name.isEmpty else { return }
    let value = parts.count > 1 ? parts[1] : ""
    if value.first == "{", let parameter = Self.braced(value), parameter.rest.isEmpty {
      query.append(QueryPart(name: String(name), value: .parameter(parameter.text)))
    } else if value.first == ":", let parameter = Self.word(value.dropFirst()), parameter.endIndex == value.endIndex {
      query.append(QueryPart(name: String(name), value: .parameter(String(parameter))))
    } else {
      query.append(QueryPart(name: String(name), value: .literal(String(value))))
    }
  }
}
