import RecastDiagnostics
import RecastYAMLReader

/// Takes values of the wanted kind out of nodes, and reports what is of another kind.
struct NodeReader {
  /// Everything found so far.
  var log: DiagnosticLog
  /// Where references lead.
  var references: ReferenceTable
  /// What `$dynamicRef` leads to; `nil` in documents without it.
  var dynamic: DynamicReferences? = nil
  /// Whether anything read so far travels in one direction only.
  var hasOneWayMembers = false

  /// The text of a member, whatever kind of scalar it is; `nil` when the member is absent or null.
  mutating func text(_ node: YAMLNode, _ key: String) -> String? {
    guard let value = node[key], !value.isNull else { return nil }
    guard let text = value.scalarText else {
      unexpected(value, wanted: "text for `\(key)`")
      return nil
    }
    return text
  }

  /// The truth value of a member; the strings `"true"` and `"false"` count as well.
  mutating func bool(_ node: YAMLNode, _ key: String) -> Bool? {
    guard let value = node[key], !value.isNull else { return nil }
    switch value.bool.map(\.description) ?? value.scalarText {
    case "true": return true
    case "false": return false
    default:
      unexpected(value, wanted: "`true` or `false` for `\(key)`")
      return nil
    }
  }

  /// Whether a value travels in one direction only.
  mutating func direction(_ node: YAMLNode, _ key: String) -> Bool {
    let isOneWay = bool(node, key) ?? false
    if isOneWay { hasOneWayMembers = true }
    return isOneWay
  }

  /// The entries of a mapping; none when the node is absent or null.
  mutating func entries(_ node: YAMLNode?, _ what: String) -> [YAMLEntry] {
    guard let node, !node.isNull else { return [] }
    guard node.kind == .mapping else { return entriesOfList(node, what) }
    return Self.namedByDocument.contains(what)
      ? Array(node.entries) : node.entries.filter { !$0.key.hasPrefix("x-") }
  }

  /// Mappings whose keys are the document's own, so that `x-` begins no extension there.
  private static let namedByDocument: Set<String> = [
    "`properties`", "`schemas`", "`headers`", "`parameters`", "`responses`", "`requestBodies`", "`securitySchemes`",
    "`content`", "`mapping`", "the server's variables", "`patternProperties`", "`dependentSchemas`",
  ]

  /// The items of a sequence; none when the node is absent or null.
  mutating func items(_ node: YAMLNode?, _ what: String) -> [YAMLNode] {
    guard let node, !node.isNull else { return [] }
    return node.kind == .sequence ? Array(node.items) : itemsOfMapping(node, what)
  }

  /// The object that a node is or refers to; anything but a mapping is reported.
  mutating func referenced<Object>(
    _ node: YAMLNode,
    _ kind: Components.Kind,
    read: (YAMLNode, inout NodeReader) -> Object?
  ) -> Referenced<Object>? {
    if let reference = reference(node, kind) { return .reference(reference) }
    guard node.kind == .mapping else {
      unexpected(node, wanted: kind.article)
      return nil
    }
    return read(node, &self).map { .object($0) }
  }

  /// Reports a node that is not what its place asks for.
  ///
  /// - Parameter label: what happens instead.
  mutating func unexpected(_ node: YAMLNode, wanted: String, label: String = "left out") {
    log.warning(.unexpectedValue, "expected \(wanted), found \(node.kind.inWords)", at: node.span, label: label)
  }

  /// Reports what the document describes and a client has no part in, once for each thing.
  mutating func reportPassive(_ node: YAMLNode?, _ what: String) {
    for entry in entries(node, "`\(what)`") {
      log.warning(.notGenerated, "\(what) have no part in the generated client", at: entry.keySpan)
    }
  }

  /// Reports keys that have no meaning where they stand.
  ///
  /// A key of the generator's own that is misspelled or misplaced is an error: it would otherwise be without effect and
  /// nobody would know. Anything else may come from a later version of the format, so it is a warning.
  mutating func checkKeys(of node: YAMLNode, _ kind: ObjectKeys) {
    for entry in node.entries where !kind.names.contains(entry.key) { reportUnknown(entry, on: kind) }
  }

  /// Reports a key that has no meaning where it stands, unless it is somebody's extension.
  mutating func reportUnknown(_ entry: YAMLEntry, on kind: ObjectKeys) {
    if entry.key.hasPrefix("x-client-") {
      log.error(
        .unknownExtension,
        "`\(entry.key)` has no meaning on \(kind.article)",
        at: entry.keySpan,
        help: ObjectKeys.home(of: entry.key).map { "it belongs on \($0.article)" }
          ?? Suggestion.help(for: entry.key, in: kind.names.filter { $0.hasPrefix("x-client-") })
          ?? "remove it or correct its spelling"
      )
    } else if !entry.key.hasPrefix("x-") {
      log.warning(
        .unknownKey,
        "unknown key `\(entry.key)` in \(kind.article)",
        at: entry.keySpan,
        help: Suggestion.help(for: entry.key, in: kind.names)
      )
    }
  }
}

extension YAMLNode {
  /// Whether the node holds nothing.
  var isEmptyOrNull: Bool {
    isNull || (kind == .mapping && entries.isEmpty) || (kind == .sequence && items.isEmpty)
  }
}

extension YAMLNode.Kind {
  /// The kind with its article.
  var inWords: String {
    switch self {
    case .null: "null"
    case .bool: "a boolean"
    case .integer, .float: "a number"
    case .string: "a string"
    case .sequence: "a list"
    case .mapping: "a mapping"
    }
  }
}
