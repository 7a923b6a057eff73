import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// One alternative of a union, with what tells it from the others.
struct UnionAlternative {
  var schema: SchemaOrReference
  /// The component behind the alternative, if it is a reference.
  var component: String?
  var shaped: ShapedSchema
  var kind: PlannedUnion.JSONKind?
  var required: Set<String> = []
  var members: Set<String> = []
  /// Members that can have one value only, with that value.
  var constants: [String: String] = [:]
}

/// A union whose alternatives can be told apart.
struct DecidedUnion {
  /// The member that tells them apart, if it is one.
  var discriminator: String?
  /// The alternatives, each with how it is recognised.
  var alternatives: [(alternative: UnionAlternative, match: PlannedUnion.Match)]
}

/// A schema that needs a declaration and can have one.
struct DecidedSchema {
  var shaped: ShapedSchema
  /// How the alternatives are told apart, if the schema is a union.
  var union: DecidedUnion?
}

extension TypePlanner {
  /// A schema that can be declared; `nil`, with a diagnostic, for a union that nothing tells the alternatives of apart.
  mutating func decided(_ shaped: ShapedSchema) -> DecidedSchema? {
    guard case .union(let schemas) = shaped.shape else { return DecidedSchema(shaped: shaped) }
    let schema = shaped.schema
    let alternatives = distinct(schemas + mappedOnly(schema, beside: schemas)).map { alternative($0) }
    guard let (discriminator, matches) = matches(alternatives, schema.discriminator) else {
      log.warning(
        .undecidableUnion,
        "nothing tells the alternatives of this union apart",
        at: schema.span,
        label: "read as any value",
        help: "add a `discriminator`, or a required member that only one alternative has"
      )
      return nil
    }
    let union = DecidedUnion(discriminator: discriminator, alternatives: Array(zip(alternatives, matches)))
    return DecidedSchema(shaped: shaped, union: union)
  }

  /// The alternatives without those that are listed twice.
  private func distinct(_ schemas: [SchemaOrReference]) -> [SchemaOrReference] {
    var seen: Set<String> = []
    return schemas.filter { schema in
      if case .reference(let reference, _) = schema { seen.insert(reference.text).inserted } else { true }
    }
  }

  /// Plans a union.
  mutating func union(_ union: DecidedUnion, _ name: TypeName) -> PlannedUnion {
    var scope = NameScope(reserved: ReservedWords.cases)
    let cases = union.alternatives.map { alternative, match in
      let caseName = scope.claim(caseName(alternative, union: name.last))
      let hint = NameHint(name: SwiftName.type(caseName.text), parent: name)
      let use = use(of: alternative.schema, hint: hint)
      let documentation = Documentation(paragraphs: summary(of: alternative.shaped.schema))
      return PlannedUnion.Case(name: caseName, type: use.type, match: match, documentation: documentation)
    }
    return PlannedUnion(discriminator: union.discriminator, cases: cases)
  }

  /// Schemas that the discriminator's mapping names, and the list of alternatives does not.
  private mutating func mappedOnly(_ schema: Schema, beside listed: [SchemaOrReference]) -> [SchemaOrReference] {
    var seen = Set(
      listed.compactMap { item -> String? in
        guard case .reference(let reference, _) = item else { return nil }
        return reference.componentName(in: .schemas)
      }
    )
    return (schema.discriminator?.mapping ?? []).compactMap { entry in
      guard let component = index.schema(entry.target, log: &log), seen.insert(component.name).inserted else {
        return nil
      }
      return .reference(entry.target, .init())
    }
  }

  private mutating func alternative(_ schema: SchemaOrReference) -> UnionAlternative {
    var written = Schema(span: schema.span)
    var component: String?
    switch schema {
    case .schema(let inner): written = inner
    case .reference(let reference, _):
      component = reference.componentName(in: .schemas)
      var current = schema
      var seen: Set<String> = []
      while case .reference(let reference, _) = current, seen.insert(reference.text).inserted {
        guard let next = index.schema(reference, log: &log) else { break }
        current = next.object
      }
      if case .schema(let inner) = current { written = inner }
    }
    var shaped = shaped(written)
    var followed: Set<String> = []
    while case .component(let name, _) = shaped.shape, followed.insert(name).inserted, let next = self.component(name) {
      shaped = self.shaped(next, component: name)
    }
    var alternative = UnionAlternative(
      schema: schema,
      component: component,
      shaped: shaped,
      kind: kind(of: shaped.shape)
    )
    if case .object(let object) = shaped.shape {
      alternative.required = Set(object.required.map(\.name))
      alternative.members = Set(object.properties.map(\.name))
      for property in object.properties where alternative.required.contains(property.name) {
        guard case .schema(let value) = property.schema, let values = value.enumValues, values.count == 1 else {
          continue
        }
        alternative.constants[property.name] = values[0].scalarText
      }
    }
    return alternative
  }

