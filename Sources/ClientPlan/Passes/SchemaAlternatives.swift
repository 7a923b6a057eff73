import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

extension Schema {
  /// Two lists that must both hold have more combinations than this only where nobody meant all of them.
  private static let maximumCombinations = 64

  /// Adds a list of alternatives of which one must hold beside one of those that are there.
  mutating func combineAlternatives(_ others: [SchemaOrReference], log: inout DiagnosticLog) {
    guard !others.isEmpty else { return }
    guard !oneOf.isEmpty else {
      oneOf = others
      return
    }
    if oneOf.map(\.span) == others.map(\.span) { return }
    // A list that only says which members must be there tells no alternatives apart.
    if others.allSatisfy(\.onlyConstrains) { return }
    if oneOf.allSatisfy(\.onlyConstrains) {
      oneOf = others
      return
    }
    guard oneOf.count * others.count <= Self.maximumCombinations, !oneOf[0].isMadeOfTooMuch else {
      log.warning(
        .unexpressedComposition,
        "two lists of \(oneOf.count) and \(others.count) alternatives make too many combinations",
        at: others[0].span,
        label: "members of these alternatives are kept, but have no property"
      )
      return
    }
    oneOf = oneOf.flatMap { first in
      others.map { second in
        var both = Schema(span: second.span)
        both.allOf = [first, second]
        return .schema(both)
      }
    }
  }
}

extension TypePlanner {
  /// The alternatives with what stands beside them, so that none of it is lost.
  mutating func distributedAlternatives(of schema: Schema) -> [SchemaOrReference] {
    guard !schema.properties.isEmpty || schema.items != nil || schema.enumValues != nil || schema.isTypedMap else {
      return schema.types.isEmpty ? schema.oneOf : schema.oneOf.map { $0.assuming(schema.types) }
    }
    var common = schema
    common.oneOf = []
    common.title = nil
    common.description = nil
    common.discriminator = nil
    common.nullable = false
    common.defaultValue = nil
    common.extensions.name = nil
    let alternatives = schema.oneOf.compactMap { alternative -> SchemaOrReference? in
      let types = statedTypes(of: alternative)
      guard types.isEmpty || common.types.isEmpty || !Set(types).isDisjoint(with: common.types) else {
        // Members say nothing about values that have none; another type says that there are no such values.
        return common.properties.isEmpty ? nil : alternative
      }
      var both = Schema(span: alternative.span)
      both.allOf = [.schema(common), alternative]
      both.extensions.name = name(of: alternative)
      return .schema(both)
    }
    return alternatives.isEmpty ? [.schema(common)] : alternatives
  }

  /// What an alternative is called that is about to be merged with others.
  private mutating func name(of alternative: SchemaOrReference) -> String? {
    switch alternative {
    case .schema(let schema): schema.extensions.name ?? schema.title
    case .reference(let reference, _): index.schema(reference, log: &log)?.name
    }
  }

  /// The types that an alternative names itself.
  private mutating func statedTypes(of alternative: SchemaOrReference) -> [SchemaType] {
    var current = alternative
    for _ in 0..<10 {
      switch current {
      case .schema(let schema): return schema.types
      case .reference(let reference, _):
        guard let next = index.schema(reference, log: &log) else { return [] }
        current = next.object
      }
    }
    return []
  }
}

extension Schema {
  /// Whether the schema gives members that it does not name a type.
  var isTypedMap: Bool { if case .schema = additionalProperties { true } else { false } }
}

extension SchemaOrReference {
  /// Parts that say something of the same thing are merged inside each other, so many of them would lie deep.
  static let mostParts = 50

  /// Whether the schema lies inside as many others as are merged.
  var isMadeOfTooMuch: Bool {
    var current = self
    for _ in 0..<Self.mostParts {
      guard case .schema(let schema) = current, let first = schema.allOf.first else { return false }
      current = first
    }
    return true
  }

  /// Whether null is allowed by what stands beside a reference, or by a part that says no more than that.
  var isNullableHere: Bool {
    switch self {
    case .reference(_, let siblings): siblings.nullable
    case .schema(let schema): schema.nullable && onlyDocuments
    }
  }

  /// Whether the schema is a reference.
  var isReference: Bool { if case .reference = self { true } else { false } }

