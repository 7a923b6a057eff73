import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// One alternative of a union, with what tells it from the others. It is handed around a lot, so it is one reference.
final class UnionAlternative: Sendable {
  let schema: SchemaOrReference
  /// The component behind the alternative, if it is a reference.
  let component: String?
  let shaped: ShapedSchema
  let traits: AlternativeTraits

  init(_ schema: SchemaOrReference, component: String?, _ shaped: ShapedSchema, _ traits: AlternativeTraits) {
    self.schema = schema
    self.component = component
    self.shaped = shaped
    self.traits = traits
  }
  /// Alternatives in the order in which they are best tried: what takes fewer values comes first.
  static func inOrder(_ alternatives: [UnionAlternative]) -> [UnionAlternative] {
    alternatives.enumerated()
      .sorted { ($0.element.breadth, $0.offset) < ($1.element.breadth, $1.offset) }
      .map(\.element)
  }

  private var breadth: Int {
    switch shaped.shape {
    case .primitive(.string, _): 2
    case .primitive(.double, _), .primitive(.float, _), .primitive(.decimal, _): 1
    default: 0
    }
  }
}

/// What the values of an alternative have in common.
struct AlternativeTraits {
  /// The JSON kinds that they can have.
  var kinds: Set<PlannedUnion.JSONKind> = []
  var required: Set<String> = []
  var members: Set<String> = []
  /// The values that members are limited to.
  var values: [String: [String]] = [:]
  /// The members that are never text.
  var withoutText: Set<String> = []
}

/// What an alternative that is a component is known by: deeper inside other unions, less is looked at.
struct AlternativeKey: Hashable {
  var component: String
  var nesting: Int
}

extension TypePlanner {
  /// Members with more values than this are no discriminators.
  private static let maximumValues = 50
  /// Unions lie deeper inside each other than this in no document that anybody writes.
  private static let maximumNesting = 4

  /// Looks at an alternative.
  mutating func alternative(_ schema: SchemaOrReference, nesting: Int = 0) -> UnionAlternative {
    guard case .reference(let reference, _) = schema, let component = index.schema(reference, log: &log)?.name else {
      return lookedAt(schema, nesting)
    }
    // Unions that list each other lead to every one of them again and again.
    let key = AlternativeKey(component: component, nesting: nesting)
    if let known = alternatives[key] {
      return UnionAlternative(schema, component: known.component, known.shaped, known.traits)
    }
    let alternative = lookedAt(schema, nesting)
    alternatives[key] = alternative
    return alternative
  }

  private mutating func lookedAt(_ schema: SchemaOrReference, _ nesting: Int) -> UnionAlternative {
    let (component, shaped) = target(of: schema)
    var traits = AlternativeTraits()
    switch shaped.shape {
    case .object(let object):
      traits.kinds = [.object]
      traits.required = Set(object.required.map(\.name))
      traits.members = Set(object.properties.map(\.name))
      for property in object.properties {
        guard let stated = stated(property.schema) else { continue }
        traits.values[property.name] = stated.values
        if stated.isNeverText { traits.withoutText.insert(property.name) }
      }
    case .map: traits.kinds = [.object]
    case .array: traits.kinds = [.array]
    case .enumeration(let rawType, _): traits.kinds = [rawType == .string ? .string : .number]
    case .primitive(let type, _): traits.kinds = [type.jsonKind]
    case .family(let schemas, _): traits.join(nested(schemas, nesting), kinds: [.object])
    case .union(let schemas): traits.join(nested(schemas, nesting), kinds: schemas.isEmpty ? [.object] : [])
    case .component, .any: break
    }
    return UnionAlternative(schema, component: component, shaped, traits)
  }

  /// An alternative with nothing but its shape, which is all that there is to know of what is no object.
  mutating func outermost(_ schema: SchemaOrReference) -> UnionAlternative {
    let (component, shaped) = target(of: schema)
    return UnionAlternative(schema, component: component, shaped, AlternativeTraits())
  }

  private mutating func nested(_ schemas: [SchemaOrReference], _ nesting: Int) -> [UnionAlternative] {
    guard nesting < Self.maximumNesting else { return [] }
    return schemas.map { alternative($0, nesting: nesting + 1) }
  }

