import RecastYAMLReader

/// What a schema is, as far as it matters for standing for another one as well.
struct SchemaOutline {
  /// Kinds of schema.
  enum Kind {
    /// Nothing is said about values.
    case anything
    /// A mapping with members of its own.
    case object
    /// A list.
    case array
    /// Listed values.
    case values
    /// Strings, numbers and truth values.
    case plain
    /// Alternatives under this key.
    case alternatives(String)
    /// A reference.
    case reference
    /// Anything that takes more to understand.
    case other
  }

  /// The kind of schema.
  let kind: Kind
  /// The type that the schema names.
  let type: String?
  /// The format that the schema names.
  let format: String?
  private let schema: YAMLEditor.Reference

  init(_ schema: YAMLEditor.Reference, _ editor: YAMLEditor) {
    self.schema = schema
    let keys = Set(
      editor.entries(of: schema).lazy.map { editor.text(of: $0.key) }.filter { !SchemaWords.documents($0) }
    )
    format = editor.value("format", in: schema).map { editor.text(of: $0) }
    let stated = editor.value("type", in: schema)
    let types = stated.map { editor.kind(of: $0) == .sequence ? editor.items(of: $0) : [$0] } ?? []
    let names = types.map { editor.text(of: $0) }.filter { $0 != "null" }
    type = names.count == 1 ? names[0] : nil
    switch true {
    case editor.kind(of: schema) != .mapping || names.count > 1: kind = .other
    case keys.contains("$ref"): kind = keys.count == 1 ? .reference : .other
    case keys.contains("allOf") || (keys.contains("oneOf") && keys.contains("anyOf")): kind = .other
    case keys.contains("oneOf"): kind = keys.isSubset(of: ["oneOf", "discriminator"]) ? .alternatives("oneOf") : .other
    case keys.contains("anyOf"): kind = keys.isSubset(of: ["anyOf", "discriminator"]) ? .alternatives("anyOf") : .other
    case type == "object" || keys.contains("properties"): kind = .object
    case type == "array" || keys.contains("items"): kind = .array
    case keys.contains("enum"): kind = .values
    case type != nil: kind = .plain
    default: kind = keys.isEmpty ? .anything : .other
    }
  }

  /// The component that a reference leads to, when it is written as usual.
  func target(in document: YAMLEditor.Reference, _ editor: YAMLEditor) -> YAMLEditor.Reference? {
    let prefix = "#/components/schemas/"
    guard let text = editor.value("$ref", in: schema).map({ editor.text(of: $0) }), text.hasPrefix(prefix) else {
      return nil
    }
    return editor.value("components", in: document).flatMap { editor.value("schemas", in: $0) }
      .flatMap { editor.value(String(text.dropFirst(prefix.count)), in: $0) }
  }
}

extension SchemaEdit {
  /// Schemas are compared this far into each other.
  private static let deepest = 100

  /// Whether two schemas say the same of values, whatever they say about them in words.
  func isSame(_ first: YAMLEditor.Reference, _ second: YAMLEditor.Reference) -> Bool {
    var left = 20_000
    return isSame(first, second, namesMembers: false, depth: 0, &left)
  }

  /// Whether references lead to schemas that are one type.
  private func isSameType(_ first: YAMLEditor.Reference, _ second: YAMLEditor.Reference) -> Bool {
    guard let type = types[editor.text(of: first)] else { return false }
    return type == types[editor.text(of: second)]
  }

  private func isSame(
    _ first: YAMLEditor.Reference,
    _ second: YAMLEditor.Reference,
    namesMembers: Bool,
    depth: Int,
    _ left: inout Int
  ) -> Bool {
    guard first != second else { return true }
    left -= 1
    guard left > 0, depth < Self.deepest, editor.kind(of: first) == editor.kind(of: second) else { return false }
    switch editor.kind(of: first) {
    case .mapping:
      let says = { (entry: YAMLEditor.Entry) in
        let key = editor.text(of: entry.key)
        return namesMembers || !SchemaWords.documents(key) || key.hasPrefix("x-client-") || key == "nullable"
      }
      let (ours, theirs) = (editor.entries(of: first).filter(says), editor.entries(of: second).filter(says))
      guard ours.count == theirs.count else { return false }
      for entry in ours {
        let key = editor.text(of: entry.key)
        guard let other = editor.value(key, in: second) else { return false }
        if key == "$ref", isSameType(entry.value, other) { continue }
        let namesMembers = !namesMembers && ["properties", "patternProperties", "mapping"].contains(key)
        guard isSame(entry.value, other, namesMembers: namesMembers, depth: depth + 1, &left) else { return false }
      }
      return true
    case .sequence:
      let (ours, theirs) = (editor.items(of: first), editor.items(of: second))
      guard ours.count == theirs.count else { return false }
      for (one, other) in zip(ours, theirs) {
        guard isSame(one, other, namesMembers: false, depth: depth + 1, &left) else { return false }
      }
      return true
    default: return editor.text(of: first) == editor.text(of: second)
    }
  }
}