  /// Whether the schema describes nothing, but says which members must be there or what values are wrong.
  var onlyConstrains: Bool {
    guard case .schema(let schema) = self, schema.types.isEmpty || schema.types == [.object] else { return false }
    if case .schema = schema.additionalProperties { return false }
    return schema.properties.isEmpty && schema.enumValues == nil && schema.items == nil && schema.tupleItems.isEmpty
      && schema.allOf.isEmpty && schema.format == nil && !schema.nullable && schema.extensions.type == nil
      && (schema.oneOf + schema.anyOf).allSatisfy(\.onlyConstrains)
      && (!schema.required.isEmpty || schema.types.isEmpty)
  }

  /// The schema with the types that are said around it, when it says none itself.
  func assuming(_ types: [SchemaType]) -> SchemaOrReference {
    guard case .schema(var schema) = self, schema.types.isEmpty, schema.allOf.isEmpty, schema.oneOf.isEmpty,
      schema.anyOf.isEmpty
    else { return self }
    schema.types = types
    return .schema(schema)
  }
}

/// Null among the alternatives of `oneOf` and `anyOf`.
enum NullBranches {
  /// Takes branches that are nothing but null out of the lists, and decides whether null is allowed.
  ///
  /// Exactly one branch of a `oneOf` may hold: beside a branch that allows null already, a branch for null forbids it.
  static func settle(_ schema: inout Schema, _ index: ComponentIndex) {
    let (one, any) = (schema.oneOf, schema.anyOf)
    schema.oneOf = withoutNull(one)
    schema.anyOf = withoutNull(any)
    // Null has to pass a type beside the list as well.
    guard schema.types.isEmpty, schema.enumValues == nil, !one.isEmpty || !any.isEmpty else { return }
    var finder = NullFinder(index: index)
    let allowsOne = one.isEmpty || finder.count(one) == 1
    let allowsAny = any.isEmpty || finder.count(any) > 0
    schema.nullable = schema.nullable || (allowsOne && allowsAny)
  }
}

extension NullBranches {
  /// The branches that are more than null. Beside references alone, an object that may be null and of which nothing is
  /// said is how generators for .NET and Django write null.
  private static func withoutNull(_ branches: [SchemaOrReference]) -> [SchemaOrReference] {
    let others = branches.filter { !$0.isNull }
    guard others.contains(where: \.isNullableObject) else { return others }
    let named = others.filter { !$0.isNullableObject }
    return !named.isEmpty && named.allSatisfy(\.isReference) ? named : others
  }
}

/// Finds out which alternatives allow null.
private struct NullFinder {
  let index: ComponentIndex
  /// References that lead nowhere were reported where they were read.
  private var log = DiagnosticLog()
  private var visiting: Set<String> = []
  /// What is known of components: alternatives of alternatives can lead to the same ones on very many ways.
  private var known: [String: Bool] = [:]

  init(index: ComponentIndex) { self.index = index }

  mutating func count(_ alternatives: [SchemaOrReference]) -> Int {
    var count = 0
    for alternative in alternatives where allowsNull(alternative) { count += 1 }
    return count
  }

  private mutating func allowsNull(_ schema: SchemaOrReference) -> Bool {
    switch schema {
    case .schema(let schema):
      if schema.nullable { return true }
      guard schema.types.isEmpty, schema.enumValues == nil, visiting.count < 20 else { return false }
      if !schema.oneOf.isEmpty { return count(schema.oneOf) == 1 }
      if !schema.anyOf.isEmpty { return count(schema.anyOf) > 0 }
      return !schema.allOf.isEmpty && count(schema.allOf) == schema.allOf.count
    case .reference(let reference, let siblings):
      if siblings.nullable { return true }
      guard let component = index.schema(reference, log: &log) else { return false }
      if let answer = known[component.name] { return answer }
      guard visiting.insert(component.name).inserted else { return false }
      defer { visiting.remove(component.name) }
      let answer = allowsNull(component.object)
      known[component.name] = answer
      return answer
    }
  }
}

extension SchemaOrReference {
  /// Whether the schema allows null and any object, and nothing that could tell them from others.
  fileprivate var isNullableObject: Bool {
    guard case .schema(let schema) = self, schema.nullable, schema.types == [.object] else { return false }
    if case .unstated = schema.additionalProperties { return onlyDocuments && schema.required.isEmpty }
    return false
  }

  /// Whether the schema allows null and nothing else.
  var isNull: Bool {
    guard case .schema(let schema) = self else { return false }
    return schema.nullable && schema.types.isEmpty && schema.enumValues == nil && schema.properties.isEmpty
      && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.items == nil
  }
}
