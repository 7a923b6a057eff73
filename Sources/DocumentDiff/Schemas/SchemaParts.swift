import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument

/// Parts of two schemas that belong together, and which parts only one of them has.
struct SchemaParts: SchemaPairReading {
  /// Two parts that have to be compared.
  struct Pair {
    var step: SchemaStep
    var old: SchemaOrReference
    var new: SchemaOrReference
    /// Where the member that the parts are the values of was written.
    var places: (old: SourceSpan, new: SourceSpan)? = nil
  }

  /// What differs about the parts as such.
  var differences: [SchemaDifference] = []
  /// The parts that both schemas have.
  private(set) var pairs: [Pair] = []

  let old: ResolvedSchema
  let new: ResolvedSchema

  init(_ old: ResolvedSchema, _ new: ResolvedSchema, _ documents: inout ResolvedPair) {
    self.old = old
    self.new = new
    let isChoice = (!old.schema.oneOf.isEmpty, !new.schema.oneOf.isEmpty)
    // What is a choice on one side has its members in its alternatives, but for those that all of them have.
    let isWrapped = isChoice.0 != isChoice.1
    if !isWrapped || !(isChoice.0 ? old : new).schema.properties.isEmpty { compareMembers(&documents) }
    if !isWrapped {
      compareAdditional()
      compareItems()
    }
    guard isChoice.0 || isChoice.1 || old.written.discriminator != nil || new.written.discriminator != nil else {
      return
    }
    let alternatives = AlternativePairing(old, new, &documents)
    differences += alternatives.differences
    pairs += alternatives.pairs
  }

  private mutating func compareMembers(_ documents: inout ResolvedPair) {
    guard !old.schema.properties.isEmpty || !new.schema.properties.isEmpty else { return }
    let wasRequired = Set(old.schema.required.map(\.name))
    let isRequired = Set(new.schema.required.map(\.name))
    let before = Dictionary(old.schema.properties.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
    let after = Set(new.schema.properties.map(\.name))
    for property in old.schema.properties where !after.contains(property.name) {
      let schema = documents.old.schema(property.schema).schema
      var member = SchemaDifference.Member(property, schema, isRequired: wasRequired.contains(property.name))
      member.old = property.origins.first
      add(.propertyRemoved, member: member)
    }
    for property in new.schema.properties {
      guard let known = before[property.name] else {
        let schema = documents.new.schema(property.schema).schema
        var member = SchemaDifference.Member(property, schema, isRequired: isRequired.contains(property.name))
        member.new = property.origins.first
        add(.propertyAdded, member: member)
        continue
      }
      let was = wasRequired.contains(property.name)
      if was != isRequired.contains(property.name) {
        let schema = documents.new.schema(property.schema).schema
        var member = SchemaDifference.Member(property, schema, isRequired: !was)
        (member.old, member.new) = (known.origins.first, property.origins.first)
        add(was ? .becameOptional : .becameRequired, member: member)
      }
      compareOneWay(known, property, isRequired: isRequired.contains(property.name), &documents)
      let places = known.origins.first.flatMap { first in property.origins.first.map { (first, $0) } }
      pairs.append(
        Pair(step: .property(property.name), old: known.schema, new: property.schema, places: places)
      )
    }
  }

  /// Compares which way a member travels.
  private mutating func compareOneWay(
    _ old: Schema.Property,
    _ new: Schema.Property,
    isRequired: Bool,
    _ documents: inout ResolvedPair
  ) {
    let (before, after) = (documents.old.schema(old.schema).schema, documents.new.schema(new.schema).schema)
    guard before.readOnly != after.readOnly || before.writeOnly != after.writeOnly else { return }
    var member = SchemaDifference.Member(new, after, isRequired: isRequired)
    (member.old, member.new) = (old.origins.first, new.origins.first)
    (member.isReadOnly, member.isWriteOnly) = (false, false)
    if before.readOnly != after.readOnly { add(after.readOnly ? .becameReadOnly : .becameNotReadOnly, member: member) }
    if before.writeOnly != after.writeOnly {
      add(after.writeOnly ? .becameWriteOnly : .becameNotWriteOnly, member: member)
    }
  }

  private mutating func compareAdditional() {
    switch (old.schema.additionalProperties, new.schema.additionalProperties) {
    case (.schema(let first), .schema(let second)): pairs.append(Pair(step: .additional, old: first, new: second))
    case (.forbidden, .forbidden): break
    case (_, .forbidden): if old.schema.types.contains(.object) { add(.additionalForbidden) }
    case (.forbidden, _): if new.schema.types.contains(.object) { add(.additionalAllowed) }
    case (.schema, _): add(.additionalUntyped)
    case (_, .schema): add(.additionalTyped)
    case (.unstated, _), (.allowed, _): break
    }
  }

  private mutating func compareItems() {
    let (before, after) = (old.schema.tupleItems, new.schema.tupleItems)
    if before.count != after.count {
      add(before.count < after.count ? .prefixItemsAdded : .prefixItemsRemoved, "\(before.count)", "\(after.count)")
    }
    for (position, (first, second)) in zip(before, after).enumerated() {
      pairs.append(Pair(step: .position(position), old: first, new: second))
    }
    switch (old.schema.items, new.schema.items) {
    case (let first?, let second?): pairs.append(Pair(step: .items, old: first, new: second))
    // Elements of which nothing is said may be of any type.
    case (nil, let second?) where old.schema.types == [.array]:
      pairs.append(Pair(step: .items, old: .schema(Schema(span: old.schema.span)), new: second))
    case (let first?, nil) where new.schema.types == [.array]:
      pairs.append(Pair(step: .items, old: first, new: .schema(Schema(span: new.schema.span))))
    default: break
    }
  }
}

extension SchemaDifference.Member {
  /// A member with what its schema says of it.
  fileprivate init(_ property: Schema.Property, _ schema: Schema, isRequired: Bool) {
    self.init(
      name: property.name,
      isRequired: isRequired,
      hasDefault: schema.defaultValue != nil,
      isReadOnly: schema.readOnly,
      isWriteOnly: schema.writeOnly
    )
  }
}