  private func kind(of shape: SchemaShape) -> PlannedUnion.JSONKind? {
    switch shape {
    case .object, .map: .object
    case .array: .array
    case .enumeration(.string, _): .string
    case .enumeration(.int, _): .number
    case .primitive(let type, _):
      switch type {
      case .bool: .bool
      case .int, .int32, .int64, .double, .float, .decimal: .number
      default: .string
      }
    case .component, .union, .any: nil
    }
  }

  private func matches(
    _ alternatives: [UnionAlternative],
    _ discriminator: Discriminator?
  ) -> (discriminator: String?, matches: [PlannedUnion.Match])? {
    if let discriminator, alternatives.allSatisfy({ $0.component != nil }) {
      let values = alternatives.map { alternative -> [String] in
        let mapped = discriminator.mapping.filter {
          $0.target.componentName(in: .schemas) == alternative.component
        }
        if !mapped.isEmpty { return mapped.map(\.value) }
        // Without a mapping the format wants the schema's name; documents that state the value mean the value.
        return [alternative.constants[discriminator.propertyName] ?? alternative.component ?? ""]
      }
      let all = values.flatMap { $0 }
      // A value that stands for two alternatives tells neither.
      if Set(all).count == all.count { return (discriminator.propertyName, values.map { .discriminator($0) }) }
    }
    if let (name, values) = sharedConstant(alternatives) { return (name, values.map { .discriminator([$0]) }) }
    return byShape(alternatives).map { (nil, $0) }
  }

  /// A member that every alternative requires, each with its own single value.
  private func sharedConstant(_ alternatives: [UnionAlternative]) -> (String, [String])? {
    guard alternatives.count > 1, let first = alternatives.first else { return nil }
    for name in first.constants.keys.sorted() {
      let values = alternatives.compactMap { $0.constants[name] }
      if values.count == alternatives.count, Set(values).count == values.count { return (name, values) }
    }
    return nil
  }

  /// Alternatives of different JSON kinds, and objects each of which requires a member that the later ones lack.
  private func byShape(_ alternatives: [UnionAlternative]) -> [PlannedUnion.Match]? {
    guard !alternatives.contains(where: { $0.kind == nil }) else { return nil }
    let scalars = alternatives.compactMap(\.kind).filter { $0 != .object }
    guard Set(scalars).count == scalars.count else { return nil }
    let objects = alternatives.filter { $0.kind == .object }
    for (position, object) in objects.enumerated() {
      for other in objects[(position + 1)...] {
        guard object.required.contains(where: { !other.members.contains($0) }) else { return nil }
      }
    }
    return alternatives.map { alternative in
      guard let kind = alternative.kind, kind == .object, objects.count > 1 else {
        return .kinds(alternative.kind.map { [$0] } ?? [])
      }
      return .members(alternative.required.sorted())
    }
  }

  private func summary(of schema: Schema) -> [String] { [schema.description ?? schema.title].compactMap { $0 } }

  /// A short name: what a component's name says beyond the union's, else the title, else the kind.
  private func caseName(_ alternative: UnionAlternative, union: Identifier) -> Identifier {
    if let component = alternative.component {
      let name = SwiftName.type(component)
      let short = name.dropping(suffix: union) ?? name.dropping(prefix: union) ?? name
      return SwiftName.value(short.text)
    }
    if let title = alternative.shaped.schema.title { return SwiftName.value(title) }
    switch alternative.kind {
    case .string: return Identifier("string")
    case .number: return Identifier("number")
    case .bool: return Identifier("bool")
    case .array: return Identifier("array")
    case .object, nil: return Identifier("object")
    }
  }
}
