import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// Merges `allOf`: one schema that says what all parts and the schema around them say.
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
    guard !schema.allOf.isEmpty else { return schema }
    let isNew = component.map { visiting.insert($0).inserted } ?? false
    defer { if isNew, let component { visiting.remove(component) } }
    var result = Schema(span: schema.span)
    var allNullable = true
    for part in schema.allOf {
      guard let part = resolved(part, &index, log: &log) else { continue }
      allNullable = allNullable && part.nullable
      result.absorb(part)
      result.title = nil
    }
    var own = schema
    own.allOf = []
    result.absorb(own)
    result.nullable = schema.nullable || allNullable
    return result
  }

  private mutating func resolved(
    _ part: SchemaOrReference,
    _ index: inout ComponentIndex,
    log: inout DiagnosticLog
  ) -> Schema? {
    switch part {
    case .schema(let schema):
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
        log.error(.nestedTooDeep, "schemas include each other more than \(Self.maximumDepth) deep", at: reference.span)
        return nil
      }
      visiting.insert(component.name)
      defer { visiting.remove(component.name) }
      let result = resolved(component.object, &index, log: &log)
      merged[component.name] = result
      return result
    }
  }
}

extension Schema {
  /// Adds what another schema demands; where both say something, the other one refines.
  fileprivate mutating func absorb(_ other: Schema) {
    types = Self.intersection(types, other.types)
    format = other.format ?? format
    title = other.title ?? title
    description = other.description ?? description
    defaultValue = other.defaultValue ?? defaultValue
    enumValues = Self.intersection(enumValues, other.enumValues)
    absorbProperties(of: other)
    required += other.required.filter { name in !required.contains { $0.name == name.name } }
    if case .unstated = other.additionalProperties {} else { additionalProperties = other.additionalProperties }
    items = Self.both(items, other.items)
    hasLostAlternatives =
      hasLostAlternatives || other.hasLostAlternatives || (!oneOf.isEmpty && !other.oneOf.isEmpty)
      || (!anyOf.isEmpty && !other.anyOf.isEmpty)
    oneOf = other.oneOf.isEmpty ? oneOf : other.oneOf
    anyOf = other.anyOf.isEmpty ? anyOf : other.anyOf
    discriminator = other.discriminator ?? discriminator
    deprecated = deprecated || other.deprecated
    constraints += other.constraints.filter { !constraints.contains($0) }
    extensions.name = other.extensions.name ?? extensions.name
    extensions.type = other.extensions.type ?? extensions.type
  }

  private mutating func absorbProperties(of other: Schema) {
    var positions: [String: Int] = [:]
    for (position, property) in properties.enumerated() { positions[property.name] = position }
    for property in other.properties {
      if let position = positions[property.name], let both = Self.both(properties[position].schema, property.schema) {
        properties[position].schema = both
        // What comes along on two ways has one origin all the same.
        let known = properties[position].origins
        properties[position].origins += property.origins.filter { !known.contains($0) }
      } else {
        positions[property.name] = properties.count
        properties.append(property)
      }
    }
  }

  private static func both(_ first: SchemaOrReference?, _ second: SchemaOrReference?) -> SchemaOrReference? {
    guard let first, let second else { return first ?? second }
    // A schema that comes along on two ways is the same schema.
    if first.span == second.span { return first }
    var schema = Schema(span: second.span)
    // What only narrows the values of the first schema stands beside it, so that its type keeps its name.
    if case .schema(let narrowing) = second, narrowing.allOf.isEmpty, narrowing.properties.isEmpty {
      schema = narrowing
      schema.types = []
      schema.allOf = [first]
    } else {
      schema.allOf = [first, second]
    }
    return .schema(schema)
  }

  private static func intersection(_ first: [SchemaType], _ second: [SchemaType]) -> [SchemaType] {
    guard !first.isEmpty, !second.isEmpty else { return first + second }
    let both = first.filter { second.contains($0) }
    if both.isEmpty, first + second == [.number, .integer] || first + second == [.integer, .number] {
      return [.integer]
    }
    return both.isEmpty ? second : both
  }

  private static func intersection(_ first: [YAMLNode]?, _ second: [YAMLNode]?) -> [YAMLNode]? {
    guard let first, let second else { return first ?? second }
    let allowed = Set(second.compactMap(\.scalarText))
    let both = first.filter { $0.scalarText.map(allowed.contains) ?? false }
    return both.isEmpty ? second : both
  }
}
