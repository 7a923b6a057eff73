import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

extension TypePlanner {
  /// Plans the members of an object schema.
  mutating func object(_ schema: Schema, _ name: TypeName) -> PlannedObject {
    var scope = NameScope(reserved: ReservedWords.properties)
    let required = Set(schema.required.map(\.name))
    let properties = schema.properties.map { property in
      plan(property, required: required.contains(property.name), in: name, &scope)
    }
    reportUnknownRequired(schema)
    var additional: TypeReference?
    if case .schema(let value) = schema.additionalProperties {
      let use = use(of: value, hint: NameHint(name: Identifier("AdditionalProperty"), parent: name))
      additional = use.nullable ? .nullable(use.type) : use.type
    }
    return PlannedObject(properties: properties, additional: additional)
  }

  private mutating func plan(
    _ property: Schema.Property,
    required: Bool,
    in parent: TypeName,
    _ scope: inout NameScope
  ) -> PlannedProperty {
    let hint = NameHint(name: SwiftName.type(property.name), parent: parent)
    let use = use(of: property.schema, hint: hint)
    var wanted = SwiftName.value(property.name)
    if case .schema(let schema) = property.schema, let name = schema.extensions.name { wanted = SwiftName.value(name) }
    let presence: PlannedProperty.Presence =
      switch (required, use.nullable) {
      case (true, false): .required
      case (true, true): .requiredNullable
      case (false, false): .optional
      case (false, true): .optionalNullable
      }
    let value = literal(use.constant.map { required ? $0 : nil } ?? property.schema.defaultValue, use.type)
    return PlannedProperty(
      wireName: property.name,
      name: scope.claim(wanted, else: [wanted.appending(Identifier("Value"))]),
      type: use.type,
      presence: presence,
      defaultValue: value,
      isConstant: required && use.constant != nil && value != nil,
      origins: property.origins,
      documentation: documentation(of: property.schema)
    )
  }

  /// What is said where the schema is used, or else about the schema itself.
  private func documentation(of schema: SchemaOrReference) -> Documentation {
    var documentation = Documentation(of: schema)
    guard documentation.paragraphs.isEmpty else { return documentation }
    let reference: Reference? =
      switch schema {
      case .reference(let reference, _): reference
      case .schema(let schema):
        if case .reference(let reference, _)? = schema.allOf.first { reference } else { nil }
      }
    let target = reference?.componentName(in: .schemas).flatMap(component)
    documentation.paragraphs = [target?.description].compactMap { $0 }
    return documentation
  }

  private mutating func reportUnknownRequired(_ schema: Schema) {
    let known = Set(schema.properties.map(\.name))
    let unknown = schema.required.filter { !known.contains($0.name) }
    for (position, name) in unknown.enumerated() {
      log.warning(
        .requiredWithoutProperty,
        "`\(name.name)` is required, but is not a property",
        at: name.span,
        label: "kept with the unknown members",
        // A search through all names for each of them would take long, and nobody reads that far.
        help: position < 20 ? Suggestion.help(for: name.name, in: known) : nil
      )
    }
  }

  /// A value of the document in Swift, if it is one of the given type.
  func literal(_ node: YAMLNode?, _ type: TypeReference) -> PlannedLiteral? {
    guard let node, let text = node.scalarText, !node.isNull else { return nil }
    switch type {
    case .string: return node.kind == .string ? .string(text) : nil
    case .bool: return node.bool.map { .bool($0) }
    case .int, .int32, .int64:
      return node.kind == .integer ? Int32(text).map { .number(String($0)) } : nil
    case .double, .float, .decimal:
      guard node.kind == .integer || node.kind == .float, let number = Double(text), number.isFinite else { return nil }
      return .number("\(number)")
    case .named(let name):
      guard case .enumeration(let enumeration)? = declared[name]?.kind else { return nil }
      return enumeration.cases.first { $0.rawValue == text }.map { .member($0.name) }
    default: return nil
    }
  }
}

extension SchemaOrReference {
  /// The value that the server assumes when none is sent.
  fileprivate var defaultValue: YAMLNode? {
    guard case .schema(let schema) = self else { return nil }
    return schema.defaultValue
  }
}

extension Documentation {
  /// What is said about a use of a schema.
  init(of schema: SchemaOrReference) {
    switch schema {
    case .schema(let schema): self.init(of: schema)
    case .reference(_, let siblings):
      self.init(paragraphs: [siblings.description].compactMap { $0 }, deprecated: siblings.deprecated)
    }
  }
}
