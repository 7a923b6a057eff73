import RecastDiagnostics
import RecastYAMLReader

/// One entry of `x-client-checks`: a rule that a request has to keep.
package struct CheckExtension: Sendable {
  /// What the rule says.
  package enum Rule: String, Sendable, CaseIterable {
    case ascending
    case notEmpty = "not-empty"
    case range
    case allowed
    case atMostOne = "at-most-one"
    case atLeastOne = "at-least-one"
    case required
    case forbidden
    case table
  }

  /// A JSON pointer into the body, or `?` with the name of a query parameter.
  package struct Place: Sendable {
    package var text: String
    package var span: SourceSpan
  }

  package var rule: Rule
  /// What the rule is about.
  package var places: [Place]
  /// Whether equal values are out of order, or days may not be left out.
  package var isStrict: Bool
  /// The bounds of a number, each as the document writes it.
  package var bounds: [(name: String, number: Double)]
  /// The values that are allowed, or the name of a table's first column.
  package var values: [String]
  /// The member that decides whether the rule holds, and the values that it has then.
  package var condition: (place: Place, values: [String])?
  /// What to do about it, in words.
  package var remedy: String?
  /// Where the rule was written.
  package var span: SourceSpan
}

extension CheckExtension {
  private static let keys: Set<String> = [
    "rule", "member", "members", "strictly", "complete", "from", "above", "to", "values", "first-column", "when",
    "remedy",
  ]

  /// The rules of an operation.
  static func list(reading node: YAMLNode, _ reader: inout NodeReader) -> [CheckExtension] {
    reader.items(node["x-client-checks"], "`x-client-checks`").compactMap { CheckExtension(reading: $0, &reader) }
  }

  private init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    span = node.span
    for entry in node.entries where !Self.keys.contains(entry.key) {
      reader.log.error(
        .unknownExtension,
        "unknown key `\(entry.key)` in a check",
        at: entry.keySpan,
        help: Suggestion.help(for: entry.key, in: Self.keys)
      )
    }
    guard let rule = Self.rule(node, &reader) else { return nil }
    self.rule = rule
    guard let places = Self.places(node, &reader) else { return nil }
    self.places = places
    isStrict = reader.bool(node, rule == .table ? "complete" : "strictly") ?? false
    bounds = ["from", "above", "to"].compactMap { name in
      node[name]?.scalarText.flatMap { Double($0) }.map { (name, $0) }
    }
    values = reader.items(node["values"], "`values`").compactMap(\.scalarText)
    if rule == .table { values = [reader.text(node, "first-column") ?? "date"] }
    remedy = reader.text(node, "remedy")
    if let when = node["when"] {
      guard let place = Self.place(when["member"], &reader) else { return nil }
      condition = (place, reader.items(when["is"], "`is`").compactMap(\.scalarText))
    }
    let isUnsaid =
      switch rule {
      case .range: bounds.isEmpty
      case .allowed: values.isEmpty
      case .ascending, .atMostOne: places.count < 2
      default: places.isEmpty
      }
    guard !isUnsaid, !places.isEmpty else {
      reader.log.error(
        .invalidExtension,
        "the check `\(rule.rawValue)` says too little",
        at: span,
        help: "it needs \(rule.needs)"
      )
      return nil
    }
  }

  private static func rule(_ node: YAMLNode, _ reader: inout NodeReader) -> Rule? {
    let names = Rule.allCases.map(\.rawValue)
    guard let value = node["rule"], let text = value.scalarText else {
      reader.log.error(
        .invalidExtension,
        "a check needs a `rule`",
        at: node.span,
        help: "the rules are \(names.joined(separator: ", "))"
      )
      return nil
    }
    if let rule = Rule(rawValue: text) { return rule }
    reader.log.error(
      .invalidExtension,
      "`\(text)` is not a rule",
      at: value.span,
      help: Suggestion.help(for: text, in: names) ?? "the rules are \(names.joined(separator: ", "))"
    )
    return nil
  }

  /// The places that are stated; nil when one of them is none, which has been reported then.
  private static func places(_ node: YAMLNode, _ reader: inout NodeReader) -> [Place]? {
    let nodes = [node["member"]].compactMap { $0 } + reader.items(node["members"], "`members`")
    let places = nodes.compactMap { place($0, &reader) }
    return places.count == nodes.count ? places : nil
  }

  private static func place(_ node: YAMLNode?, _ reader: inout NodeReader) -> Place? {
    guard let node, let text = node.scalarText else { return nil }
    let isPointer = JSONPointer(text, span: node.span) != nil && text.utf8.count > 1
    guard isPointer || (text.hasPrefix("?") && text.utf8.count > 1) else {
      reader.log.error(
        .invalidExtension,
        "`\(text)` is neither a JSON pointer nor a query parameter",
        at: node.span,
        help: "write `/\(text)` for a member of the body, `?\(text)` for a parameter"
      )
      return nil
    }
    return Place(text: text, span: node.span)
  }
}

extension CheckExtension.Rule {
  /// What the rule cannot do without.
  fileprivate var needs: String {
    switch self {
    case .range: "a `member`, and `from`, `above` or `to`"
    case .allowed: "a `member` and `values`"
    case .ascending, .atMostOne: "at least two `members`"
    default: "a `member` or `members`"
    }
  }
}
