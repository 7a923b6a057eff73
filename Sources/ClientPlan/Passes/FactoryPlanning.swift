import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

extension TypePlanner {
  /// Plans the factories of an object, and the choices that they have in common.
  mutating func planFactories(_ wanted: FactoriesExtension, of object: inout PlannedObject, _ name: TypeName) {
    guard !wanted.forAlternatives else {
      unusable("`alternatives` is for unions, and this is an object", at: wanted.span)
      return
    }
    var planning = FactoryPlanning(properties: object.properties, planner: self)
    for choice in wanted.choices {
      let type = claimNested(SwiftName.type(choice.name), in: name)
      planning.plan(choice, type)
    }
    for function in wanted.functions { planning.plan(function) }
    log = planning.planner.log
    object.choices = planning.choices.map(\.planned)
    object.factories = planning.factories
  }

  /// Reports factories of what is neither a struct nor a union: there is nothing that they could make.
  mutating func refuseFactories(of shaped: ShapedSchema) {
    guard let factories = shaped.schema.extensions.factories else { return }
    switch shaped.shape {
    case .object, .union, .family, .component: return
    case .map, .enumeration, .array, .primitive, .any:
      unusable(
        "only objects and unions have factories",
        at: factories.span,
        help: "describe the members of the schema, or remove the factories"
      )
    }
  }

  mutating func unusable(_ reason: String, at span: SourceSpan, help: String? = nil) {
    log.error(.unusableConvention, reason, at: span, help: help)
  }
}

/// The factories of one object while they are planned.
struct FactoryPlanning {
  /// A choice, with what it is as an argument.
  struct Choice {
    var planned: PlannedChoice
    var argument: PlannedFactory.Argument

    /// Whether the choice settles a member.
    func settles(_ member: String) -> Bool { planned.members.contains { $0.wireName == member } }
  }

  let properties: [PlannedProperty]
  var planner: TypePlanner
  private(set) var choices: [Choice] = []
  private(set) var factories: [PlannedFactory] = []
  private var names = NameScope(reserved: ["self", "init", "Type"])

  init(properties: [PlannedProperty], planner: TypePlanner) {
    self.properties = properties
    self.planner = planner
  }

  // MARK: Choices

  mutating func plan(_ choice: FactoriesExtension.Choice, _ type: TypeName) {
    let members = properties.filter { property in
      choice.cases.contains { $0.terms.members.contains { $0.name == property.wireName } }
    }
    var scope = NameScope(reserved: ReservedWords.cases)
    let cases = choice.cases.map { item -> PlannedChoice.Case in
      report(item)
      var arguments: [PlannedFactory.Argument] = []
      let values = members.map { property -> PlannedFactory.Value in
        let isMentioned = item.terms.members.contains { $0.name == property.wireName }
        return isMentioned ? value(of: property, item, &arguments) : absent(property, item.span)
      }
      for member in item.terms.fixed where member.value.isNull { reportNull(member.member) }
      return PlannedChoice.Case(
        name: scope.claim(SwiftName.value(item.name)),
        arguments: ordered(arguments),
        values: values,
        documentation: Documentation(paragraphs: [item.description].compactMap { $0 })
      )
    }
    let documentation = Documentation(paragraphs: [choice.description].compactMap { $0 })
    choices.append(
      Choice(
        planned: PlannedChoice(typeName: type, members: members, cases: cases, documentation: documentation),
        argument: PlannedFactory.Argument(
          name: SwiftName.value(choice.name),
          type: .choice(type),
          isOptional: false,
          defaultValue: defaultCase(choice, cases),
          documentation: documentation
        )
      )
    )
  }

  private mutating func defaultCase(
    _ choice: FactoriesExtension.Choice,
    _ cases: [PlannedChoice.Case]
  ) -> PlannedLiteral? {
    guard let wanted = choice.defaultCase else { return nil }
    let found = zip(choice.cases, cases).first { $0.0.name == wanted.name }?.1
    if let found, found.arguments.isEmpty { return .member(found.name) }
    planner.unusable(
      found == nil ? "there is no case `\(wanted.name)`" : "the case `\(wanted.name)` needs arguments",
      at: wanted.span,
      help: Suggestion.help(for: wanted.name, in: choice.cases.map(\.name))
    )
    return nil
  }

  /// A null in a case would be nothing but an absent value, unless the member is always there.
  private mutating func reportNull(_ member: FactoriesExtension.Member) {
    guard let property = properties.first(where: { $0.wireName == member.name }),
      property.presence != .requiredNullable
    else { return }
    planner.unusable("a choice cannot send null for `\(member.name)`", at: member.span, help: "list it under `omitted`")
  }

  // MARK: Functions

