import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// A union whose alternatives can be told apart.
struct DecidedUnion {
  /// The member that tells them apart, if it is one.
  var discriminator: String?
  /// The alternatives, each with how it is recognised.
  var alternatives: [(alternative: UnionAlternative, match: PlannedUnion.Match)]
}

extension DecidedUnion {
  /// Lets an alternative be what every value is that the discriminator does not tell to be another one.
  fileprivate mutating func takeOtherwise(_ component: String) {
    guard discriminator != nil, let index = alternatives.firstIndex(where: { $0.alternative.component == component })
    else { return }
    alternatives[index].match = .otherwise
  }
}

/// A schema that needs a declaration and can have one.
struct DecidedSchema {
  var shaped: ShapedSchema
  /// How the alternatives are told apart, if the schema is a union.
  var union: DecidedUnion?
}

extension TypePlanner {
  /// Enums with more cases than this keep the compiler busy for minutes.
  private static let maximumCases = 300

  /// A schema that can be declared; `nil`, with a diagnostic, for a union that is none.
  mutating func decided(_ shaped: ShapedSchema) -> DecidedSchema? {
    switch shaped.shape {
    case .union(let schemas):
      let listed = schemas + mappedOnly(shaped.schema, beside: schemas)
      return decided(shaped, listed.map { alternative($0) }.distinct, base: nil)
    case .family(let schemas, let base):
      return decided(shaped, schemas.map { alternative($0) }.distinct, base: alternative(.schema(base)))
    default: return DecidedSchema(shaped: shaped)
    }
  }

  private mutating func decided(
    _ shaped: ShapedSchema,
    _ alternatives: [UnionAlternative],
    base: UnionAlternative?
  ) -> DecidedSchema? {
    guard !alternatives.isEmpty else { return nil }
    guard alternatives.count <= Self.maximumCases else {
      log.warning(
        .unionTooWide,
        "a union of \(alternatives.count) alternatives is more than a Swift enum can have in practice",
        at: shaped.schema.span,
        label: "read as any value"
      )
      return nil
    }
    let discriminator = shaped.schema.discriminator
    var matches = UnionMatches(alternatives, discriminator)
    if matches.doubt != nil, let inherited = inheritedDiscriminator(of: alternatives.objectComponents) {
      let further = UnionMatches(alternatives, inherited)
      if further.doubt == nil { matches = further }
    }
    if let doubt = matches.doubt {
      log.warning(
        .undecidableUnion,
        "nothing tells the alternatives of this union apart for certain",
        at: shaped.schema.span,
        label: doubt,
        help: "add a `discriminator`, or a required member that only one alternative has"
      )
    }
    var union = DecidedUnion(discriminator: matches.discriminator, alternatives: matches.alternatives)
    if let base {
      union.alternatives.append((base, .otherwise))
    } else if let other = discriminator?.defaultComponent {
      union.takeOtherwise(other)
    }
    return DecidedSchema(shaped: shaped, union: union)
  }

  /// Plans a union.
  mutating func union(_ union: DecidedUnion, _ name: TypeName, _ factories: FactoriesExtension?) -> PlannedUnion {
    let wanted = union.alternatives.map { $0.alternative.caseName(union: name.last, $0.match) }
    let keys = zip(union.alternatives, wanted).map { $0.alternative.component ?? $1.text }
    var scope = NameScope(reserved: ReservedWords.cases, kept: known.names(.member, in: name.path, of: keys))
    let names = zip(wanted, keys).map { scope.claim($0, else: ReservedWords.substitutes(for: $0), for: $1) }
    keep(scope.contested(among: zip(keys, names).lazy.map { ($0, $1) }), .member, in: name.path)
    let cases = zip(union.alternatives, names).map { item, caseName in
      let (alternative, match) = item
      let hint = NameHint(text: caseName.text, parent: name)
      let use = use(of: alternative.schema, hint: hint)
      let schema = alternative.shaped.schema
      let documentation = Documentation(paragraphs: [schema.description ?? schema.title].compactMap { $0 })
      return PlannedUnion.Case(name: caseName, type: use.type, match: match, documentation: documentation)
    }
    if let factories, !factories.forAlternatives {
      unusable("a union has a factory for each alternative, or none", at: factories.span, help: "write `alternatives`")
    }
    return PlannedUnion(discriminator: union.discriminator, wantsFactories: factories != nil, cases: cases)
  }

  /// Schemas that the discriminator's mapping names, and the list of alternatives does not.
  private mutating func mappedOnly(_ schema: Schema, beside listed: [SchemaOrReference]) -> [SchemaOrReference] {
    guard let discriminator = schema.discriminator else { return [] }
    let other = discriminator.defaultComponent.map { Reference(toSchema: $0, span: discriminator.span) }
    let mapped = discriminator.mapping.map(\.target) + [other].compactMap { $0 }
    guard !mapped.isEmpty else { return [] }
    var seen = Set(
      listed.compactMap { item -> String? in
        guard case .reference(let reference, _) = item else { return nil }
        return index.schema(reference, log: &log)?.name
      }
    )
    // Alternatives that were written out beside common members have lost their names.
    guard listed.allSatisfy(\.isReference) else { return [] }
    return mapped.compactMap { target in
      guard let component = index.schema(target, log: &log), seen.insert(component.name).inserted else { return nil }
      return .reference(target, .init())
    }
  }
}

extension [UnionAlternative] {
  /// The components behind the objects; none if not all of them are components.
  fileprivate var objectComponents: [String] {
    let objects = filter { $0.traits.kinds.contains(.object) }
    let components = objects.compactMap(\.component)
    return components.count == objects.count ? components : []
  }

  /// The alternatives without those that are listed twice, or come out as the same type.
  fileprivate var distinct: [UnionAlternative] {
    var components: Set<String> = []
    var primitives: Set<TypeReference> = []
    return filter { alternative in
      if let component = alternative.component, !components.insert(component).inserted { return false }
      switch alternative.shaped.shape {
      // Any value is what the case for unknown values is for.
      case .any: return false
      case .primitive(let type, _): return primitives.insert(type).inserted
      default: return true
      }
    }
  }
}
