import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// Merges `allOf`: one schema that says what all parts and the schema around them say.
///
/// What comes out has at most one list of alternatives, `oneOf`, without null among them.
struct SchemaMerging {
  /// Components deeper than this inside each other are no document that anybody writes.
  private static let maximumDepth = 100

  /// Components that are being merged at the moment.
  private var visiting: Set<String> = []
  /// Components that have been merged already: many others may include them.
  private var merged: [String: Schema] = [:]

  /// The schema without `allOf`.
  ///
  /// - Parameter component: the name of the component that the schema is, if it is one.
  mutating func merged(
    _ schema: Schema,
    component: String? = nil,
    _ index: inout ComponentIndex,
    log: inout DiagnosticLog
  ) -> Schema {
    guard schema.isComposed else { return schema }
    let isNew = component.map { visiting.insert($0).inserted } ?? false
    defer { if isNew, let component { visiting.remove(component) } }
    var own = schema
    own.allOf = []
    NullBranches.settle(&own, index)
    guard !schema.allOf.isEmpty else { return completed(own, &index, log: &log) }
    var result = Schema(span: schema.span)
    var members = MergedMembers()
    var allNullable = true
    var oneSaysNull = false
    for part in schema.allOf {
      guard var resolved = resolved(part, &index, log: &log) else { continue }
      // The name of a component is no name for what includes it.
      if case .reference = part {
        resolved.extensions.name = nil
        resolved.extensions.discriminatorValue = nil
      }
      allNullable = allNullable && (resolved.nullable || part.isNullableHere)
      if case .schema = part, part.isNullableHere { oneSaysNull = true }
      result.absorb(resolved, &members, log: &log)
      result.title = nil
    }
    result.absorb(own, &members, log: &log)
    result.nullable = own.nullable || allNullable || oneSaysNull
    return completed(result, &index, log: &log)
  }

  /// One list of alternatives in place of two, and the members that conditions bring.
  private mutating func completed(_ schema: Schema, _ index: inout ComponentIndex, log: inout DiagnosticLog) -> Schema {
    var schema = schema
    schema.combineAlternatives(schema.anyOf, log: &log)
    schema.anyOf = []
    let conditional = schema.conditional
    schema.conditional = []
    for part in conditional {
      guard let part = resolved(part, &index, log: &log) else { continue }
      let known = Set(schema.properties.map(\.name))
      schema.properties += part.properties.filter { !known.contains($0.name) }
    }
    if schema.types.isEmpty, !schema.properties.isEmpty { schema.types = [.object] }
    return schema
  }

  private mutating func resolved(
    _ part: SchemaOrReference,
    _ index: inout ComponentIndex,
    log: inout DiagnosticLog
  ) -> Schema? {
    switch part {
    case .schema(let schema):
      guard visiting.count < Self.maximumDepth else {
        reportDepth(at: schema.span, log: &log)
        return nil
      }
      return merged(schema, &index, log: &log)
    case .reference(let reference, _):
      guard let component = index.schema(reference, log: &log) else { return nil }
      if let known = merged[component.name] { return known }
      guard !visiting.contains(component.name) else {
        log.warning(
          .circularReference,
          "`allOf` of `\(component.name)` leads back to itself",
          at: reference.span,
          label: "left out"
        )
        return nil
      }
      guard visiting.count < Self.maximumDepth else {
        reportDepth(at: reference.span, log: &log)
        return nil
      }
      visiting.insert(component.name)
      defer { visiting.remove(component.name) }
      let result = resolved(component.object, &index, log: &log)
      merged[component.name] = result
      return result
    }
  }

  private func reportDepth(at span: SourceSpan, log: inout DiagnosticLog) {
    log.warning(
      .nestedTooDeep,
      "schemas include each other more than \(Self.maximumDepth) deep",
      at: span,
      label: "what lies deeper is left out"
    )
  }
}

/// The members that have been merged so far, so that many parts are not searched again and again.
private struct MergedMembers {
  /// Where properties stand, by their names.
  var positions: [String: Int] = [:]
  /// The names of required members.
  var required: Set<String> = []
}

extension Schema {
  /// Whether there is anything to merge.
  var isComposed: Bool {
    !allOf.isEmpty || !oneOf.isEmpty || !anyOf.isEmpty || !conditional.isEmpty
  }

