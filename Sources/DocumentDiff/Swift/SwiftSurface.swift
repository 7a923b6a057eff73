import RecastClientPlan
import RecastDiagnostics
import RecastSwiftEmitter

/// What callers of a generated client see of it, by the places in the document that it comes from.
struct SwiftSurface {
  /// A property of a generated type, or an argument of a method that stands for a member of the body.
  struct Member {
    /// The type or method that has it.
    var owner: String
    /// The Swift name.
    var name: String
    /// The Swift type.
    var type: String
    /// Whether initializers and methods can be called without it.
    var hasDefault: Bool
    /// Whether callers make values of the type, rather than only getting them.
    var isSent: Bool
    /// Whether the property can be set to null beside having no value.
    var takesNull = false

    /// The type without optionality.
    var bareType: Substring { type.hasSuffix("?") ? type.dropLast() : type[...] }
  }

  /// A generated type.
  struct Declared {
    /// The name with the types that it is nested in.
    var name: String
    /// Cases of an enumeration by the value on the wire, or of a union by their names.
    var cases: [String: String] = [:]
    /// Whether it is a union.
    var isUnion = false
  }

  /// Properties by the places of the members.
  private(set) var members: [SourceSpan: [Member]] = [:]
  /// Types by the places of their schemas.
  private(set) var types: [SourceSpan: [Declared]] = [:]
  /// The names of all types and methods.
  private(set) var owners: Set<String> = []
  /// Methods by operation; of an operation with several content types the first one.
  private(set) var methods: [Change.Operation: SwiftMethod] = [:]
  /// The names of all methods of an operation, by operation.
  private(set) var methodNames: [Change.Operation: [String]] = [:]

  /// What makes a client.
  let root: SwiftRoot

  private let spelling: TypeText
  private var sent: Set<TypeName> = []

  init(_ plan: Plan) {
    spelling = TypeText(plan)
    sent = SentTypes.names(in: plan)
    root = SwiftRoot(plan.root)
    for declaration in plan.declarations { add(declaration) }
    for resource in plan.resources {
      for operation in resource.operations { add(operation, of: resource) }
    }
  }

  private mutating func add(_ declaration: PlannedDeclaration) {
    var declared = Declared(name: spelling.text(declaration.name))
    owners.insert(declared.name)
    switch declaration.kind {
    case .object(let object):
      let isSent = sent.contains(declaration.name)
      for property in object.properties {
        add(property, owner: declared.name, isSent: isSent, takesNull: property.presence == .optionalNullable)
      }
    case .enumeration(let enumeration):
      for item in enumeration.cases { declared.cases[item.rawValue] = item.name.text }
    case .union(let union):
      declared.isUnion = true
      for item in union.cases { declared.cases[item.name.text] = item.name.text }
    }
    types[declaration.span, default: []].append(declared)
    for nested in declaration.nested { add(nested) }
  }

  private mutating func add(_ property: PlannedProperty, owner: String, isSent: Bool, takesNull: Bool = false) {
    let member = Member(
      owner: owner,
      name: property.name.text,
      type: spelling.text(property),
      hasDefault: property.hasDefault,
      isSent: isSent,
      takesNull: takesNull
    )
    for origin in Set(property.origins) { members[origin, default: []].append(member) }
  }

  private mutating func add(_ operation: PlannedOperation, of resource: PlannedResource) {
    let method = SwiftMethod(operation, of: resource, spelling)
    owners.insert(method.name)
    let key = Change.Operation(method: operation.httpMethod, path: operation.path)
    if methods[key] == nil { methods[key] = method }
    methodNames[key, default: []].append(method.name)
    for property in operation.body?.members ?? [] { add(property, owner: method.name, isSent: true) }
  }
}

/// The types whose values callers make: what requests hold.
private enum SentTypes {
  static func names(in plan: Plan) -> Set<TypeName> {
    var declarations: [TypeName: PlannedDeclaration] = [:]
    func collect(_ list: [PlannedDeclaration]) {
      for declaration in list {
        declarations[declaration.name] = declaration
        collect(declaration.nested)
      }
    }
    collect(plan.declarations)
    var waiting = plan.operations.flatMap { operation in
      operation.parameters.map(\.type) + [operation.body?.type].compactMap { $0 }
        + (operation.body?.members.map(\.type) ?? [])
    }.flatMap(\.names)
    var sent: Set<TypeName> = []
    while let name = waiting.popLast() {
      guard sent.insert(name).inserted, let declaration = declarations[name] else { continue }
      switch declaration.kind {
      case .object(let object):
        waiting += object.properties.flatMap(\.type.names) + (object.additional?.names ?? [])
      case .union(let union): waiting += union.cases.flatMap(\.type.names)
      case .enumeration: break
      }
    }
    return sent
  }
}

extension TypeReference {
  /// The generated types that a type mentions.
  fileprivate var names: [TypeName] {
    switch self {
    case .named(let name): [name]
    case .array(let type), .map(let type), .nullable(let type), .stringEncoded(let type): type.names
    default: []
    }
  }
}
