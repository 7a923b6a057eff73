/// Gives unions factories that build the payload in place: `.spendSummary(deploymentID: 41, …)`.
enum FactoryPass {
  /// Payloads with more arguments than this are clearer when they are built first.
  private static let maximumArguments = 12

  /// The declarations, with factories for the alternatives that a discriminator tells apart.
  static func apply(to declarations: consuming [PlannedDeclaration]) -> [PlannedDeclaration] {
    var objects: [TypeName: PlannedObject] = [:]
    var enumerations: [TypeName: PlannedEnumeration] = [:]
    for index in declarations.indices {
      switch declarations[index].kind {
      case .object(let object): objects[declarations[index].name] = object
      case .enumeration(let enumeration): enumerations[declarations[index].name] = enumeration
      case .union: break
      }
      // A discriminator that lists its values where it stands has its type inside of the object.
      for nested in declarations[index].nested {
        if case .enumeration(let enumeration) = nested.kind { enumerations[nested.name] = enumeration }
      }
    }
    for index in declarations.indices {
      guard case .union(var union) = declarations[index].kind, union.discriminator != nil || union.wantsFactories
      else { continue }
      for position in union.cases.indices {
        guard case .named(let name) = union.cases[position].type,
          let object = objects[name] ?? (union.wantsFactories ? declarations[index].nestedObject(name) : nil)
        else { continue }
        let preset = preset(union.cases[position], object, union.discriminator, enumerations)
        let arguments = object.initializerOrder.filter { !$0.isConstant }.map {
          property -> PlannedUnion.FactoryArgument in
          if let preset, preset.name == property.name { return .preset(preset.name, preset.value) }
          return .given(property)
        }
        if arguments.count <= maximumArguments { union.cases[position].factory = arguments }
      }
      declarations[index].kind = .union(union)
    }
    return declarations
  }

  /// The discriminator as the payload's member: when one value selects the alternative, no caller may choose another.
  private static func preset(
    _ item: PlannedUnion.Case,
    _ object: PlannedObject,
    _ discriminator: String?,
    _ enumerations: [TypeName: PlannedEnumeration]
  ) -> (name: Identifier, value: PlannedLiteral)? {
    guard case .discriminator(let values) = item.match, values.count == 1,
      let member = object.properties.first(where: { $0.wireName == discriminator && !$0.isConstant })
    else { return nil }
    switch member.type {
    case .string: return (member.name, .string(values[0]))
    case .named(let name):
      let known = enumerations[name]?.cases.first { $0.rawValue == values[0] }
      return known.map { (member.name, .member($0.name)) }
    default: return nil
    }
  }
}

extension PlannedDeclaration {
  /// An object that is declared right inside this type.
  fileprivate func nestedObject(_ name: TypeName) -> PlannedObject? {
    guard case .object(let object)? = nested.first(where: { $0.name == name })?.kind else { return nil }
    return object
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
