import RecastDiagnostics
import RecastOpenAPIDocument
import RecastYAMLReader

/// What a schema comes out as, before any name is given.
enum SchemaShape {
  /// Another component, with the only value that is allowed here.
  case component(String, constant: YAMLNode?)
  /// A struct.
  case object(Schema)
  /// A dictionary; no schema stands for any value.
  case map(SchemaOrReference?)
  /// An enumeration of the values.
  case enumeration(PlannedEnumeration.RawType, [YAMLNode])
  /// An enum with payloads.
  case union([SchemaOrReference])
  /// An enum with the components that include this one, and itself for all others.
  case family([SchemaOrReference], base: Schema)
  /// An array; no schema stands for any element.
  case array(SchemaOrReference?)
  /// A type that exists already, with the only value that is allowed here.
  case primitive(TypeReference, constant: YAMLNode?)
  /// Any value.
  case any

  /// Whether the shape needs a declaration.
  var isDeclared: Bool {
    switch self {
    case .object, .enumeration, .union, .family: true
    default: false
    }
  }

  /// Whether the shape is one of several alternatives.
  var isUnion: Bool {
    switch self {
    case .union, .family: true
    default: false
    }
  }
}

/// A shape with what holds beside it. It is handed around a lot, so it is one reference.
final class ShapedSchema: Sendable {
  /// The merged schema that the shape was read from.
  let schema: Schema
  /// The shape.
  let shape: SchemaShape
  /// Whether null is allowed.
  let nullable: Bool

  init(schema: Schema, shape: SchemaShape, nullable: Bool) {
    self.schema = schema
    self.shape = shape
    self.nullable = nullable
  }

  /// The same schema with another shape.
  func reshaped(_ shape: SchemaShape) -> ShapedSchema {
    ShapedSchema(schema: schema, shape: shape, nullable: nullable)
  }

  /// Whether the shape is that of an enumeration.
  var isEnumeration: Bool {
    if case .enumeration = shape { true } else { false }
  }
}

extension TypePlanner {
  /// Decides what a schema comes out as.
  ///
  /// - Parameter component: the name of the component that the schema is, if it is one.
  mutating func decidedShape(_ written: Schema, component: String?) -> ShapedSchema {
    guard enter(at: written.span) else {
      return ShapedSchema(schema: Schema(span: written.span), shape: .any, nullable: written.nullable)
    }
    defer { leave() }
    if let component, let type = overrides.take(.schemaType, component)?.type {
      return ShapedSchema(schema: written, shape: .primitive(type, constant: nil), nullable: written.nullable)
    }
    if let (target, constant) = soleReference(of: written), !isChild(component, of: target) {
      return ShapedSchema(
        schema: written,
        shape: .component(target, constant: constant),
        nullable: written.nullable || written.allOf.contains(where: \.isNullableHere)
      )
    }
    guard affords(written) else { return ShapedSchema(schema: written, shape: .any, nullable: written.nullable) }
    let schema = merging.merged(written, component: component, &index, log: &log)
    if let component, let family = family(of: component, written, schema) {
      return ShapedSchema(schema: schema, shape: .family(family.children, base: family.base), nullable: schema.nullable)
    }
    if schema.oneOf.isEmpty || schema.oneOf.allSatisfy(\.onlyConstrains) || schema.extensions.type != nil {
      return ShapedSchema(schema: schema, shape: plainShape(schema), nullable: schema.nullable)
    }
    return alternativesShape(schema)
  }

  private mutating func alternativesShape(_ schema: Schema) -> ShapedSchema {
    let alternatives = flattened(distributedAlternatives(of: schema))
    if alternatives.count == 1, let only = alternatives.first {
      var wrapper = Schema(span: schema.span)
      wrapper.allOf = [only]
      wrapper.nullable = schema.nullable
      wrapper.description = schema.description
      let shaped = shaped(wrapper, component: nil)
      guard let defaultValue = schema.defaultValue else { return shaped }
      var inner = shaped.schema
      inner.defaultValue = defaultValue
      return ShapedSchema(schema: inner, shape: shaped.shape, nullable: shaped.nullable)
    }
    // A union that is met inside itself is not looked into again.
    guard beingShaped.insert(schema.span).inserted else {
      return ShapedSchema(schema: schema, shape: .union([]), nullable: schema.nullable)
    }
    defer { beingShaped.remove(schema.span) }
    if let (shape, schema) = commonShape(of: alternatives, schema) {
      return ShapedSchema(schema: schema, shape: shape, nullable: schema.nullable)
    }
    return ShapedSchema(schema: schema, shape: .union(alternatives), nullable: schema.nullable)
  }

