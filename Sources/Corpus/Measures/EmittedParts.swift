import RecastClientPlan
import RecastDiagnostics

/// What of a document a plan expresses, by the places where it was written.
struct EmittedParts {
  /// The types that each property of a schema came out as.
  private(set) var types: [SourcePlace: [TypeReference]] = [:]
  /// The paths under which each operation can be called.
  private(set) var paths: [SourcePlace: Set<String>] = [:]

  init(_ plan: Plan) {
    var open = plan.declarations
    while let declaration = open.popLast() {
      open += declaration.nested
      if case .object(let object) = declaration.kind { object.properties.forEach { add($0) } }
    }
    for operation in plan.operations {
      paths[SourcePlace(operation.span), default: []].insert(operation.path)
      operation.body?.members.forEach { add($0) }
    }
  }

  private mutating func add(_ property: PlannedProperty) {
    for origin in property.origins { types[SourcePlace(origin), default: []].append(property.type) }
  }
}
