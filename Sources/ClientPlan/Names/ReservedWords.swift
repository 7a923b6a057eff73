/// Words that Swift keeps for itself.
package enum ReservedWords {
  /// Names that need backticks where a declaration or a member access stands.
  package static let keywords: Set<String> = [
    "Any", "Protocol", "Self", "Type", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue",
    "default",
    "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func", "guard",
    "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator", "precedencegroup", "private",
    "protocol", "public", "repeat", "rethrows", "return", "self", "static", "struct", "subscript", "super", "switch",
    "throw", "throws", "true", "try", "typealias", "var", "where", "while",
  ]

  /// Names that no type can take: not even backticks help, or a module of that name would be out of reach.
  static let types: Set<String> = [
    "Type", "Protocol", "Self", "Any", "AnyObject", "Swift", "Foundation", "FoundationEssentials", "RecastRuntime",
    "Optional", "Never", "Sendable", "Void", "NullableMembers", "DownloadKeys",
  ]

  /// Names that a schema's property cannot take, because every schema has them already; `json` and `from` would hide its
  /// other initializers.
  static let properties: Set<String> = [
    "json", "from", "unknownMembers", "hashValue", "self", "init", "Type", "additionalProperties",
  ]

  /// Names that the factory of a call cannot take: behind a dot they mean something else.
  static let calls: Set<String> = ["init", "self"]

  /// Names that a case for an answer cannot take.
  static let answers: Set<String> = ["self", "init", "Type", "hash", "hashValue"]

  /// Names that a case or static member of an enumeration cannot take; where a value is optional, `.none` would be read
  /// as no value.
  static let cases: Set<String> = [
    "none", "some",
    "rawValue", "knownValues", "isKnown", "self", "init", "Type", "hashValue", "unknown", "description",
    "parameterText",
  ]

  /// What a case or static member is called whose name it cannot take.
  static func substitutes(for name: Identifier) -> [Identifier] {
    cases.contains(name.text) ? [name.appending(Identifier("Value"))] : []
  }
}