  /// The component that a schema stands for, when it says nothing of its own but what documents or narrows it.
  private mutating func soleReference(of schema: Schema) -> (component: String, constant: YAMLNode?)? {
    let parts = schema.allOf.filter { !$0.onlyDocuments }
    guard parts.count == 1, case .reference(let reference, _) = parts[0],
      schema.properties.isEmpty, schema.required.isEmpty, schema.items == nil, schema.tupleItems.isEmpty,
      schema.conditional.isEmpty, (schema.oneOf + schema.anyOf).allSatisfy(\.onlyConstrains),
      schema.extensions.type == nil, schema.extensions.factories == nil, schema.extensions.optional.isEmpty
    else { return nil }
    if case .schema = schema.additionalProperties { return nil }
    guard let component = index.schema(reference, log: &log) else { return nil }
    return (component.name, schema.enumValues?.count == 1 ? schema.enumValues?.first : nil)
  }

  /// The shape of a schema without alternatives.
  mutating func plainShape(_ schema: Schema) -> SchemaShape {
    if let type = schema.extensions.type { return .primitive(type.reference(for: schema), constant: nil) }
    if let values = schema.enumValues, let shape = enumeration(schema, values) { return shape }
    if schema.types.count > 1 { return severalTypes(schema) }
    if let format = schema.format, ![.array, .object].contains(schema.types.first),
      let type = overrides.take(.formatType, format)?.type
    {
      return .primitive(type, constant: nil)
    }
    switch schema.types.first {
    case .object: return object(schema)
    case .array: return array(schema)
    case .string: return .primitive(PrimitiveTypes.string(schema), constant: nil)
    case .integer: return .primitive(PrimitiveTypes.integer(schema.format), constant: nil)
    case .number: return .primitive(PrimitiveTypes.number(schema.format), constant: nil)
    case .boolean: return .primitive(.bool, constant: nil)
    case nil:
      if case .schema = schema.additionalProperties { return object(schema) }
      return PrimitiveTypes.meant(by: schema).map { .primitive($0, constant: nil) } ?? .any
    }
  }

  private mutating func severalTypes(_ schema: Schema) -> SchemaShape {
    // Every integer is a number, so the pair says no more than `number` does.
    var types = schema.types
    if types.contains(.number) { types.removeAll { $0 == .integer } }
    let alternatives = types.map { type -> SchemaOrReference in
      var alternative = schema
      alternative.types = [type]
      alternative.nullable = false
      alternative.enumValues = nil
      alternative.title = nil
      if type != .string { alternative.format = nil }
      return .schema(alternative)
    }
    if alternatives.count == 1, case .schema(let only) = alternatives[0] { return plainShape(only) }
    return .union(alternatives)
  }

  private func object(_ schema: Schema) -> SchemaShape {
    guard schema.properties.isEmpty else { return .object(schema) }
    switch schema.additionalProperties {
    case .schema(let value): return .map(value)
    case .forbidden: return .object(schema)
    case .unstated, .allowed: return .map(nil)
    }
  }

  /// The elements of a tuple are of any of its types: Swift's tuples can neither be hashed nor encoded.
  private mutating func array(_ schema: Schema) -> SchemaShape {
    guard let first = schema.tupleItems.first else { return .array(schema.items) }
    log.warning(
      .tupleAsArray,
      "a tuple is generated as an array",
      at: first.span,
      label: "elements are not told apart by their position"
    )
    var element = Schema(span: schema.span)
    element.anyOf = schema.tupleItems + [schema.items].compactMap { $0 }
    return .array(element.anyOf.count == 1 ? first : .schema(element))
  }
}

extension SchemaOrReference {
  /// Whether the schema adds nothing to a type but words about it, that members of it are required, or that there may
  /// be null instead.
  var onlyDocuments: Bool {
    guard case .schema(let schema) = self, schema.types.isEmpty || schema.types == [.object] else { return false }
    if case .schema = schema.additionalProperties { return false }
    return schema.properties.isEmpty && schema.enumValues == nil && schema.items == nil && schema.allOf.isEmpty
      && schema.tupleItems.isEmpty && schema.conditional.isEmpty && schema.format == nil
      && (schema.oneOf + schema.anyOf).allSatisfy(\.onlyConstrains) && schema.extensions.type == nil
  }
}

extension SchemaExtensions.TypeExtension {
  /// The type in Swift. Booleans are spelled as the document's values are.
  fileprivate func reference(for schema: Schema) -> TypeReference {
    switch self {
    case .stringEncodedDecimal: .stringEncoded(.decimal)
    case .stringEncodedInt: .stringEncoded(.int)
    case .stringEncodedBool: .stringEncoded(schema.hasLetters ? .letterBool : .bool)
    case .stringEncodedLetterBool: .stringEncoded(.letterBool)
    case .budgetTable: .budgetTable
    case .csvText: .csvText
    }
  }
}

extension Schema {
  /// Whether the only values are `T` and `F`.
  fileprivate var hasLetters: Bool {
    let values = (enumValues ?? []).filter { !$0.isNull }.map(\.scalarText)
    return !values.isEmpty && values.allSatisfy { ["T", "F"].contains($0) }
  }
}
