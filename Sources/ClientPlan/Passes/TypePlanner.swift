import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// A use of a schema: its type, and what holds at this place.
struct TypeUse {
  /// The type, without optionality.
  var type: TypeReference
  /// Whether null is allowed.
  var nullable = false
  /// The only value that is allowed here.
  var constant: YAMLNode?
}

/// Gives every schema a type: components first, in document order, then what is written in place, as it is met.
struct TypePlanner {
  var index: ComponentIndex
  var log: DiagnosticLog
  var merging = SchemaMerging()
  private(set) var names: TypeNames
  /// The names of an earlier run.
  let known: KnownNames
  /// The names of members that more than one wanted.
  private(set) var contestedNames: [NameLock.Entry] = []
  private let components: [Components.Named<SchemaOrReference>]
  /// What each component comes out as, once known.
  private var uses: [String: TypeUse] = [:]
  private var aliasesBeingPlanned: Set<String> = []
  /// Types of schemas written in place that are being planned at the moment, by place. A merged schema that holds
  /// itself is met again inside itself, and is the same type there.
  private var beingDeclared: [DeclaredShape: TypeName] = [:]
  /// Unions whose alternatives are being looked at.
  var beingShaped: Set<SourceSpan> = []
  /// Which components include which others.
  let families: SchemaFamilies
  /// What the configuration decides instead of the document.
  var overrides: PlannerOverrides
  /// Members that cannot be demanded although they are required.
  let oneWay: OneWayMembers
  /// How much more is looked at.
  var budget: ShapingBudget
  /// What components have been found to come out as: alternatives lead to the same ones again and again.
  private var shapes: [String: ShapedSchema] = [:]
  /// What alternatives that are components have been found to be.
  var alternatives: [AlternativeKey: UnionAlternative] = [:]
  /// Members of different types often share a name.
  private var memberNames: [String: Identifier] = [:]
  private var depth = 0
  /// The types that are named after components.
  private var componentTypes: Set<TypeName> = []

  /// Schemas deeper than this inside each other are no document that anybody writes; a limit also keeps the stack.
  private static let maximumDepth = 200
  /// Declarations by name; nested ones are put into their parents at the end.
  private(set) var declared: [TypeName: PlannedDeclaration] = [:]
  private(set) var order: [TypeName] = []

  init(
    _ document: Document,
    reserved: Set<String>,
    overrides: PlannerOverrides,
    known: KnownNames,
    log: DiagnosticLog
  ) {
    self.overrides = overrides
    self.known = known
    let components = document.components
    self.components = components.schemas
    oneWay = OneWayMembers(document)
    index = ComponentIndex(components)
    families = SchemaFamilies(components.schemas, index)
    budget = ShapingBudget(components.schemas)
    names = TypeNames(reserved: reserved, known: known)
    self.log = log
    planComponents()
  }

  /// Top-level declarations with everything nested in them, in order of first use.
  func declarations() -> [PlannedDeclaration] {
    var children: [TypeName: [TypeName]] = [:]
    for name in order where !name.isTopLevel {
      children[TypeName(Array(name.path.dropLast())), default: []].append(name)
    }
    func assembled(_ name: TypeName) -> PlannedDeclaration? {
      guard var declaration = declared[name] else { return nil }
      declaration.nested = (children[name] ?? []).compactMap(assembled)
      return declaration
    }
    return order.filter(\.isTopLevel).compactMap(assembled)
  }

  /// The names of all components come first, so that references find them whatever the order.
  private mutating func planComponents() {
    var planned: [(TypeName, DecidedSchema)] = []
    for component in components {
      guard case .schema(let schema) = component.object else { continue }
      var shaped = shaped(schema, component: component.name)
      // A component with a single value is an enumeration all the same: further values are to be expected.
      if case .primitive(.string, let constant?) = shaped.shape {
        shaped = shaped.reshaped(.enumeration(.string, [constant]))
      }
      guard shaped.shape.isDeclared else { continue }
      refuseFactories(of: shaped)
      guard let decided = decided(shaped) else {
        uses[component.name] = TypeUse(type: .json, nullable: shaped.nullable)
        continue
      }
      let chosen = overrides.take(.schemaName, component.name)?.text ?? schema.extensions.name
      let key = chosen ?? component.name
      let wanted = SwiftName.type(key)
      let name = names.claimTopLevel(
        wanted,
        else: [wanted.appending(Identifier("Schema"))],
        .schema,
        key: key,
        isChosen: chosen != nil
      )
      uses[component.name] = TypeUse(type: .named(name), nullable: shaped.nullable)
      planned.append((name, decided))
    }
    componentTypes = Set(planned.map(\.0))
    // Enumerations come first: defaults of other types' properties name their members.
    for (name, decided) in planned where decided.shaped.isEnumeration { declare(name, decided) }
    for (name, decided) in planned where !decided.shaped.isEnumeration { declare(name, decided) }
    for component in components where uses[component.name] == nil {
      _ = use(ofComponent: component.name, object: component.object, at: component.span)
    }
  }

