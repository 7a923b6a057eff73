import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

extension TypePlanner {
  /// Plans the members of an object schema.
  mutating func object(_ schema: Schema, _ name: TypeName) -> PlannedObject {
    var scope = NameScope(
      reserved: ReservedWords.properties,
      kept: known.names(.member, in: name.path, of: schema.properties.lazy.map(\.name))
    )
    let required = Set(schema.required.map(\.name)).subtracting(schema.extensions.optional.map(\.name))
    let properties = schema.properties.map { property in
      plan(property, required: required.contains(property.name), in: name, &scope)
    }
    keep(scope.contested(among: properties.lazy.map { ($0.wireName, $0.name) }), .member, in: name.path)
    reportUnknownRequired(schema)
    reportUnknownOptional(schema)
    var additional: TypeReference?
    if case .schema(let value) = schema.additionalProperties {
      let use = use(of: value, hint: NameHint(name: Identifier("AdditionalProperty"), parent: name))
      additional = use.nullable ? .nullable(use.type) : use.type
    }
    var object = PlannedObject(properties: properties, additional: additional)
    if case .forbidden = schema.additionalProperties { object.isClosed = true }
    if let factories = schema.extensions.factories { planFactories(factories, of: &object, name) }
    return object
  }

  private mutating func plan(
    _ property: Schema.Property,
    required: Bool,
    in parent: TypeName,
    _ scope: inout NameScope
  ) -> PlannedProperty {
    let hint = NameHint(text: property.name, parent: parent)
    // Most configurations decide nothing, and keys are many.
    let key = overrides.isEmpty ? "" : "\(parent.path.map(\.text).joined(separator: ".")).\(property.name)"
    var (use, said) = looked(at: property.schema, hint)
    if let type = overrides.take(.propertyType, key)?.type { use = TypeUse(type: type, nullable: use.nullable) }
    let chosen = overrides.take(.propertyName, key)?.text ?? said.name
    let wanted = chosen.map(SwiftName.value) ?? memberName(property.name)
    let presence: PlannedProperty.Presence =
      switch (required && !oneWay.contains(property), use.nullable) {
      case (true, false): .required
      case (true, true): .requiredNullable
      case (false, false): .optional
      case (false, true): .optionalNullable
      }
    let constant = required ? literal(use.constant, use.type) : nil
    let initial =
      constant.map { PlannedDefault(literal: $0) } ?? plannedDefault(said.defaultValue, use.type)
    var documentation = said.documentation
    documentation.paragraphs += [initial.note].compactMap { $0 }
    return PlannedProperty(
      wireName: property.name,
      name: scope.claim(
        wanted,
        else: [wanted.appending(Identifier("Value"))],
        for: chosen ?? property.name,
        isChosen: chosen != nil
      ),
      type: use.type,
      presence: presence,
      defaultValue: initial.literal,
      isConstant: constant != nil,
      origins: property.origins,
      documentation: documentation
    )
  }

  /// The type of a member, and what is said about the member itself: all at once, because each look at a schema is a
  /// copy of it.
  private mutating func looked(at schema: SchemaOrReference, _ hint: NameHint) -> (TypeUse, SaidOfMember) {
    switch schema {
    case .schema(let schema):
      var said = SaidOfMember(
        name: schema.extensions.name,
        defaultValue: schema.defaultValue,
        documentation: Documentation(of: schema)
      )
      if case .reference(let reference, _)? = schema.allOf.first { document(&said, reference) }
      return (use(of: schema, hint: hint), said)
    case .reference(let reference, let siblings):
      var said = SaidOfMember(defaultValue: siblings.defaultValue, documentation: Documentation(of: siblings))
      document(&said, reference)
      return (use(of: schema, hint: hint), said)
    }
  }

  /// What is said about the schema itself counts where nothing is said about its use.
  private func document(_ said: inout SaidOfMember, _ reference: Reference) {
    guard said.documentation.paragraphs.isEmpty, let name = reference.componentName(in: .schemas) else { return }
    said.documentation.paragraphs = [component(name)?.description].compactMap { $0 }
  }

  private mutating func reportUnknownOptional(_ schema: Schema) {
    let known = schema.properties.map(\.name)
    for optional in schema.extensions.optional where !known.contains(optional.name) {
      log.warning(
        .unusableConvention,
        "there is no member `\(optional.name)` to be optional",
        at: optional.span,
        label: "without effect",
        help: Suggestion.help(for: optional.name, in: known)
      )
    }
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
}

/// What is said about a member beside its type.
private struct SaidOfMember {
  /// The name that overlays give it.
  var name: String?
  /// The value that the server assumes when none is sent.
  var defaultValue: YAMLNode?
  var documentation: Documentation
}

extension Documentation {
  /// What is said about a use of a schema.
  init(of schema: SchemaOrReference) {
    switch schema {
    case .schema(let schema): self.init(of: schema)
    case .reference(_, let siblings): self.init(of: siblings)
    }
  }

  /// What is said beside a reference.
  fileprivate init(of siblings: SchemaOrReference.Siblings) {
    self.init(paragraphs: [siblings.description].compactMap { $0 }, deprecated: siblings.deprecated)
    addDirection(readOnly: siblings.readOnly, writeOnly: siblings.writeOnly)
  }
}
