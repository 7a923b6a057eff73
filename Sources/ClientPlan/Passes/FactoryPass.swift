/// Gives unions factories that build the payload in place: `.spendSummary(deploymentID: 41, …)`.
enum FactoryPass {
  /// Payloads with more arguments than this are clearer when they are built first.
  private static let maximumArguments = 12

  /// The declarations, with factories for the alternatives that a discriminator tells apart.
  static func apply(to declarations: [PlannedDeclaration]) -> [PlannedDeclaration] {
    var objects: [TypeName: PlannedObject] = [:]
    for declaration in declarations {
      if case .object(let object) = declaration.kind { objects[declaration.name] = object }
    }
    return declarations.map { declaration in
      guard case .union(var union) = declaration.kind, union.discriminator != nil else { return declaration }
      for position in union.cases.indices {
        guard case .named(let name) = union.cases[position].type, let object = objects[name] else { continue }
        let arguments = object.initializerOrder.filter { !$0.isConstant }
        if arguments.count <= maximumArguments { union.cases[position].factory = arguments }
      }
      var declaration = declaration
      declaration.kind = .union(union)
      return declaration
    }
  }
}

extension PlannedObject {
  /// Properties as initializers take them: those without a default first.
  package var initializerOrder: [PlannedProperty] {
    let (without, with) = (properties.filter { !$0.hasDefault }, properties.filter(\.hasDefault))
    return without + with
  }
}

extension PlannedProperty {
  /// Whether initializers can leave the property out.
  package var hasDefault: Bool { defaultValue != nil || isOptional }
}