  /// A top-level name for a declaration that is no schema's.
  mutating func claimTopLevel(_ wanted: Identifier) -> TypeName { names.claimTopLevel(wanted) }

  /// A name for a declaration inside another one that is no schema's.
  mutating func claimNested(_ wanted: Identifier, in parent: TypeName) -> TypeName { names.claim(wanted, in: parent) }

  /// Takes note that something else shares a type, so that the name stays when it alone is left.
  mutating func share(_ type: TypeReference, with key: Identifier) {
    if case .named(let name) = type { names.share(name, with: key) }
  }

  /// Takes note of names that more than one member of a type, or argument of an operation, wanted.
  mutating func keep(
    _ contested: some Sequence<(key: String, name: Identifier)>,
    _ kind: NameLock.Kind,
    in scope: [Identifier]
  ) {
    contestedNames += contested.map { NameLock.Entry(kind, in: scope, $0.name, key: $0.key) }
  }

  /// Whether a type is that of a component, which has its name from the document.
  func isComponent(_ name: TypeName) -> Bool { componentTypes.contains(TypeName(Array(name.path.prefix(1)))) }

  /// Takes a declaration back that is equal to another one, which stands for it from now on.
  mutating func remove(_ name: TypeName, replacedBy original: TypeName) {
    guard let removed = declared.removeValue(forKey: name) else { return }
    names.release(name)
    guard case .object(let object) = removed.kind, case .object(var kept)? = declared[original]?.kind else { return }
    for (position, property) in object.properties.enumerated() where kept.properties.indices.contains(position) {
      kept.properties[position].origins += property.origins
    }
    declared[original]?.kind = .object(kept)
  }

  /// The Swift name of a member, before it is made unique.
  mutating func memberName(_ wireName: String) -> Identifier {
    if let known = memberNames[wireName] { return known }
    let name = SwiftName.value(wireName)
    memberNames[wireName] = name
    return name
  }

  /// Goes a level deeper; `false`, with a diagnostic, when that is too deep.
  mutating func enter(at span: SourceSpan) -> Bool {
    guard depth < Self.maximumDepth else {
      log.warning(
        .nestedTooDeep,
        "schemas hold each other more than \(Self.maximumDepth) deep",
        at: span,
        label: "read as any value"
      )
      return false
    }
    depth += 1
    return true
  }

  /// Comes back from a level.
  mutating func leave() { depth -= 1 }

  /// The type of a schema where it is used.
  mutating func use(of schema: SchemaOrReference?, hint: NameHint) -> TypeUse {
    switch schema {
    case nil:
      return TypeUse(type: .json)
    case .reference(let reference, let siblings):
      guard let component = index.schema(reference, log: &log) else { return TypeUse(type: .json) }
      var use = use(ofComponent: component.name, object: component.object, at: reference.span)
      use.nullable = use.nullable || siblings.nullable
      return use
    case .schema(let schema):
      return use(of: schema, hint: hint)
    }
  }

  /// The type of a schema written in place.
  mutating func use(of schema: Schema, hint: NameHint) -> TypeUse {
    guard enter(at: schema.span) else { return TypeUse(type: .json) }
    defer { leave() }
    let shaped = shaped(schema, component: nil)
    refuseFactories(of: shaped)
    var use: TypeUse
    switch shaped.shape {
    case .component(let name, let constant):
      guard let component = index.schema(named: name) else { return TypeUse(type: .json) }
      use = self.use(ofComponent: name, object: component.object, at: schema.span)
      use.constant = constant ?? use.constant
    case .primitive(let type, let constant):
      use = TypeUse(type: type, constant: constant)
    case .any:
      use = TypeUse(type: .json)
    case .array(let items):
      let element = self.use(of: items, hint: hint.singular())
      use = TypeUse(
        type: affordable(.array(element.nullable ? .nullable(element.type) : element.type), at: schema.span)
      )
    case .map(let value):
      let element = self.use(of: value, hint: hint.singular())
      use = TypeUse(type: affordable(.map(element.nullable ? .nullable(element.type) : element.type), at: schema.span))
    case .object, .enumeration, .union, .family:
      let place = DeclaredShape(span: schema.span, isUnion: shaped.shape.isUnion)
      if let name = beingDeclared[place] {
        use = TypeUse(type: .named(name))
      } else if let decided = decided(shaped) {
        let name = typeName(hint, chosen: shaped.schema.extensions.name)
        use = TypeUse(type: .named(name))
        beingDeclared[place] = name
        declare(name, decided)
        beingDeclared[place] = nil
      } else {
        use = TypeUse(type: .json)
      }
    }
    use.nullable = use.nullable || shaped.nullable
    return use
  }

