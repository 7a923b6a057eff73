import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument

/// Finds out which alternatives of two unions are the same ones.
///
/// An alternative is recognised by the value that selects it, then by its name, then by what it looks like.
struct AlternativePairing: SchemaPairReading {
  /// What differs about the lists.
  var differences: [SchemaDifference] = []
  /// The alternatives that both have.
  private(set) var pairs: [SchemaParts.Pair] = []

  let old: ResolvedSchema
  let new: ResolvedSchema

  /// An alternative with everything that it can be recognised by.
  private struct Alternative {
    var schema: SchemaOrReference
    /// What people call it: the value that selects it, or its name.
    var name: String
    /// The values that select it.
    var values: [String]
    var component: String?
    var signature: SchemaSignature
  }

  init(_ old: ResolvedSchema, _ new: ResolvedSchema, _ documents: inout ResolvedPair) {
    self.old = old
    self.new = new
    let before = Self.alternatives(of: old, &documents.old)
    let after = Self.alternatives(of: new, &documents.new)
    switch (before.isEmpty, after.isEmpty) {
    case (true, true): break
    case (true, false): wrap(after, SchemaSignature(.schema(old.schema), in: &documents.old))
    case (false, true): unwrap(before, SchemaSignature(.schema(new.schema), in: &documents.new))
    case (false, false): pair(before, after)
    }
    if !before.isEmpty, !after.isEmpty { compareDiscriminators() }
  }

  private mutating func wrap(_ after: [Alternative], _ whole: SchemaSignature) {
    let names = after.map(\.name).joined(separator: ", ")
    // The member that says which alternative it is may be new.
    let original =
      after.first { $0.component != nil && $0.component == old.component }
      ?? after.first {
        $0.signature.text == whole.text
      }
    add(original == nil ? .wrapped : .wrappedPreserved, names)
  }

  private mutating func unwrap(_ before: [Alternative], _ whole: SchemaSignature) {
    let names = before.map(\.name).joined(separator: ", ")
    let left =
      before.first { $0.component != nil && $0.component == new.component }
      ?? before.first {
        $0.signature.text == whole.text
      }
    add(left == nil ? .unwrapped : .unwrappedPreserved, names)
  }

  private mutating func pair(_ before: [Alternative], _ after: [Alternative]) {
    var lists = Lists(left: before, added: after)
    lists.match { $0.values }
    lists.match { $0.component.map { [$0] } ?? [] }
    lists.match { [$0.signature.text] }
    lists.matchAlike()
    let (matches, left, added) = (lists.matches, lists.left, lists.added)
    for (first, second) in matches {
      pairs.append(SchemaParts.Pair(step: .alternative(second.name), old: first.schema, new: second.schema))
    }
    let isAny = new.written.oneOf.isEmpty && !new.written.anyOf.isEmpty
    for alternative in left {
      add(isAny ? .anyOfRemoved : .oneOfRemoved, alternative.name, old: alternative.schema.span)
    }
    for alternative in added { add(isAny ? .anyOfAdded : .oneOfAdded, alternative.name, new: alternative.schema.span) }
  }

  /// Two lists of alternatives out of which pairs are taken.
  private struct Lists {
    /// More alternatives than this are not compared each with each.
    private static let mostCompared = 100

    /// What has no partner in the older document.
    var left: [Alternative]
    /// What has no partner in the newer document.
    var added: [Alternative]
    /// The pairs.
    var matches: [(Alternative, Alternative)] = []

    /// Takes the pairs that have a key in common.
    mutating func match(_ keys: (Alternative) -> [String]) {
      var positions: [String: Int] = [:]
      for (position, alternative) in added.enumerated() {
        for key in keys(alternative) where positions[key] == nil { positions[key] = position }
      }
      var taken: Set<Int> = []
      left.removeAll { alternative in
        let found = keys(alternative).compactMap { positions[$0] }.first { !taken.contains($0) }
        guard let found else { return false }
        taken.insert(found)
        matches.append((alternative, added[found]))
        return true
      }
      added = added.indices.filter { !taken.contains($0) }.map { added[$0] }
    }

