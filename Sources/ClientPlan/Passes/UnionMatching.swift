import RecastOpenAPIDocument

/// How the alternatives of a union are told apart.
struct UnionMatches {
  /// The member whose value decides between objects, if there is one.
  private(set) var discriminator: String?
  /// The alternatives in the order in which they are looked at, each with how it is recognised.
  private(set) var alternatives: [(alternative: UnionAlternative, match: PlannedUnion.Match)]
  /// What happens where a value could be of several alternatives; `nil` when every value is of one.
  private(set) var doubt: String?

  init(_ alternatives: [UnionAlternative], _ discriminator: Discriminator?) {
    let objects = alternatives.filter { $0.traits.kinds.contains(.object) }
    let kindsAreDistinct = Self.areDistinct(alternatives.map { $0.traits.kinds.subtracting([.object]) })
    let objectsAreDistinct = objects.allSatisfy { $0.traits.kinds == [.object] }
    let named = Self.discriminator(objects, discriminator) ?? Self.sharedValues(objects)
    if kindsAreDistinct, objectsAreDistinct, let (name, values) = named {
      var values = values[...]
      self.discriminator = name
      self.alternatives = alternatives.map { alternative in
        let isObject = alternative.traits.kinds == [.object]
        return (alternative, isObject ? .discriminator(values.popFirst() ?? []) : .kinds(alternative.sortedKinds))
      }
    } else if kindsAreDistinct, objectsAreDistinct || objects.count == 1, let ordered = Self.byMembers(alternatives) {
      self.alternatives = ordered.map { alternative in
        let isOneOfMany = alternative.traits.kinds == [.object] && objects.count > 1
        return (
          alternative, isOneOfMany ? .members(alternative.traits.required.sorted()) : .kinds(alternative.sortedKinds)
        )
      }
    } else {
      self.alternatives = UnionAlternative.inOrder(alternatives).map { ($0, .closest(limits: $0.limits)) }
      doubt = Self.isDoubtful(alternatives, objects) ? "the alternative that fits best is taken" : nil
    }
  }

  /// Values of the discriminator for every object, as the mapping, the objects themselves or their names say.
  private static func discriminator(
    _ objects: [UnionAlternative],
    _ discriminator: Discriminator?
  ) -> (String, [[String]])? {
    guard let discriminator, !objects.isEmpty else { return nil }
    let name = discriminator.propertyName
    // Some documents name a member of a member, which is not what tells objects apart.
    let isPath = name.contains(".") || name.contains("/")
    guard !isPath || objects.contains(where: { $0.traits.members.contains(name) }) else { return nil }
    // What objects state themselves counts, unless it is what they all inherit.
    guard
      let values = [false, true].lazy
        .map({ ignoringOwn in objects.map { values(of: $0, discriminator, ignoringOwn: ignoringOwn) } })
        .first(where: areDecisive)
    else { return nil }
    // Objects whose member is a number can never say a name there.
    guard zip(objects, values).allSatisfy({ !$0.traits.withoutText.contains(name) || $1.allSatisfy(Self.isNoText) })
    else {
      return nil
    }
    return (name, values)
  }

  /// The values of the discriminator that select an object.
  private static func values(
    of object: UnionAlternative,
    _ discriminator: Discriminator,
    ignoringOwn: Bool
  ) -> [String] {
    let mapped = discriminator.mapping.filter { $0.target.componentName(in: .schemas) == object.component }
    if object.component != nil, !mapped.isEmpty { return mapped.map(\.value) }
    if let value = object.shaped.schema.extensions.discriminatorValue { return [value] }
    // Without a mapping the format wants the schema's name; documents that state the value mean the value.
    let own = object.traits.values[discriminator.propertyName]
    guard let name = object.component else { return own ?? [] }
    if let own { return ignoringOwn ? own.filter { $0 == name } : own }
    return [name]
  }

  /// Whether each object has values, and none that another one has: such a value tells neither.
  private static func areDecisive(_ values: [[String]]) -> Bool {
    let all = values.flatMap { $0 }
    return values.allSatisfy { !$0.isEmpty } && Set(all).count == all.count
  }

  private static func isNoText(_ value: String) -> Bool { Double(value) != nil || ["true", "false"].contains(value) }

  /// A member that every object requires, each with values of its own.
  private static func sharedValues(_ objects: [UnionAlternative]) -> (String, [[String]])? {
    guard objects.count > 1, let first = objects.first else { return nil }
    for name in first.traits.values.keys.sorted() where objects.allSatisfy({ $0.traits.required.contains(name) }) {
      if let values = distinctValues(of: name, objects) { return (name, values) }
    }
    return nil
  }

  private static func distinctValues(of name: String, _ objects: [UnionAlternative]) -> [[String]]? {
    let values = objects.compactMap { $0.traits.values[name] }
    let all = values.flatMap { $0 }
    return values.count == objects.count && Set(all).count == all.count ? values : nil
  }

  /// The alternatives in an order in which each object requires a member that the later ones lack, if there is one:
  /// that of the document, or with those that require most in front.
  private static func byMembers(_ alternatives: [UnionAlternative]) -> [UnionAlternative]? {
    let byDemand = alternatives.enumerated()
      .sorted { (-$0.element.traits.required.count, $0.offset) < (-$1.element.traits.required.count, $1.offset) }
      .map(\.element)
    return [alternatives, byDemand].first { order in
      let objects = order.filter { $0.traits.kinds.contains(.object) }
      return objects.indices.allSatisfy { position in
        objects[(position + 1)...].allSatisfy { other in
          !other.isMap && objects[position].traits.required.contains { !other.traits.members.contains($0) }
        }
      }
    }
  }

  private static func areDistinct(_ kinds: [Set<PlannedUnion.JSONKind>]) -> Bool {
    kinds.reduce(0) { $0 + $1.count } == kinds.reduce(into: Set()) { $0.formUnion($1) }.count
  }

  /// Numbers and strings are told apart by reading them, and objects by values that no two of them share.
  private static func isDoubtful(_ alternatives: [UnionAlternative], _ objects: [UnionAlternative]) -> Bool {
    guard areDistinct(alternatives.map { $0.traits.kinds.subtracting([.object, .string, .number]) }) else {
      return true
    }
    guard objects.count > 1, let first = objects.first else { return false }
    return !first.traits.values.keys.contains { distinctValues(of: $0, objects) != nil }
  }
}

extension UnionAlternative {
  fileprivate var sortedKinds: [PlannedUnion.JSONKind] { traits.kinds.sorted { $0.rawValue < $1.rawValue } }

  fileprivate var isMap: Bool { if case .map = shaped.shape { true } else { false } }

  /// The member whose few values say most about whether an object is of this alternative.
  fileprivate var limits: PlannedUnion.Limits? {
    let name = traits.values.keys.sorted().min {
      (traits.required.contains($0) ? 0 : 1) < (traits.required.contains($1) ? 0 : 1)
    }
    guard let name, let values = traits.values[name], values.count <= 10 else { return nil }
    return PlannedUnion.Limits(member: name, values: values)
  }
}
