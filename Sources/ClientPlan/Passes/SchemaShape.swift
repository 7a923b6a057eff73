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
  /// An array; no schema stands for any element.
  case array(SchemaOrReference?)
  /// A type that exists already, with the only value that is allowed here.
  case primitive(TypeReference, constant: YAMLNode?)
  /// Any value.
  case any

  /// Whether the shape needs a declaration.
  var isDeclared: Bool {
    switch self {
    case .object, .enumeration, .union: true
    default: false
    }
  }
}

/// A shape with what holds beside it.
struct ShapedSchema {
  /// The merged schema that the shape was read from.
  var schema: Schema
  /// The shape.
  var shape: SchemaShape
  /// Whether null is allowed.
  var nullable: Bool

  /// Whether the shape is that of an enumeration.
  var isEnumeration: Bool {
    if case .enumeration = shape { true } else { false }
  }
}

extension TypePlanner {
  /// Decides what a schema comes out as.
  ///
  /// - Parameter component: the name of the component that the schema is, if it is one.
  mutating func shaped(_ written: Schema, component: String? = nil) -> ShapedSchema {
    guard enter(at: written.span) else {
      return ShapedSchema(schema: Schema(span: written.span), shape: .any, nullable: written.nullable)
    }
    defer { leave() }
    var nullable = written.nullable
    if let (component, constant) = soleReference(of: written) {
      return ShapedSchema(schema: written, shape: .component(component, constant: constant), nullable: nullable)
    }
    let schema = merging.merged(written, component: component, &index, log: &log)
    nullable = schema.nullable
    let alternatives = schema.oneOf + schema.anyOf
    let stated = alternatives.filter { !$0.isNull }
    if stated.count < alternatives.count { nullable = true }
    if schema.hasLostAlternatives {
      log.warning(
        .unexpressedComposition,
        "several lists of alternatives in one `allOf` are not generated yet",
        at: schema.span,
        label: "read as any value"
      )
      return ShapedSchema(schema: schema, shape: .any, nullable: nullable)
    }
    if !stated.isEmpty, schema.properties.isEmpty {
      if stated.count == 1, let only = stated.first {
        var wrapper = Schema(span: schema.span)
        wrapper.allOf = [only]
        wrapper.nullable = nullable
        wrapper.description = schema.description
        return shaped(wrapper)
      }
      return ShapedSchema(schema: schema, shape: .union(stated), nullable: nullable)
    }
    if !stated.isEmpty {
      log.warning(
        .unexpressedComposition,
        "alternatives beside properties are not generated as a union yet",
        at: stated[0].span,
        label: "members of the alternatives are kept, but have no property"
      )
    }
    return ShapedSchema(schema: schema, shape: plainShape(schema), nullable: nullable)
  }

  /// The component that a schema stands for, when it says nothing of its own but what documents or narrows it.
  private mutating func soleReference(of schema: Schema) -> (component: String, constant: YAMLNode?)? {
    let parts = schema.allOf.filter { !$0.onlyDocuments }
    guard parts.count == 1, case .reference(let reference, _) = parts[0],
      schema.properties.isEmpty, schema.required.isEmpty, schema.items == nil, schema.oneOf.isEmpty,
      schema.anyOf.isEmpty, schema.extensions.type == nil
    else { return nil }
    if case .schema = schema.additionalProperties { return nil }
    guard let component = index.schema(reference, log: &log) else { return nil }
    return (component.name, schema.enumValues?.count == 1 ? schema.enumValues?.first : nil)
  }

  private mutating func plainShape(_ schema: Schema) -> SchemaShape {
    if let type = schema.extensions.type { return .primitive(.stringEncoded(type.value), constant: nil) }
    if let values = schema.enumValues, let shape = enumeration(schema, values) { return shape }
    if schema.types.count > 1 {
      return .union(
        schema.types.map { type in
          var alternative = schema
          alternative.types = [type]
          alternative.nullable = false
          alternative.enumValues = nil
          return .schema(alternative)
        }
      )
    }
    switch schema.types.first {
    case .object: return object(schema)
    case .array: return .array(schema.items)
    case .string: return .primitive(Self.stringType(schema.format), constant: nil)
    case .integer: return .primitive(Self.integerType(schema.format), constant: nil)
    case .number: return .primitive(Self.numberType(schema.format), constant: nil)
    case .boolean: return .primitive(.bool, constant: nil)
    case nil:
      if case .schema = schema.additionalProperties { return object(schema) }
      return schema.format == nil ? .any : .primitive(Self.stringType(schema.format), constant: nil)
    }
  }

  private func object(_ schema: Schema) -> SchemaShape {
    guard schema.properties.isEmpty else { return .object(schema) }
    switch schema.additionalProperties {
    case .schema(let value): return .map(value)
    case .forbidden: return .object(schema)
    case .unstated, .allowed: return .map(nil)
    }
  }

  private mutating func enumeration(_ schema: Schema, _ values: [YAMLNode]) -> SchemaShape? {
    let type = schema.types.first
    if type == .string || type == nil, values.allSatisfy({ $0.scalarText != nil }),
      type == .string || values.allSatisfy({ $0.kind == .string })
    {
      if values.count == 1, type == .string || type == nil { return .primitive(.string, constant: values[0]) }
      return .enumeration(.string, values)
    }
    if values.allSatisfy({ $0.kind == .integer && $0.scalarText.flatMap { Int($0) } != nil }) {
      return .enumeration(.int, values)
    }
    if type != .boolean {
      log.warning(
        .mixedEnumeration,
        "these values are not all strings or all integers",
        at: values.first?.span ?? schema.span,
        label: "the type is generated, its values are not"
      )
    }
    return nil
  }

  private static func stringType(_ format: String?) -> TypeReference {
    switch format {
    case "date": .calendarDate
    case "date-time": .date
    case "uuid": .uuid
    case "uri", "url": .url
    case "byte": .data
    default: .string
    }
  }

  private static func integerType(_ format: String?) -> TypeReference {
    switch format {
    case "int32": .int32
    case "int64": .int64
    default: .int
    }
  }

  private static func numberType(_ format: String?) -> TypeReference {
    switch format {
    case "float": .float
    case "decimal": .decimal
    default: .double
    }
  }
}

extension SchemaOrReference {
  /// Whether the schema adds nothing to a type but words about it, or that members of it are required.
  fileprivate var onlyDocuments: Bool {
    guard case .schema(let schema) = self, schema.types.isEmpty || schema.types == [.object] else { return false }
    if case .schema = schema.additionalProperties { return false }
    return schema.properties.isEmpty && schema.enumValues == nil && schema.items == nil && schema.allOf.isEmpty
      && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.format == nil && !schema.nullable
      && schema.extensions.type == nil
  }

  /// Whether the schema allows null and nothing else.
  fileprivate var isNull: Bool {
    guard case .schema(let schema) = self else { return false }
    return schema.nullable && schema.types.isEmpty && schema.enumValues == nil && schema.properties.isEmpty
      && schema.allOf.isEmpty && schema.oneOf.isEmpty && schema.anyOf.isEmpty && schema.items == nil
  }
}

extension SchemaExtensions.TypeExtension {
  /// The type inside the string.
  fileprivate var value: TypeReference {
    switch self {
    case .stringEncodedDecimal: .decimal
    case .stringEncodedInt: .int
    case .stringEncodedBool: .bool
    }
  }
}
