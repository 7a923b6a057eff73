import RecastOpenAPIDocument
import RecastYAMLReader

extension TypePlanner {
  /// Lists inside lists deeper than this are left as they are.
  private static let maximumListNesting = 8
  /// How many unions inside each other are asked whether all their alternatives are of one type.
  private static let maximumLook = 1

  /// Alternatives with those of nameless unions among them in place of these.
  func flattened(_ alternatives: [SchemaOrReference], nesting: Int = 0) -> [SchemaOrReference] {
    alternatives.flatMap { alternative -> [SchemaOrReference] in
      guard case .schema(let schema) = alternative, nesting < Self.maximumListNesting, schema.isNamelessUnion else {
        return [alternative]
      }
      let list = schema.oneOf.isEmpty ? schema.anyOf : schema.oneOf
      return flattened(list.filter { !$0.isNull }.map { $0.assuming(schema.types) }, nesting: nesting + 1)
    }
  }

  /// The one shape that alternatives come out as which differ in values or limits only: an enumeration of the values of
  /// all, or the type that all are of. Comes with the schema that holds the values.
  mutating func commonShape(
    of schemas: [SchemaOrReference],
    _ schema: Schema
  ) -> (SchemaShape, Schema)? {
    // Unions inside each other can lead to the same ones on very many ways: few are looked into.
    guard schema.discriminator == nil, beingShaped.count <= Self.maximumLook else { return nil }
    // Most unions are of objects, which the first of them shows already.
    guard let first = schemas.first, let type = outermost(first).scalarType else { return nil }
    var alternatives: [UnionAlternative] = []
    for schema in schemas {
      let alternative = outermost(schema)
      guard alternative.scalarType == type else { return nil }
      alternatives.append(alternative)
    }
    let listing = alternatives.filter { !$0.listedValues.isEmpty }
    guard !listing.isEmpty else { return (.primitive(type, constant: nil), schema) }
    if listing.count == 1, let component = listing[0].component {
      return (.component(component, constant: nil), schema)
    }
    return listed(listing, type, schema)
  }

  private func listed(
    _ listing: [UnionAlternative],
    _ type: TypeReference,
    _ schema: Schema
  ) -> (SchemaShape, Schema)? {
    var schema = schema
    var values: [YAMLNode] = []
    for alternative in listing {
      values += alternative.listedValues
      schema.valueMeanings.merge(alternative.meanings) { first, _ in first }
    }
    switch type {
    case .string: return (.enumeration(.string, values), schema)
    case .int: return (.enumeration(.int, values), schema)
    case .double: return (.enumeration(.double, values), schema)
    case .bool: return (.primitive(.bool, constant: nil), schema)
    default: return nil
    }
  }
}

extension UnionAlternative {
  /// The type of strings, numbers and booleans, whether their values are listed or not.
  fileprivate var scalarType: TypeReference? {
    switch shaped.shape {
    case .enumeration(.string, _): .string
    case .enumeration(.int, _): .int
    case .enumeration(.double, _): .double
    case .primitive(let type, _): [.int32, .int64, .uint64].contains(type) ? .int : type
    default: nil
    }
  }

  /// The values that the alternative lists.
  fileprivate var listedValues: [YAMLNode] {
    switch shaped.shape {
    case .enumeration(_, let values): values
    case .primitive(_, let constant): [constant].compactMap { $0 }
    default: []
    }
  }

  /// What the values mean: the title and description of an alternative with one value are about that value.
  fileprivate var meanings: [String: Schema.ValueMeaning] {
    let schema = shaped.schema
    guard component == nil, listedValues.count == 1, let value = listedValues[0].scalarText else {
      return schema.valueMeanings
    }
    let known = schema.valueMeanings[value]
    return [
      value: Schema.ValueMeaning(
        name: known?.name ?? schema.title,
        description: known?.description ?? schema.description
      )
    ]
  }
}

extension Schema {
  /// Whether the schema is a list of alternatives and nothing else.
  fileprivate var isNamelessUnion: Bool {
    (oneOf.isEmpty != anyOf.isEmpty) && allOf.isEmpty && properties.isEmpty && items == nil && enumValues == nil
      && discriminator == nil && conditional.isEmpty && title == nil && extensions.name == nil && !isTypedMap
      && !(oneOf + anyOf).allSatisfy(\.onlyConstrains)
  }
}
