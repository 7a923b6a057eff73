import RecastDiagnostics
import RecastYAMLReader

/// What a table of variants comes to in a document.
struct VariantPlan {
  /// The table.
  let table: VariantTable
  /// The rows of which the document has no schema, with the type that each becomes.
  var missing: [(row: VariantTable.Row, type: Int)] = []
  /// The type of the discriminator's values, if it has one.
  var discriminatorType: Int?
  /// Whether that type has to have the values of the table, because something refers to it that the document lacks.
  var needsValues = false
}

/// An alternative of a union, with the values of the discriminator that it stands for.
private struct FoundVariant {
  let schema: FoundSchema
  let place: SchemaPlace
  let values: [String]
}

extension AttachmentPlan {
  /// Looks for the variants of every table in the document: those that are there get their names, the others are noted.
  mutating func planVariants(_ finder: inout SchemaFinder) {
    for (type, attachment) in tables.sorted(by: { $0.key < $1.key }) {
      guard let table = attachment.variants else { continue }
      var plan = VariantPlan(table: table)
      var present: Set<String> = []
      for home in homes(wanting: type) {
        let found = finder.variants(of: home, table)
        present.formUnion(take(found, of: table, attachment, &finder))
        for variant in found { narrow(variant, of: &plan, &finder) }
      }
      for row in table.rows where !present.contains(row.text) {
        plan.missing.append((row, declare(row.name)))
        for member in row.members { declareTypes(in: member.schema) }
      }
      plan.needsValues = plan.needsValues || !plan.missing.isEmpty
      if plan.needsValues || table.type.map({ isNamed($0) }) == true {
        plan.discriminatorType = table.type.map { declare($0) }
      }
      variants[type] = plan
    }
  }

  /// Names the alternatives that stand for one row each; gives the values of these.
  private mutating func take(
    _ found: [FoundVariant],
    of table: VariantTable,
    _ attachment: SchemaAttachment,
    _ finder: inout SchemaFinder
  ) -> Set<String> {
    var uses: [SchemaPlace: Set<String>] = [:]
    for variant in found { uses[variant.schema.home, default: []].formUnion(variant.values) }
    var present: Set<String> = []
    for variant in found {
      let values = uses[variant.schema.home] ?? []
      let rows = table.rows.filter { values.contains($0.text) }
      if values.count == 1, let row = rows.first {
        present.insert(row.text)
        add(SchemaAttachment(row.name, at: attachment.location), to: variant.schema, log: &finder.log)
        complete(variant.schema, row, of: table, &finder)
      } else if rows.count == values.count {
        // One schema for several rows says less than each of them; one for none can be told from no other.
        remove(variant.place)
        if values.isEmpty { reportUnknown(variant, table, &finder.log) }
      }
    }
    return present
  }

  /// Has the discriminator of an alternative be of the type of all discriminators, where it only lists its value.
  private mutating func narrow(_ variant: FoundVariant, of plan: inout VariantPlan, _ finder: inout SchemaFinder) {
    guard let type = plan.table.type, !variant.values.isEmpty else { return }
    let start = SchemaFinder.Placed(place: variant.schema.home, node: variant.schema.node)
    for part in finder.parts(of: start) {
      guard let property = part.node["properties"]?[plan.table.discriminator],
        property["enum"] != nil || property["const"] != nil, property["allOf"] == nil, property["$ref"] == nil
      else { continue }
      narrow(declare(type), at: part.place.child("properties", plan.table.discriminator))
      plan.needsValues = true
    }
  }

  /// Adds the members of a row that a schema lacks.
  private mutating func complete(
    _ schema: FoundSchema,
    _ row: VariantTable.Row,
    of table: VariantTable,
    _ finder: inout SchemaFinder
  ) {
    let start = SchemaFinder.Placed(place: schema.home, node: schema.node)
    let parts = finder.parts(of: start)
    let described = Set(parts.flatMap { $0.node["properties"]?.entries.map(\.key) ?? [] })
    let missing = (row.members + [table.discriminator(of: row)]).filter { !described.contains($0.text) }
    guard !missing.isEmpty else { return }
    for member in missing { declareTypes(in: member.schema) }
    addMembers(missing, to: schema.home)
  }

  private mutating func declareTypes(in schema: YAMLNode) {
    for named in VariantTable.namedSchemas(in: schema) { declare(named) }
  }

  private func reportUnknown(_ variant: FoundVariant, _ table: VariantTable, _ log: inout DiagnosticLog) {
    log.warning(
      .unknownVariant,
      "no value of `\(table.discriminator)` tells this alternative from the others",
      at: variant.schema.node.span.leadingEdge,
      label: "left out",
      notes: [.init("the variants are listed here", at: table.node.span.leadingEdge)]
    )
  }
}

extension VariantTable {
  /// The member that tells a variant from the others.
  fileprivate func discriminator(of row: Row) -> Member {
    let schema: YAMLDraft = .mapping([
      .init("type", "string"), .init("description", .text("Always `\(row.text)`.")),
      .init("enum", .sequence([.text(row.text)])),
    ])
    return Member(
      name: YAMLNode(.text(discriminator), at: row.value.span),
      schema: YAMLNode(schema, at: row.value.span)
    )
  }

  /// The names of types that the schema of a member brings along.
  static func namedSchemas(in schema: YAMLNode) -> [YAMLNode] {
    var names: [YAMLNode] = []
    var seen: Set<YAMLNodeID> = []
    var pending = [schema]
    while let next = pending.popLast(), seen.insert(next.id).inserted {
      if let name = next["x-client-name"], name.string != nil { names.append(name) }
      pending += [next["items"], next["additionalProperties"]].compactMap { $0 }
      pending += next["properties"]?.entries.map(\.value) ?? []
    }
    return names
  }
}

extension SchemaFinder {
  /// The alternatives of a union with their values; nothing for a schema that is no union.
  fileprivate mutating func variants(of home: SchemaPlace, _ table: VariantTable) -> [FoundVariant] {
    guard let union = node(at: home) else { return [] }
    renew()
    var mapped: [SchemaPlace: [String]] = [:]
    for entry in union["discriminator"]?["mapping"]?.entries.map({ $0 }) ?? [] {
      guard let target = target(ofMapping: entry.value), let schema = settled(target) else { continue }
      mapped[schema.home, default: []].append(entry.key)
    }
    let alternatives = ["oneOf", "anyOf"].flatMap { Self.items(of: Placed(place: home, node: union), $0) }
    return alternatives.filter { !SchemaWords.isNull($0.node) }.compactMap { alternative in
      guard let schema = settled(alternative) else { return nil }
      let values = mapped[schema.home] ?? statedValues(of: table.discriminator, in: schema)
      return FoundVariant(schema: schema, place: alternative.place, values: values)
    }
  }

  /// The values that a schema allows for a member.
  private mutating func statedValues(of member: String, in schema: FoundSchema) -> [String] {
    let start = Placed(place: schema.home, node: schema.node)
    let properties = expanded(start).compactMap { part in
      part.node["properties"]?[member].map { Placed(place: part.place.child("properties", member), node: $0) }
    }
    for property in properties {
      // The innermost list may hold the values of all variants, so the first one counts.
      for part in expanded(property) {
        if let value = part.node["const"]?.scalarText { return [value] }
        if let values = part.node["enum"]?.items, !values.isEmpty { return values.compactMap(\.scalarText) }
      }
    }
    return []
  }
}
