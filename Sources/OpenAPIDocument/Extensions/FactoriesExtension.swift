import RecastDiagnostics
import RecastYAMLReader

/// `x-client-factories`: named ways to make a value, each of which settles some members.
package struct FactoriesExtension: Sendable {
  /// What is said about members: every other one is an argument as in the initializer.
  package struct Terms: Sendable {
    /// Members that always have one value.
    package var fixed: [(member: Member, value: YAMLNode)] = []
    /// Members that have to be given.
    package var required: [Member] = []
    /// Members that are left out.
    package var omitted: [Member] = []
    /// Members that have a value unless another is given.
    package var defaults: [(member: Member, value: YAMLNode)] = []
    /// Other names for arguments.
    package var names: [(member: Member, name: String)] = []

    /// Every member that something is said about, but for its name.
    package var members: [Member] { fixed.map(\.member) + required + omitted + defaults.map(\.member) }
  }

  /// A member's name on the wire, and where it was written.
  package struct Member: Sendable {
    package var name: String
    package var span: SourceSpan
  }

  /// A static function.
  package struct Function: Sendable {
    package var name: String
    package var description: String?
    package var terms: Terms
    package var span: SourceSpan
  }

  /// An argument that settles several members at once.
  package struct Choice: Sendable {
    package var name: String
    package var description: String?
    /// The case that holds unless another is given.
    package var defaultCase: Member?
    package var cases: [Function]
    package var span: SourceSpan
  }

  /// The functions, in document order.
  package var functions: [Function] = []
  /// The choices that every function has whose members it does not settle itself.
  package var choices: [Choice] = []
  /// Whether a union has a function for each alternative.
  package var forAlternatives = false
  /// Where the extension was written.
  package var span: SourceSpan
}

extension FactoriesExtension {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    guard let value = node["x-client-factories"] else { return nil }
    span = value.span
    if value.string == "alternatives" {
      forAlternatives = true
      return
    }
    let keys: Set<String> = ["functions", "choices"]
    guard let fields = ExtensionReader(node, "x-client-factories", keys: keys, &reader) else { return nil }
    functions = Self.functions(fields.node, "functions", &reader)
    choices = (fields.node["choices"]?.entries.map { $0 } ?? []).compactMap { Choice(reading: $0, &reader) }
    if functions.isEmpty {
      reader.log.error(
        .invalidExtension,
        "`x-client-factories` needs at least one function",
        at: span,
        help: "write `functions: {name: {fixed: {member: value}}}`, or `alternatives` for a union"
      )
    }
  }

  fileprivate static func functions(_ node: YAMLNode, _ key: String, _ reader: inout NodeReader) -> [Function] {
    guard let list = node[key], !list.isNull else { return [] }
    guard list.kind == .mapping else {
      reader.unexpected(list, wanted: "a mapping for `\(key)`")
      return []
    }
    return list.entries.map { Function(reading: $0, list, &reader) }
  }
}

extension FactoriesExtension.Function {
  private static let keys: Set<String> = ["description", "fixed", "required", "omitted", "defaults", "names"]

  fileprivate init(reading entry: YAMLEntry, _ parent: YAMLNode, _ reader: inout NodeReader) {
    name = entry.key
    span = entry.keySpan
    terms = .init()
    guard !entry.value.isNull, let fields = ExtensionReader(parent, entry.key, keys: Self.keys, &reader) else { return }
    description = reader.text(fields.node, "description")
    terms.fixed = Self.values(fields.node["fixed"])
    terms.defaults = Self.values(fields.node["defaults"])
    terms.required = Self.members(fields.node["required"], &reader)
    terms.omitted = Self.members(fields.node["omitted"], &reader)
    terms.names = Self.values(fields.node["names"]).compactMap { item in
      item.value.scalarText.map { (item.member, $0) }
    }
  }

  private static func values(
    _ node: YAMLNode?
  ) -> [(member: FactoriesExtension.Member, value: YAMLNode)] {
    (node?.entries.map { $0 } ?? []).map { (.init(name: $0.key, span: $0.keySpan), $0.value) }
  }

  private static func members(_ node: YAMLNode?, _ reader: inout NodeReader) -> [FactoriesExtension.Member] {
    reader.items(node, "members").compactMap { item in
      item.scalarText.map { .init(name: $0, span: item.span) }
    }
  }
}

extension FactoriesExtension.Choice {
  fileprivate init?(reading entry: YAMLEntry, _ reader: inout NodeReader) {
    let node = entry.value
    name = entry.key
    span = entry.keySpan
    for item in node.entries where !["description", "default", "cases"].contains(item.key) {
      reader.log.error(
        .unknownExtension,
        "unknown key `\(item.key)` in the choice `\(name)`",
        at: item.keySpan,
        help: "the keys are cases, default, description"
      )
    }
    description = reader.text(node, "description")
    defaultCase = node["default"].flatMap { value in value.scalarText.map { .init(name: $0, span: value.span) } }
    cases = FactoriesExtension.functions(node, "cases", &reader)
    guard !cases.isEmpty else {
      reader.log.error(.invalidExtension, "the choice `\(name)` needs `cases`", at: span)
      return nil
    }
  }
}
