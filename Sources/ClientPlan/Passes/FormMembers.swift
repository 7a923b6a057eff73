import RecastDiagnostics
import RecastOpenAPIDocument

/// The members of a form, whatever its schema is composed of.
struct FormMembers {
  /// The members in document order, each once.
  var properties: [Schema.Property] = []
  /// The names of the members that every form has.
  var required: Set<String> = []
  /// The names of members of which alternatives say different things.
  var varying: Set<String> = []
  /// What is said about further members, if they are allowed in so many words.
  var additional: Schema.AdditionalProperties?
}

extension TypePlanner {
  /// Compositions deeper than this are no form that anybody writes.
  private static let maximumFormDepth = 8

  /// The schema behind a reference, merged with what it includes; `nil` when there is none.
  mutating func resolved(_ schema: SchemaOrReference) -> Schema? {
    var current = schema
    var seen: Set<String> = []
    var component: String?
    while case .reference(let reference, _) = current {
      guard let next = index.schema(reference, log: &log), seen.insert(next.name).inserted else { return nil }
      component = next.name
      current = next.object
    }
    guard case .schema(let written) = current else { return nil }
    let merged = merging.merged(written, component: component, &index, log: &log)
    // A choice between a schema and null is that schema.
    let choices = (merged.oneOf + merged.anyOf).filter { !$0.isNothingButNull }
    guard merged.properties.isEmpty, merged.types.isEmpty, choices.count == 1, seen.count < Self.maximumFormDepth,
      case .schema(let only)? = choices.first
    else { return merged }
    return merging.merged(only, &index, log: &log)
  }

  /// The members of an object, with those of its alternatives: a form is filled in as far as it applies.
  mutating func members(of schema: Schema, depth: Int = 0) -> FormMembers {
    var members = FormMembers(properties: schema.properties, required: Set(schema.required.map(\.name)))
    switch schema.additionalProperties {
    case .allowed, .schema: members.additional = schema.additionalProperties
    case .unstated, .forbidden: break
    }
    guard depth < Self.maximumFormDepth else { return members }
    for alternatives in [schema.oneOf, schema.anyOf] where !alternatives.isEmpty {
      var common: Set<String>?
      for alternative in alternatives where !alternative.isNothingButNull {
        guard let resolved = resolved(alternative) else { continue }
        let further = self.members(of: resolved, depth: depth + 1)
        common = common?.intersection(further.required) ?? further.required
        members.additional = members.additional ?? further.additional
        for property in further.properties { members.take(property) }
        members.varying.formUnion(further.varying)
      }
      members.required.formUnion(common ?? [])
    }
    return members
  }
}

extension FormMembers {
  /// Adds a member; of members that differ, the first says of what type it is.
  fileprivate mutating func take(_ property: Schema.Property) {
    if let position = properties.firstIndex(where: { $0.name == property.name }) {
      if properties[position].schema.span != property.schema.span { varying.insert(property.name) }
      properties[position].origins += property.origins.filter { !properties[position].origins.contains($0) }
    } else {
      properties.append(property)
    }
  }
}

extension SchemaOrReference {
  /// Whether the schema allows null and nothing else.
  fileprivate var isNothingButNull: Bool {
    guard case .schema(let schema) = self else { return false }
    return schema.nullable && schema.types.isEmpty && schema.enumValues == nil && schema.properties.isEmpty
      && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.items == nil
  }
}

extension Schema {
  /// Whether values are bytes: `format: binary`, or text of a media type that is not encoded as text.
  var isBinary: Bool {
    guard types.isEmpty || types == [.string] else { return false }
    if format == "binary" { return true }
    let keywords = constraints.map(\.keyword)
    return keywords.contains("contentMediaType") && !keywords.contains("contentEncoding")
  }

  /// Whether values have no structure.
  var isPlainText: Bool {
    types.allSatisfy { $0 != .object && $0 != .array } && properties.isEmpty && items == nil && oneOf.isEmpty
      && anyOf.isEmpty && allOf.isEmpty
  }
}