  private mutating func typeName(_ hint: NameHint, chosen: String?) -> TypeName {
    let wanted = chosen.map(SwiftName.type) ?? hint.name
    if let parent = hint.parent { return names.claim(wanted, in: parent, isChosen: chosen != nil) }
    return names.claimTopLevel(wanted, key: chosen == nil ? hint.key?.text : nil, isChosen: chosen != nil)
  }

  /// Lists deeper inside each other than this keep the compiler busy for ever longer, twice as long per level.
  private static let mostListsInLists = 10

  /// The type, unless it is lists inside lists inside lists.
  private mutating func affordable(_ type: TypeReference, at span: SourceSpan) -> TypeReference {
    guard type.lists > Self.mostListsInLists else { return type }
    log.warning(
      .nestedTooDeep,
      "lists hold each other more than \(Self.mostListsInLists) deep",
      at: span,
      label: "read as any value"
    )
    return .json
  }

  /// Decides what a component comes out as, unless that has been done.
  mutating func shaped(_ schema: Schema, component: String?) -> ShapedSchema {
    // Inside a union that is being looked at, what leads back to it looks different.
    guard let component, beingShaped.isEmpty else { return decidedShape(schema, component: component) }
    if let known = shapes[component] { return known }
    let shaped = decidedShape(schema, component: component)
    shapes[component] = shaped
    return shaped
  }

  /// The schema of a component, unless it is a reference itself.
  func component(_ name: String) -> Schema? {
    guard case .schema(let schema)? = index.schema(named: name)?.object else { return nil }
    return schema
  }

  /// A component is declared already, or stands for a type that needs no declaration.
  private mutating func use(ofComponent name: String, object: SchemaOrReference, at span: SourceSpan) -> TypeUse {
    if let use = uses[name] { return use }
    if let type = overrides.take(.schemaType, name)?.type {
      let use = TypeUse(type: type, nullable: component(name)?.nullable ?? false)
      uses[name] = use
      return use
    }
    guard enter(at: span) else { return TypeUse(type: .json) }
    defer { leave() }
    guard aliasesBeingPlanned.insert(name).inserted else {
      log.warning(
        .circularReference,
        "`\(name)` is made of nothing but itself",
        at: span,
        label: "read as any value"
      )
      return TypeUse(type: .json)
    }
    let use = use(of: object, hint: NameHint(text: name))
    aliasesBeingPlanned.remove(name)
    uses[name] = use
    return use
  }

  /// Plans a declaration.
  private mutating func declare(_ name: TypeName, _ decided: DecidedSchema) {
    // The place in the order is that of the first use, not of completion.
    order.append(name)
    let kind: PlannedDeclaration.Kind
    switch decided.shaped.shape {
    case .enumeration(let rawType, let values):
      kind = .enumeration(enumeration(rawType, values, decided.shaped.schema.valueMeanings, name))
    default:
      kind =
        decided.union.map { .union(union($0, name, decided.shaped.schema.extensions.factories)) }
        ?? .object(object(decided.shaped.schema, name))
    }
    declared[name] = PlannedDeclaration(
      name: name,
      documentation: Documentation(of: decided.shaped.schema),
      kind: kind,
      nested: [],
      span: decided.shaped.schema.span
    )
  }
}

/// A schema written in place, as what it is declared. A schema of several types is a union, and what it says of one of
/// these types is an alternative of that union: both stand at the same place.
private struct DeclaredShape: Hashable {
  var span: SourceSpan
  var isUnion: Bool
}

extension TypeReference {
  /// How many lists and dictionaries lie inside each other here.
  fileprivate var lists: Int {
    var (count, current) = (0, self)
    while true {
      switch current {
      case .array(let element), .map(let element): (count, current) = (count + 1, element)
      case .nullable(let element): current = element
      default: return count
      }
    }
  }
}