  mutating func plan(_ function: FactoriesExtension.Function) {
    report(function)
    let own = Set(function.terms.members.map(\.name))
    let choices = choices.filter { choice in !choice.planned.members.contains { own.contains($0.wireName) } }
    var arguments: [PlannedFactory.Argument] = []
    var members: [(PlannedProperty, PlannedFactory.Value)] = []
    var placed: Set<Identifier> = []
    for property in properties where !property.isConstant {
      if let choice = choices.first(where: { $0.settles(property.wireName) }) {
        if placed.insert(choice.argument.name).inserted { arguments.append(choice.argument) }
        members.append((property, .choice(choice.argument.name)))
      } else {
        members.append((property, value(of: property, function, &arguments)))
      }
    }
    let inOrder = members.filter { !$0.0.hasDefault } + members.filter(\.0.hasDefault)
    factories.append(
      PlannedFactory(
        name: names.claim(SwiftName.value(function.name)),
        arguments: ordered(arguments),
        members: inOrder.map { (property: $0.0, value: $0.1) },
        nulls: function.terms.fixed.filter { item in
          item.value.isNull && properties.contains { $0.wireName == item.member.name && $0.sendsNullWhenAsked }
        }.map(\.member.name),
        documentation: Documentation(paragraphs: [function.description].compactMap { $0 })
      )
    )
  }

  private func ordered(_ arguments: [PlannedFactory.Argument]) -> [PlannedFactory.Argument] {
    arguments.filter { !$0.hasDefault } + arguments.filter(\.hasDefault)
  }

  // MARK: Members

  private mutating func value(
    of property: PlannedProperty,
    _ function: FactoriesExtension.Function,
    _ arguments: inout [PlannedFactory.Argument]
  ) -> PlannedFactory.Value {
    let terms = function.terms
    if terms.omitted.contains(where: { $0.name == property.wireName }) { return absent(property, function.span) }
    if let fixed = terms.fixed.first(where: { $0.member.name == property.wireName }) {
      if fixed.value.isNull { return absent(property, fixed.member.span) }
      return literal(fixed.value, property).map { .fixed($0) } ?? .absent
    }
    let preset = terms.defaults.first { $0.member.name == property.wireName }
    let isRequired = terms.required.contains { $0.name == property.wireName }
    let name = terms.names.first { $0.member.name == property.wireName }.map { SwiftName.value($0.name) }
    var initial = isRequired ? nil : property.defaultValue
    if let preset { initial = plainLiteral(preset.value, property) }
    let argument = PlannedFactory.Argument(
      name: name ?? property.name,
      type: .plain(property.type.plain),
      isOptional: property.isOptional && !isRequired && preset == nil,
      defaultValue: initial,
      documentation: property.documentation
    )
    arguments.append(argument)
    return .argument(argument.name, isOptional: argument.isOptional)
  }

  private mutating func absent(_ property: PlannedProperty, _ span: SourceSpan) -> PlannedFactory.Value {
    if !property.isOptional {
      planner.unusable("`\(property.wireName)` has to be there, and nothing says what it is", at: span)
    }
    return .absent
  }

  private mutating func literal(_ node: YAMLNode, _ property: PlannedProperty) -> PlannedLiteral? {
    let literal: PlannedLiteral?
    switch property.type {
    case .stringEncoded, .csvText: literal = node.scalarText.map { .verbatim(property.type, $0) }
    case .budgetTable: literal = node.kind == .sequence && node.items.isEmpty ? .empty(property.type) : nil
    default: literal = planner.literal(node, property.type)
    }
    if literal == nil {
      planner.unusable("this is not a value that `\(property.wireName)` can have", at: node.span)
    }
    return literal
  }

  /// A default is of the type that callers hand over.
  private mutating func plainLiteral(_ node: YAMLNode, _ property: PlannedProperty) -> PlannedLiteral? {
    var plain = property
    plain.type = property.type.plain
    return literal(node, plain)
  }

  private mutating func report(_ function: FactoriesExtension.Function) {
    let known = properties.map(\.wireName)
    var seen: Set<String> = []
    for member in function.terms.members + function.terms.names.map(\.member) where !known.contains(member.name) {
      planner.unusable(
        "there is no member `\(member.name)`",
        at: member.span,
        help: Suggestion.help(for: member.name, in: known)
      )
    }
    for member in function.terms.members where !seen.insert(member.name).inserted {
      planner.unusable("`\(function.name)` says two things about `\(member.name)`", at: member.span)
    }
  }
}

extension PlannedProperty {
  /// Whether null is sent only when it is asked for.
  fileprivate var sendsNullWhenAsked: Bool { presence == .optional || presence == .optionalNullable }
}
