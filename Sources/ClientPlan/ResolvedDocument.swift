import RecastDiagnostics
import RecastOpenAPIDocument

/// A document whose references can be followed and whose schemas can be seen whole, for stages that compare documents.
///
/// What is odd about the document is said where a client is planned, so nothing is reported here.
package struct ResolvedDocument {
  /// The document as it was written.
  package let document: Document

  private var index: ComponentIndex
  private var merging = SchemaMerging()
  private var merged: [String: Schema] = [:]
  private var log = DiagnosticLog()

  /// Nothing is followed before it is asked for.
  package init(_ document: Document) {
    self.document = document
    index = ComponentIndex(document.components)
  }

  /// The parameter, behind however many references.
  package mutating func parameter(_ referenced: Referenced<Parameter>) -> Parameter? {
    index.parameter(referenced, log: &log)
  }

  /// The response, behind however many references.
  package mutating func response(_ referenced: Referenced<Response>) -> Response? {
    index.response(referenced, log: &log)
  }

  /// The request body, behind however many references.
  package mutating func requestBody(_ referenced: Referenced<RequestBody>) -> RequestBody? {
    index.requestBody(referenced, log: &log)
  }

  /// The schema behind however many references, with `allOf` merged and what stands beside the references applied.
  package mutating func schema(_ written: SchemaOrReference) -> ResolvedSchema {
    var current = written
    var siblings: [SchemaOrReference.Siblings] = []
    var component: String?
    var seen: Set<String> = []
    while case .reference(let reference, let beside) = current {
      siblings.append(beside)
      guard let named = index.schema(reference, log: &log), seen.insert(named.name).inserted else {
        return ResolvedSchema(schema: Schema(span: written.span), written: Schema(span: written.span), component: nil)
      }
      component = named.name
      current = named.object
    }
    guard case .schema(let own) = current else {
      return ResolvedSchema(schema: Schema(span: written.span), written: Schema(span: written.span), component: nil)
    }
    var schema = whole(own, component: component)
    // What stands beside the first reference counts most.
    for beside in siblings.reversed() { schema.apply(beside) }
    return ResolvedSchema(schema: schema, written: own, component: component)
  }

  /// The schema component of a name.
  package func component(named name: String) -> SchemaOrReference? { index.schema(named: name)?.object }

  private mutating func whole(_ own: Schema, component: String?) -> Schema {
    if let component, let known = merged[component] { return known }
    var schema = merging.merged(own, component: component, &index, log: &log)
    // One alternative that is left when null is taken out is no choice.
    if schema.oneOf.count == 1, let only = schema.oneOf.first {
      let allowsNull = schema.nullable
      schema.oneOf = []
      schema.allOf = [only]
      schema = merging.merged(schema, &index, log: &log)
      schema.nullable = allowsNull
    }
    if let component { merged[component] = schema }
    return schema
  }
}

/// A schema as it is behind references and `allOf`.
package struct ResolvedSchema {
  /// The schema: at most one list of alternatives, `oneOf`, and no `allOf`.
  package var schema: Schema
  /// The schema as it was written, behind references.
  package var written: Schema
  /// The name of the component that the schema is, if it is one.
  package var component: String?
}

/// The pieces of a path template that matter on the wire: two templates that differ in the names of their parameters
/// alone describe the same paths.
package struct PathShape: Hashable, Sendable {
  /// The text around the parameters.
  package let literals: [String]
  /// The names of the parameters from left to right.
  package let parameters: [String]

  /// Reads a template, in whatever way it marks its parameters.
  package init(_ template: String) {
    let template = PathTemplate(template)
    parameters = template.parameters
    var literals = [""]
    for piece in template.pieces {
      switch piece {
      case .literal(let text): literals[literals.count - 1] += text
      case .parameter: literals.append("")
      }
    }
    self.literals = literals
  }

  package static func == (left: PathShape, right: PathShape) -> Bool { left.literals == right.literals }

  package func hash(into hasher: inout Hasher) { hasher.combine(literals) }
}

extension Schema {
  /// Takes over what stands beside a reference to the schema.
  fileprivate mutating func apply(_ beside: SchemaOrReference.Siblings) {
    description = beside.description ?? description
    nullable = nullable || beside.nullable
    deprecated = deprecated || beside.deprecated
    readOnly = readOnly || beside.readOnly
    writeOnly = writeOnly || beside.writeOnly
    defaultValue = beside.defaultValue ?? defaultValue
  }
}