  /// Adds what another schema demands; where both say something, the other one refines.
  fileprivate mutating func absorb(_ other: Schema, _ members: inout MergedMembers, log: inout DiagnosticLog) {
    types = Self.intersection(types, other, log: &log)
    format = other.format ?? format
    title = other.title ?? title
    description = other.description ?? description
    defaultValue = other.defaultValue ?? defaultValue
    example = other.example ?? example
    externalDocs = other.externalDocs ?? externalDocs
    enumValues = Self.intersection(enumValues, other.enumValues)
    valueMeanings.merge(other.valueMeanings) { $1 }
    absorbProperties(of: other, &members, log: &log)
    required += other.required.filter { members.required.insert($0.name).inserted }
    if case .unstated = other.additionalProperties {} else { additionalProperties = other.additionalProperties }
    items = Self.both(items, other.items, log: &log)
    tupleItems = other.tupleItems.isEmpty ? tupleItems : other.tupleItems
    conditional += other.conditional
    combineAlternatives(other.oneOf, log: &log)
    combineAlternatives(other.anyOf, log: &log)
    discriminator = other.discriminator ?? discriminator
    deprecated = deprecated || other.deprecated
    readOnly = readOnly || other.readOnly
    writeOnly = writeOnly || other.writeOnly
    constraints += other.constraints.filter { !constraints.contains($0) }
    extensions.name = other.extensions.name ?? extensions.name
    extensions.type = other.extensions.type ?? extensions.type
    extensions.discriminatorValue = other.extensions.discriminatorValue ?? extensions.discriminatorValue
    extensions.factories = other.extensions.factories ?? extensions.factories
    extensions.optional += other.extensions.optional
  }

  private mutating func absorbProperties(
    of other: Schema,
    _ members: inout MergedMembers,
    log: inout DiagnosticLog
  ) {
    for property in other.properties {
      if let position = members.positions[property.name],
        let both = Self.both(properties[position].schema, property.schema, log: &log)
      {
        properties[position].schema = both
        // What comes along on two ways has one origin all the same.
        let known = properties[position].origins
        properties[position].origins += property.origins.filter { !known.contains($0) }
      } else {
        members.positions[property.name] = properties.count
        properties.append(property)
      }
    }
  }

  private static func both(
    _ first: SchemaOrReference?,
    _ second: SchemaOrReference?,
    log: inout DiagnosticLog
  ) -> SchemaOrReference? {
    guard let first, let second else { return first ?? second }
    // A schema that comes along on two ways is the same schema.
    if first.span == second.span { return first }
    guard !first.isMadeOfTooMuch else {
      log.warning(
        .nestedTooDeep,
        "more than \(SchemaOrReference.mostParts) parts of an `allOf` describe the same member",
        at: second.span,
        label: "this description is left out"
      )
      return first
    }
    var schema = Schema(span: second.span)
    // What only narrows the values of the first schema stands beside it, so that its type keeps its name.
    if case .schema(let narrowing) = second, !narrowing.isComposed, narrowing.properties.isEmpty {
      if case .schema(let wide) = first { _ = intersection(wide.types, narrowing, log: &log) }
      schema = narrowing
      schema.types = []
      schema.allOf = [first]
    } else {
      schema.allOf = [first, second]
    }
    return .schema(schema)
  }

  private static func intersection(
    _ first: [SchemaType],
    _ second: Schema,
    log: inout DiagnosticLog
  ) -> [SchemaType] {
    guard !first.isEmpty, !second.types.isEmpty else { return first + second.types }
    // An integer is a number.
    let both = first.filter { second.types.contains($0) || ($0 == .integer && second.types.contains(.number)) }
    if !both.isEmpty { return both }
    if first.contains(.number), second.types.contains(.integer) { return [.integer] }
    log.warning(
      .conflictingParts,
      "the parts of this `allOf` are of different types, which no value can be",
      at: second.span,
      label: "read as \(second.types.map { "`\($0.rawValue)`" }.joined(separator: " or "))"
    )
    return second.types
  }

  private static func intersection(_ first: [YAMLNode]?, _ second: [YAMLNode]?) -> [YAMLNode]? {
    guard let first, let second else { return first ?? second }
    let allowed = Set(second.compactMap(\.scalarText))
    let both = first.filter { $0.scalarText.map(allowed.contains) ?? false }
    return both.isEmpty ? second : both
  }
}
