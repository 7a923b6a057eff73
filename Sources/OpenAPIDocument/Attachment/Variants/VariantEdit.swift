import RecastDiagnostics
import RecastYAMLReader

extension SchemaEdit {
  /// A schema with the members that it lacks, all of them required.
  mutating func adding(
    _ members: [VariantTable.Member],
    to schema: YAMLEditor.Reference
  ) -> YAMLEditor.Reference {
    guard let first = members.first else { return schema }
    let origin = editor.adopt(first.name)
    var properties = editor.value("properties", in: schema) ?? editor.add(.mapping([]), at: origin)
    var required = editor.value("required", in: schema) ?? editor.add(.sequence([]), at: origin)
    for member in members {
      let value = hoisted(editor.adopt(member.schema))
      properties = editor.setting(member.text, to: value, in: properties, at: member.name)
      required = editor.addSequence(editor.items(of: required) + [editor.adopt(member.name)], replacing: required)
    }
    let result = editor.setting("properties", to: properties, in: schema, at: first.name)
    return editor.setting("required", to: required, in: result, at: first.name)
  }

  /// A schema of some values as a part of the type of all values.
  func narrowing(_ type: Int, to schema: YAMLEditor.Reference) -> YAMLDraft {
    let values = editor.entries(of: schema).filter { editor.text(of: $0.key) != "type" }
    let reference: YAMLDraft.Entry = .init(
      "allOf",
      .sequence([.mapping([.init("$ref", .text(self.reference(to: type)))])])
    )
    return .mapping([reference] + values.map { .init(.value($0.key), .value($0.value)) })
  }

  /// The schema of a type with all of its variants: a union that lists those of the document and those of the table.
  mutating func withVariants(_ schema: YAMLEditor.Reference, of type: Int) -> YAMLEditor.Reference {
    guard let variants = plan.variants[type], !variants.missing.isEmpty else { return schema }
    switch SchemaOutline(schema, editor).kind {
    case .alternatives(let key):
      for (row, type) in variants.missing { addContent(variant(row, of: variants, form: nil), to: type) }
      return union(schema, key, variants)
    case .object, .anything, .other:
      for (row, type) in variants.missing {
        addContent(variant(row, of: variants, form: schema), to: type)
      }
      takeValues(of: schema, variants)
      let words = editor.entries(of: schema).filter { SchemaWords.documents(editor.text(of: $0.key)) }
      let rest = editor.addMapping(words, replacing: schema)
      return union(rest, "oneOf", variants)
    case .array, .values, .plain, .reference:
      log.warning(
        .schemaAttachmentConflict,
        "what has no members has no variants",
        at: variants.table.node.span.leadingEdge,
        label: "without effect",
        notes: [.init("the schema", at: editor.span(of: schema).leadingEdge)]
      )
      return schema
    }
  }

  /// A union with the variants that it lacks.
  private mutating func union(
    _ schema: YAMLEditor.Reference,
    _ key: String,
    _ variants: VariantPlan
  ) -> YAMLEditor.Reference {
    let origin = editor.adopt(variants.table.node)
    let known = editor.value(key, in: schema).map { editor.items(of: $0) } ?? []
    let added = variants.missing.map { _, type in
      editor.add(.mapping([.init("$ref", .text(reference(to: type)))]), at: origin)
    }
    let list = editor.addSequence(known + added, replacing: editor.value(key, in: schema) ?? origin)
    var mapping = variants.table.rows.compactMap { row -> YAMLEditor.Entry? in
      guard let type = plan.type(named: row.name.string ?? "") else { return nil }
      let value = editor.adopt(row.value)
      return YAMLEditor.Entry(key: value, value: editor.add(.text(reference(to: type)), at: value))
    }
    let discriminator = editor.value("discriminator", in: schema)
    // What the document says of other values still holds; of the same value, the first entry counts.
    mapping += discriminator.flatMap { editor.value("mapping", in: $0) }.map { editor.entries(of: $0) } ?? []
    let settings: YAMLDraft = .mapping([
      .init("propertyName", .text(variants.table.discriminator)),
      .init("mapping", .value(editor.addMapping(mapping, replacing: origin))),
    ])
    let result = editor.setting(key, to: list, in: schema, at: variants.table.node)
    return editor.setting("discriminator", to: editor.add(settings, at: origin), in: result, at: variants.table.node)
  }