    /// Takes the pairs that have most members in common, of what nothing selects.
    mutating func matchAlike() {
      guard left.count <= Self.mostCompared, added.count <= Self.mostCompared else { return }
      left.removeAll { alternative in
        let found = added.firstIndex {
          alternative.values.isEmpty && $0.values.isEmpty && alternative.signature.likeness(to: $0.signature) >= 0.5
        }
        guard let found else { return false }
        matches.append((alternative, added.remove(at: found)))
        return true
      }
    }
  }

  private mutating func compareDiscriminators() {
    switch (old.schema.discriminator, new.schema.discriminator) {
    case (nil, nil): break
    case (nil, let discriminator?): add(.discriminatorAdded, discriminator.propertyName, new: discriminator.span)
    case (let discriminator?, nil): add(.discriminatorRemoved, discriminator.propertyName, old: discriminator.span)
    case (let before?, let after?):
      if before.propertyName != after.propertyName {
        add(.discriminatorRenamed, before.propertyName, after.propertyName, old: before.span, new: after.span)
      }
      // A value that comes or goes together with its alternative is the same change.
      let told = Set(differences.flatMap(\.arguments))
      let (known, current) = (Set(before.mapping.map(\.value)), Set(after.mapping.map(\.value)))
      guard !known.isEmpty, !current.isEmpty else { return }
      for item in before.mapping where !current.contains(item.value) && !told.contains(item.value) {
        add(.mappingDeleted, item.value, old: item.target.span)
      }
      for item in after.mapping where !known.contains(item.value) && !told.contains(item.value) {
        add(.mappingAdded, item.value, new: item.target.span)
      }
    }
  }

  private static func alternatives(of resolved: ResolvedSchema, _ document: inout ResolvedDocument) -> [Alternative] {
    let discriminator = resolved.schema.discriminator
    var mapped: [String: [String]] = [:]
    for (value, target) in discriminator?.mapping ?? [] {
      guard let name = target.componentName(in: .schemas) else { continue }
      mapped[name, default: []].append(value)
    }
    return written(resolved).enumerated().map { position, schema in
      let target = document.schema(schema)
      var values = target.component.flatMap { mapped[$0] } ?? []
      if values.isEmpty, let discriminator {
        values = constants(of: discriminator.propertyName, target.schema, &document)
      }
      // A member with one value says the same without anybody pointing at it.
      if values.isEmpty { values = selectors(of: target.schema, &document) }
      let name = values.first ?? target.component ?? target.written.title ?? "alternative \(position + 1)"
      return Alternative(
        schema: schema,
        name: name,
        values: values,
        component: target.component,
        signature: SchemaSignature(schema, in: &document)
      )
    }
  }

  /// The alternatives as they stand in the list; those of a base schema are the schemas that its discriminator names.
  private static func written(_ resolved: ResolvedSchema) -> [SchemaOrReference] {
    if !resolved.schema.oneOf.isEmpty { return resolved.schema.oneOf }
    guard let mapping = resolved.written.discriminator?.mapping else { return [] }
    var seen: Set<String> = []
    return mapping.compactMap { item in
      guard let name = item.target.componentName(in: .schemas), name != resolved.component, seen.insert(name).inserted
      else { return nil }
      return .reference(item.target, .init())
    }
  }

  private static func constants(
    of member: String,
    _ schema: Schema,
    _ document: inout ResolvedDocument
  ) -> [String] {
    guard let property = schema.properties.first(where: { $0.name == member }) else { return [] }
    return document.schema(property.schema).schema.enumValues?.compactMap(\.scalarText) ?? []
  }

  /// `member=value` for the first required member that can have one value only.
  private static func selectors(of schema: Schema, _ document: inout ResolvedDocument) -> [String] {
    let required = Set(schema.required.map(\.name))
    for property in schema.properties where required.contains(property.name) {
      guard let values = document.schema(property.schema).schema.enumValues, values.count == 1 else { continue }
      return ["\(property.name)=\(values.compactMap(\.scalarText).joined())"]
    }
    return []
  }
}