  /// The component and the shape behind references.
  private mutating func target(of schema: SchemaOrReference) -> (component: String?, shaped: ShapedSchema) {
    var component: String?
    var written = Schema(span: schema.span)
    var current = schema
    var seen: Set<String> = []
    while case .reference(let reference, _) = current {
      guard let next = index.schema(reference, log: &log), seen.insert(next.name).inserted else { break }
      component = component ?? next.name
      current = next.object
    }
    let last = seen.isEmpty ? nil : component
    if case .schema(let inner) = current { written = inner }
    var shaped = shaped(written, component: seen.count == 1 ? last : nil)
    var followed: Set<String> = []
    while case .component(let name, let constant) = shaped.shape, followed.insert(name).inserted {
      guard let next = index.schema(named: name) else { break }
      // The only value that is allowed here says more than the type behind it.
      if let constant, constant.kind == .string {
        shaped = shaped.reshaped(.primitive(.string, constant: constant))
        break
      }
      switch next.object {
      case .schema(let schema): shaped = self.shaped(schema, component: name)
      case .reference(let reference, _):
        guard let further = index.schema(reference, log: &log) else { return (component, shaped) }
        shaped = shaped.reshaped(.component(further.name, constant: nil))
      }
    }
    return (component, shaped)
  }

  /// What the schema that says of which type a member is says of its values: those that it is limited to, and whether
  /// they are never text.
  private mutating func stated(_ schema: SchemaOrReference) -> (values: [String]?, isNeverText: Bool)? {
    var current = schema
    for _ in 0..<10 {
      switch current {
      case .schema(let schema):
        guard schema.enumValues == nil, schema.allOf.count == 1, let only = schema.allOf.first else {
          return (limitedValues(of: schema), schema.isNeverText)
        }
        current = only
      case .reference(let reference, _):
        guard let next = index.schema(reference, log: &log) else { return nil }
        current = next.object
      }
    }
    return nil
  }

  /// The values that a member is limited to, if it is.
  private func limitedValues(of schema: Schema) -> [String]? {
    guard let values = schema.enumValues, values.count <= Self.maximumValues else { return nil }
    return values.compactMap(\.scalarText)
  }
}

extension Schema {
  fileprivate var isNeverText: Bool {
    !types.isEmpty && types.allSatisfy { [.integer, .number, .boolean].contains($0) }
  }
}

extension AlternativeTraits {
  /// Takes over what the alternatives of a union inside the union have in common.
  fileprivate mutating func join(_ nested: [UnionAlternative], kinds: Set<PlannedUnion.JSONKind>) {
    let nested = nested.map(\.traits)
    self.kinds = nested.reduce(into: kinds) { $0.formUnion($1.kinds) }
    guard let first = nested.first, nested.allSatisfy({ $0.kinds == [.object] }) else { return }
    required = nested.dropFirst().reduce(first.required) { $0.intersection($1.required) }
    members = nested.reduce(into: []) { $0.formUnion($1.members) }
    for name in first.values.keys {
      let values = nested.compactMap { $0.values[name] }
      if values.count == nested.count { self.values[name] = values.flatMap { $0 } }
    }
  }
}

extension TypeReference {
  /// The JSON kind of the type's values.
  fileprivate var jsonKind: PlannedUnion.JSONKind {
    switch self {
    case .bool: .bool
    case .int, .int32, .int64, .uint64, .double, .float, .decimal: .number
    default: .string
    }
  }
}

extension UnionAlternative {
  /// A short name: what a component's name says beyond the union's, else the title, else the kind.
  func caseName(union: Identifier, _ match: PlannedUnion.Match) -> Identifier {
    if case .otherwise = match, component == nil { return Identifier("base") }
    if let component {
      let name = SwiftName.type(shaped.schema.extensions.name ?? component)
      let short = name.dropping(suffix: union) ?? name.dropping(prefix: union) ?? name
      return SwiftName.value(short.text)
    }
    if let name = shaped.schema.extensions.name { return SwiftName.value(name) }
    if let title = shaped.schema.title { return SwiftName.value(title) }
    if case .discriminator(let values) = match, let value = values.first { return SwiftName.value(value) }
    switch shaped.shape {
    case .primitive(let type, _): return type.caseName
    case .array(let items):
      guard case .schema(let schema)? = items, let type = schema.types.first, type != .array else {
        return Identifier("array")
      }
      return SwiftName.value("\(type.rawValue)s")
    case .enumeration(let rawType, _): return rawType == .string ? Identifier("string") : Identifier("number")
    case .map: return Identifier("dictionary")
    default: return Identifier("object")
    }
  }
}

extension TypeReference {
  fileprivate var caseName: Identifier {
    switch self {
    case .bool: Identifier("bool")
    case .int, .int32, .int64, .uint64: Identifier("integer")
    case .double, .float, .decimal: Identifier("number")
    case .date: Identifier("dateTime")
    case .calendarDate: Identifier("date")
    case .uuid: Identifier("uuid")
    case .url: Identifier("url")
    case .data: Identifier("data")
    default: Identifier("string")
    }
  }
}
