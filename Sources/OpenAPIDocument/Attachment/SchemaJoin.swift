import RecastDiagnostics
import RecastYAMLReader

// One schema out of several that are to be one type: whatever fits one of them has to fit it.
//
//     object, object           the members of both; those that only one has, or requires, are optional
//     values, values           the values of both
//     values, any of the type  the values: enumerations are open
//     alternatives of both     all alternatives
//     nothing said, anything   what is said
//
// Anything else is a conflict, which is reported: a member is any value then, and a whole schema is left out.
extension SchemaEdit {
  /// Members and values that are gone through: aliases can make two small schemas as large as one likes, and many
  /// schemas of one type are joined one after the other.
  private static let mostJoined = 1_000_000

  /// A schema that stands for two; `nil` when they have nothing in common.
  ///
  /// - Parameter differing: takes the members that not both have.
  mutating func join(
    _ first: YAMLEditor.Reference,
    _ second: YAMLEditor.Reference,
    of named: NamedSchema,
    differing: inout Set<String>
  ) -> YAMLEditor.Reference? {
    joined += 1
    guard first != second, joined < Self.mostJoined else { return first }
    guard !isSame(first, second) else { return allowingNull(first, like: second) }
    let (left, right) = (SchemaOutline(first, editor), SchemaOutline(second, editor))
    var result: YAMLEditor.Reference?
    switch (left.kind, right.kind) {
    case (_, .anything): result = first
    case (.anything, _): result = second
    case (.object, .object): result = joinObjects(first, second, of: named, differing: &differing)
    case (.array, .array): result = joinItems(first, second, of: named, differing: &differing)
    case (.values, .values) where left.type == right.type: result = joinLists(first, second, "enum")
    case (.values, .plain) where left.type == right.type: result = first
    case (.plain, .values) where left.type == right.type: result = second
    case (.plain, .plain): result = joinPlain(first, second, left, right)
    case (.alternatives(let key), .alternatives(let other)) where key == other:
      result = joinAlternatives(first, second, key)
    case (.reference, _) where left.target(in: document, editor).map({ isSame($0, second) }) == true: result = first
    case (_, .reference) where right.target(in: document, editor).map({ isSame($0, first) }) == true: result = second
    default: break
    }
    return result.map { allowingNull($0, like: $0 == second ? first : second) }
  }

  private mutating func joinObjects(
    _ first: YAMLEditor.Reference,
    _ second: YAMLEditor.Reference,
    of named: NamedSchema,
    differing: inout Set<String>
  ) -> YAMLEditor.Reference {
    let (ours, theirs) = (editor.value("properties", in: first), editor.value("properties", in: second))
    // An object of which no member is described says nothing about members.
    guard let ours, let theirs else { return ours == nil ? second : first }
    var members = editor.entries(of: ours)
    joined += members.count
    for entry in editor.entries(of: theirs) {
      guard let position = editor.position(of: entry.key, in: ours) else {
        members.append(entry)
        differing.insert(editor.text(of: entry.key))
        continue
      }
      let member = members[position].value
      members[position].value =
        join(member, entry.value, of: named, differing: &differing)
        ?? anyValue(insteadOf: member, entry.value, of: named, member: editor.text(of: entry.key))
    }
    let missing = members.filter { editor.position(of: $0.key, in: theirs) == nil }
    differing.formUnion(missing.map { editor.text(of: $0.key) })
    var result = editor.setting("properties", to: editor.addMapping(members, replacing: ours), in: first)
    let demanded = Set(editor.texts("required", in: second))
    if let required = editor.value("required", in: first) {
      let both = editor.items(of: required).filter { demanded.contains(editor.text(of: $0)) }
      result = editor.setting("required", to: editor.addSequence(both, replacing: required), in: result)
    }
    return withoutClosing(result, unlike: second)
  }

  /// A schema that forbids other members, when another does not, forbids them no more.
  private mutating func withoutClosing(
    _ schema: YAMLEditor.Reference,
    unlike other: YAMLEditor.Reference
  ) -> YAMLEditor.Reference {
    let key = "additionalProperties"
    guard editor.isFalse(key, in: schema), !editor.isFalse(key, in: other) else { return schema }
    return editor.addMapping(editor.entries(of: schema).filter { editor.text(of: $0.key) != key }, replacing: schema)
  }

