import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument

/// Tells the schemas of a document apart, so that each pair of them is compared once.
///
/// The place alone is not enough: parts that are put together out of several have the place of one of them.
struct SchemaKey: Hashable {
  private let span: SourceSpan
  private let parts: [SourceSpan]
  private let sizes: [Int]
  private let flags: [Bool]
  private let defaultValue: SourceSpan?

  init(_ resolved: ResolvedSchema) {
    let (schema, written) = (resolved.schema, resolved.written)
    span = written.span
    parts = written.allOf.map(\.span)
    sizes = [schema.properties.count, schema.oneOf.count, schema.types.count, written.anyOf.count]
    flags = [schema.nullable, schema.deprecated, schema.readOnly, schema.writeOnly]
    defaultValue = schema.defaultValue?.span
  }
}

/// A schema of the old document and the one that takes its place in the new one.
struct SchemaPair: Hashable {
  var old: SchemaKey
  var new: SchemaKey
}
