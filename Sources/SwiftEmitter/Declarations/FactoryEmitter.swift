import RecastClientPlan

/// Prints the factories of an object and the choices that they take.
///
///     public static func profit(strategy: Strategy, spend: Spend = .unlimited) -> Self {
///       Self(objective: .profit, strategy: strategy, totalSpend: spend._totalSpend)
///     }
///     public enum Spend: Hashable, Sendable {
///       case unlimited
///       case total(Decimal)
///     }
struct FactoryEmitter {
  let spelling: TypeSpelling
  let object: PlannedObject

  private var access: Code { spelling.access }

  func emit(_ writer: inout SourceWriter) {
    for factory in object.factories {
      writer.line()
      emit(factory, &writer)
    }
    for choice in object.choices {
      writer.line()
      emit(choice, &writer)
    }
  }

  // MARK: Functions

  private func emit(_ factory: PlannedFactory, _ writer: inout SourceWriter) {
    let comment = DocComment(factory.documentation, else: DocComment("Makes a value with some members settled."))
    writer.doc(
      comment.adding(
        "- Parameters:",
        items: factory.arguments.map {
          ($0.name, DocComment($0.documentation, else: DocComment("What \($0.name) is.")))
        }
      )
    )
    guard !factory.arguments.isEmpty else {
      return writer.block("\(access)static var \(factory.name): Self") { $0.expression(value(of: factory)) }
    }
    let parameters = factory.arguments.map { parameter($0, isOnly: factory.arguments.count == 1) }
    writer.function("\(access)static func \(factory.name)", parameters, effects: " -> Self") { writer in
      writer.expression(value(of: factory))
    }
  }

  private func value(of factory: PlannedFactory) -> Expression {
    let value = Expression.call("Self", factory.members.compactMap(argument))
    guard !factory.nulls.isEmpty else { return value }
    let names = Expression.array(factory.nulls.map { .code("\(StringLiteral($0))") })
    return .call("sendingNull", [.init("for", names), .init("in", value)])
  }

  /// The one thing that a factory takes needs no label: `.capped(5000)`.
  private func parameter(_ argument: PlannedFactory.Argument, isOnly: Bool) -> Code {
    let head: Code = "\(isOnly ? "_ " : "")\(Code.label(argument.name)): \(type(argument))"
    guard let value = argument.defaultValue else { return argument.isOptional ? "\(head) = nil" : head }
    return "\(head) = \(spelling(value))"
  }

  private func type(_ argument: PlannedFactory.Argument) -> Code {
    switch argument.type {
    case .plain(let type): argument.isOptional ? "\(spelling(type))?" : spelling(type)
    case .choice(let name): spelling(name)
    }
  }

  private func argument(_ member: (property: PlannedProperty, value: PlannedFactory.Value)) -> Expression.Argument? {
    let label = Code.argumentLabel(member.property.name)
    if case .choice(let name) = member.value {
      return .init(label, .code("\(name).\(Code.plain(member.property.name.underscored))"))
    }
    if case .absent = member.value, member.property.defaultValue == nil { return nil }
    return .init(label, .code(value(member.value, of: member.property)))
  }

  private func value(_ value: PlannedFactory.Value, of property: PlannedProperty) -> Code {
    switch value {
    case .fixed(let literal): return spelling(literal)
    case .absent, .choice: return "nil"
    case .argument(let name, let isOptional):
      guard case .stringEncoded(let inner) = property.type else { return "\(name)" }
      let wrap = spelling.runtime(Identifier("StringEncoded"))
      let encoded: (Code) -> Code = { value in
        inner == .letterBool ? "\(wrap)(\(spelling.runtime(Identifier("LetterBool")))(\(value)))" : "\(wrap)(\(value))"
      }
      return isOptional ? "\(name).map { \(encoded("$0")) }" : encoded("\(name)")
    }
  }

  // MARK: Choices

  private func emit(_ choice: PlannedChoice, _ writer: inout SourceWriter) {
    writer.doc(DocComment(choice.documentation, else: DocComment("What is settled together.")))
    let name = choice.typeName.last
    writer.block(
      "\(access)enum \(name): \(spelling.swift(Identifier("Hashable"))), \(spelling.swift(Identifier("Sendable")))"
    ) { writer in
      for item in choice.cases {
        writer.doc(DocComment(item.documentation, else: DocComment("The way \(item.name).")))
        writer.line("case \(item.name)\(payload(item))")
      }
      for (position, property) in choice.members.enumerated() {
        writer.line()
        emit(property, at: position, of: choice, &writer)
      }
    }
  }

  private func payload(_ item: PlannedChoice.Case) -> Code {
    guard !item.arguments.isEmpty else { return "" }
    let fields = item.arguments.map { argument -> Code in
      item.arguments.count == 1 ? type(argument) : "\(Code.label(argument.name)): \(type(argument))"
    }
    return "(\(.joined(fields)))"
  }

  private func emit(
    _ property: PlannedProperty,
    at position: Int,
    of choice: PlannedChoice,
    _ writer: inout SourceWriter
  ) {
    writer.block("fileprivate var \(property.name.underscored): \(spelling(property))") { writer in
      writer.line("switch self {")
      for item in choice.cases where item.values.indices.contains(position) {
        writer.expression(
          .code(value(item.values[position], of: property)),
          prefix: "case .\(Code.plain(item.name))\(binding(item, item.values[position])): "
        )
      }
      writer.line("}")
    }
  }

  /// The one argument of a case that a value is made of, by name; the others are passed over.
  private func binding(_ item: PlannedChoice.Case, _ value: PlannedFactory.Value) -> Code {
    guard case .argument(let wanted, _) = value else { return "" }
    let names = item.arguments.map { $0.name == wanted ? "let \($0.name)" : "_" as Code }
    return "(\(.joined(names)))"
  }
}