  private mutating func joinItems(
    _ first: YAMLEditor.Reference,
    _ second: YAMLEditor.Reference,
    of named: NamedSchema,
    differing: inout Set<String>
  ) -> YAMLEditor.Reference? {
    guard let ours = editor.value("items", in: first) else { return second }
    guard let theirs = editor.value("items", in: second) else { return first }
    let items = join(ours, theirs, of: named, differing: &differing)
    return items.map { editor.setting("items", to: $0, in: first) }
  }

  /// A number is an integer or another one; formats that differ say nothing.
  private mutating func joinPlain(
    _ first: YAMLEditor.Reference,
    _ second: YAMLEditor.Reference,
    _ left: SchemaOutline,
    _ right: SchemaOutline
  ) -> YAMLEditor.Reference? {
    guard left.type != right.type else {
      guard left.format != right.format else { return first }
      return editor.addMapping(
        editor.entries(of: first).filter { editor.text(of: $0.key) != "format" },
        replacing: first
      )
    }
    switch (left.type, right.type) {
    case ("number", "integer"): return first
    case ("integer", "number"): return second
    default: return nil
    }
  }

  private mutating func joinAlternatives(
    _ first: YAMLEditor.Reference,
    _ second: YAMLEditor.Reference,
    _ key: String
  ) -> YAMLEditor.Reference? {
    let names = [first, second].map { schema in
      editor.value("discriminator", in: schema).flatMap { editor.value("propertyName", in: $0) }.map {
        editor.text(of: $0)
      }
    }
    guard names[0] == names[1] else { return nil }
    var result = joinLists(first, second, key)
    guard let ours = editor.value("discriminator", in: first), let own = editor.value("mapping", in: ours),
      let other = editor.value("discriminator", in: second).flatMap({ editor.value("mapping", in: $0) })
    else { return result }
    // Of a value that both name, the first counts.
    let mapping = editor.addMapping(editor.entries(of: own) + editor.entries(of: other), replacing: own)
    result = editor.setting("discriminator", to: editor.setting("mapping", to: mapping, in: ours), in: result)
    return result
  }

  private mutating func joinLists(
    _ first: YAMLEditor.Reference,
    _ second: YAMLEditor.Reference,
    _ key: String
  ) -> YAMLEditor.Reference {
    guard let ours = editor.value(key, in: first), let theirs = editor.value(key, in: second) else { return first }
    let known = editor.items(of: ours)
    joined += known.count
    let texts = Set(known.filter { editor.height(of: $0) == 0 }.map { editor.text(of: $0) })
    let others = known.filter { editor.height(of: $0) > 0 }
    let new = editor.items(of: theirs).filter { item in
      editor.height(of: item) == 0 ? !texts.contains(editor.text(of: item)) : !others.contains { isSame($0, item) }
    }
    return new.isEmpty
      ? first : editor.setting(key, to: editor.addSequence(known + new, replacing: ours), in: first)
  }

  /// A schema that allows null when another one does.
  private mutating func allowingNull(
    _ schema: YAMLEditor.Reference,
    like other: YAMLEditor.Reference
  ) -> YAMLEditor.Reference {
    guard editor.allowsNull(other), !editor.allowsNull(schema) else { return schema }
    return editor.setting("nullable", to: editor.add(true, at: schema), in: schema)
  }

  /// A schema for a member that has nothing in common in its two places, which is reported.
  private mutating func anyValue(
    insteadOf first: YAMLEditor.Reference,
    _ second: YAMLEditor.Reference,
    of named: NamedSchema,
    member: String
  ) -> YAMLEditor.Reference {
    log.warning(
      .schemaAttachmentConflict,
      "`\(member)` has nothing in common in the schemas called `\(named.text)`",
      at: named.name.span,
      label: "`\(member)` is read as any value",
      notes: notes(first, second)
    )
    return editor.addMapping(
      editor.entries(of: first).filter { SchemaWords.stayingAtUse.contains(editor.text(of: $0.key)) },
      replacing: first
    )
  }

  /// Reports a schema that cannot be of a type.
  mutating func reportStranger(
    _ schema: YAMLEditor.Reference,
    beside first: YAMLEditor.Reference,
    _ named: NamedSchema
  ) {
    log.warning(
      .schemaAttachmentConflict,
      "the schemas called `\(named.text)` have nothing in common",
      at: named.name.span,
      label: "this is the name of the first",
      notes: notes(first, schema)
    )
  }

  private func notes(_ first: YAMLEditor.Reference, _ second: YAMLEditor.Reference) -> [Diagnostic.Note] {
    [
      .init("the first", at: editor.span(of: first).leadingEdge),
      .init("another", at: editor.span(of: second).leadingEdge),
    ]
  }
}
