import RecastClientPlan

/// Spells types as generated code needs them.
///
/// When a document has a type of the name of one that generated code uses, the latter is spelled with its module.
struct TypeSpelling: Sendable {
  private let clashes: Set<String>
  /// Most types are strings, or hold some.
  private let string: Code
  /// Whether generated declarations are public.
  let isPublic: Bool
  /// The access level with a space behind it; nothing for `internal`.
  let access: Code

  init(_ plan: Plan) {
    var names: Set<String> = []
    func collect(_ declarations: [PlannedDeclaration]) {
      for declaration in declarations {
        names.insert(declaration.name.last.text)
        collect(declaration.nested)
      }
    }
    collect(plan.declarations)
    names.formUnion(plan.resources.map(\.typeName.last.text) + [plan.root.name.text])
    for case .cases(let answers) in plan.operations.map(\.output) { names.insert(answers.name.last.text) }
    if let name = plan.root.servers.typeName { names.insert(name.last.text) }
    if let scope = plan.scope { names.insert(scope.typeName.last.text) }
    clashes = names
    string = names.contains("String") ? "Swift.String" : "String"
    isPublic = plan.access == .public
    switch plan.access {
    case .public: access = "public "
    case .package: access = "package "
    case .internal: access = ""
    }
  }

  /// A type of the standard library.
  func swift(_ name: Identifier) -> Code { clashes.contains(name.text) ? "Swift.\(name)" : "\(name)" }

  /// A type of Foundation.
  func foundation(_ name: Identifier) -> Code { clashes.contains(name.text) ? "Foundation.\(name)" : "\(name)" }

  /// A type of the runtime.
  func runtime(_ name: Identifier) -> Code { clashes.contains(name.text) ? "RecastRuntime.\(name)" : "\(name)" }

  /// A type without optionality.
  func callAsFunction(_ type: TypeReference) -> Code {
    switch type {
    case .string: string
    case .bool: swift(Identifier("Bool"))
    case .int: swift(Identifier("Int"))
    case .int32: swift(Identifier("Int32"))
    case .int64: swift(Identifier("Int64"))
    case .uint64: swift(Identifier("UInt64"))
    case .double: swift(Identifier("Double"))
    case .float: swift(Identifier("Float"))
    case .decimal: foundation(Identifier("Decimal"))
    case .date: foundation(Identifier("Date"))
    case .calendarDate: runtime(Identifier("CalendarDate"))
    case .uuid: foundation(Identifier("UUID"))
    case .url: foundation(Identifier("URL"))
    case .data: foundation(Identifier("Data"))
    case .json: runtime(Identifier("JSONValue"))
    case .uploadFile: runtime(Identifier("UploadFile"))
    case .multipartField: runtime(Identifier("MultipartField"))
    case .stringEncoded(let value): "\(runtime(Identifier("StringEncoded")))<\(self(value))>"
    case .letterBool: runtime(Identifier("LetterBool"))
    case .budgetTable: runtime(Identifier("BudgetTable"))
    case .csvText: runtime(Identifier("CSVText"))
    case .array(let element): "[\(self(element))]"
    case .map(let value): "[\(string): \(self(value))]"
    case .nullable(let value): "\(self(value))?"
    case .named(let name): self(name)
    }
  }

  /// A generated type with the types that it is nested in.
  func callAsFunction(_ name: TypeName) -> Code { .joined(name.path.map { "\($0)" }, separator: ".") }

  /// The type of a property or argument, with its optionality.
  func callAsFunction(_ property: PlannedProperty) -> Code {
    property.isOptional ? "\(self(property.type))?" : self(property.type)
  }

  /// A value.
  func callAsFunction(_ literal: PlannedLiteral) -> Code {
    switch literal {
    case .string(let text): "\(StringLiteral(text))"
    case .bool(let value): value ? "true" : "false"
    case .number(let digits): .number(digits)
    case .member(let name): ".\(Code.plain(name))"
    case .array(let elements): "[\(.joined(elements.map { self($0) }))]"
    case .emptyMap: "[:]"
    case .verbatim(let type, let text): "\(self(type))(verbatim: \(StringLiteral(text)))"
    case .empty(let type): "\(self(type))()"
    }
  }
}

extension TypeReference {
  /// Whether Foundation declares the type, or one inside it.
  var needsFoundation: Bool {
    switch self {
    case .decimal, .date, .uuid, .url, .data: true
    case .stringEncoded(let type), .array(let type), .map(let type), .nullable(let type): type.needsFoundation
    default: false
    }
  }
}