  /// The schema of one variant: the members of the table, which are required, and those that only the document knows
  /// of the form, which are not.
  private mutating func variant(
    _ row: VariantTable.Row,
    of variants: VariantPlan,
    form: YAMLEditor.Reference?
  ) -> YAMLEditor.Reference {
    let origin = editor.adopt(row.node)
    let table = variants.table
    var entries: [YAMLDraft.Entry] = [.init("type", "object")]
    if let description = row.description { entries.append(.init("description", .value(editor.adopt(description)))) }
    if let form {
      entries += ["allOf", "additionalProperties"].compactMap { key in
        editor.value(key, in: form).map { .init(.text(key), .value($0)) }
      }
    }
    let required = row.members.map(\.text) + [table.discriminator]
    entries.append(.init("required", .sequence(required.map { .text($0) })))
    var properties = row.members.map { member in
      YAMLEditor.Entry(key: editor.adopt(member.name), value: hoisted(editor.adopt(member.schema)))
    }
    let own = discriminator(row, variants)
    properties.append(YAMLEditor.Entry(key: editor.add(.text(table.discriminator), at: origin), value: own))
    let known = table.memberNames
    properties +=
      form.flatMap { editor.value("properties", in: $0) }.map { editor.entries(of: $0) }?
      .filter { !known.contains(editor.text(of: $0.key)) } ?? []
    entries.append(.init("properties", .value(editor.addMapping(properties, replacing: origin))))
    return editor.add(.mapping(entries), at: origin)
  }

  /// The member that tells a variant from the others.
  private mutating func discriminator(_ row: VariantTable.Row, _ variants: VariantPlan) -> YAMLEditor.Reference {
    let value = editor.adopt(row.value)
    var entries: [YAMLDraft.Entry] = [
      .init("description", .text("Always `\(row.text)`.")), .init("enum", .sequence([.text(row.text)])),
    ]
    if let type = variants.discriminatorType {
      entries.append(.init("allOf", .sequence([.mapping([.init("$ref", .text(reference(to: type)))])])))
    } else {
      entries.append(.init("type", "string"))
    }
    return editor.add(.mapping(entries), at: value)
  }

  /// Takes in the values of the discriminator that the document lists in a form.
  private mutating func takeValues(of form: YAMLEditor.Reference, _ variants: VariantPlan) {
    guard let properties = editor.value("properties", in: form),
      let own = editor.value(variants.table.discriminator, in: properties), editor.value("enum", in: own) != nil
    else { return }
    if let type = variants.discriminatorType {
      addContent(withoutUse(own), to: type)
    } else {
      reportUnknownValues(own, variants)
    }
  }

  /// The values of the discriminators of all tables, as schemas of the types that these have.
  mutating func addDiscriminatorTypes() {
    for (form, variants) in plan.variants.sorted(by: { $0.key < $1.key }) {
      guard let type = variants.discriminatorType, variants.needsValues else { continue }
      let values = variants.table.rows.map { editor.adopt($0.value) }
      let origin = editor.adopt(variants.table.type ?? plan.named[form].name)
      let list = editor.addSequence(values.map { editor.add(.text(editor.text(of: $0)), at: $0) }, replacing: origin)
      let schema = editor.add(.mapping([.init("type", "string"), .init("enum", .value(list))]), at: origin)
      addContent(schema, to: type)
    }
  }

  /// Reports the values of a discriminator that no row of its table is about.
  mutating func reportUnknownValues(_ schema: YAMLEditor.Reference, of type: Int) {
    for (_, variants) in plan.variants.sorted(by: { $0.key < $1.key }) where variants.discriminatorType == type {
      reportUnknownValues(schema, variants)
    }
  }

  private mutating func reportUnknownValues(_ schema: YAMLEditor.Reference, _ variants: VariantPlan) {
    let known = Set(variants.table.rows.map(\.text))
    let values = editor.value("enum", in: schema).map { editor.items(of: $0) } ?? []
    for value in values where editor.kind(of: value) != .null && !known.contains(editor.text(of: value)) {
      log.warning(
        .unknownVariant,
        "no variant has the `\(variants.table.discriminator)` `\(editor.text(of: value))`",
        at: editor.span(of: value),
        label: "kept in the case for unknown variants",
        notes: [.init("the variants are listed here", at: variants.table.node.span.leadingEdge)],
        help: "add a row for it"
      )
    }
  }

  /// A schema of a table in which the schemas with names are references to types.
  private mutating func hoisted(_ schema: YAMLEditor.Reference) -> YAMLEditor.Reference {
    var result = schema
    for key in ["items", "additionalProperties"] {
      guard let inner = editor.value(key, in: result) else { continue }
      result = editor.setting(key, to: hoisted(inner), in: result)
    }
    if let properties = editor.value("properties", in: result) {
      var entries = editor.entries(of: properties)
      for index in entries.indices { entries[index].value = hoisted(entries[index].value) }
      result = editor.setting("properties", to: editor.addMapping(entries, replacing: properties), in: result)
    }
    guard let name = editor.value("x-client-name", in: result),
      let type = plan.type(named: editor.text(of: name))
    else { return result }
    addContent(result, to: type)
    return reference(to: type, insteadOf: result)
  }
}
