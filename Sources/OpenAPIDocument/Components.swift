import RecastDiagnostics
import RecastYAMLReader

/// The Components Object: reusable parts of the document, each with its name, in document order.
package struct Components: Sendable {
  /// The kinds of component that a reference can point at.
  package enum Kind: String, Sendable, CaseIterable {
    case schemas, parameters, responses, requestBodies, headers, examples, links, callbacks, pathItems, mediaTypes
    case securitySchemes

    /// One component of the kind with its article, for messages.
    package var article: String {
      switch self {
      case .schemas: "a schema"
      case .parameters: "a parameter"
      case .responses: "a response"
      case .requestBodies: "a request body"
      case .headers: "a header"
      case .examples: "an example"
      case .links: "a link"
      case .callbacks: "a callback"
      case .pathItems: "a path item"
      case .mediaTypes: "a content type"
      case .securitySchemes: "a security scheme"
      }
    }
  }

  /// A component under its name.
  package struct Named<Object: Sendable>: Sendable {
    /// The name that references use.
    package var name: String
    /// The component.
    package var object: Object
    /// Where the name was written.
    package var span: SourceSpan
    /// Whether it stands somewhere else in the document, and got its name because something refers to it.
    package var isTarget = false
  }

  /// Reusable schemas.
  package var schemas: [Named<SchemaOrReference>] = []
  /// Reusable parameters.
  package var parameters: [Named<Referenced<Parameter>>] = []
  /// Reusable responses.
  package var responses: [Named<Referenced<Response>>] = []
  /// Reusable request bodies.
  package var requestBodies: [Named<Referenced<RequestBody>>] = []
  /// Ways to authenticate.
  package var securitySchemes: [Named<SecurityScheme>] = []
}

extension Components {
  init(reading node: YAMLNode?, _ reader: inout NodeReader) {
    self.init()
    guard let node else { return }
    reader.checkKeys(of: node, .components)
    schemas = Self.named(node, .schemas, &reader) { SchemaOrReference(reading: $0, &$1) }
    parameters = Self.named(node, .parameters, &reader) { Parameter.referenced(reading: $0, &$1) }
    responses = Self.named(node, .responses, &reader) { Response.referenced(reading: $0, &$1) }
    requestBodies = Self.named(node, .requestBodies, &reader) { RequestBody.referenced(reading: $0, &$1) }
    securitySchemes = Self.named(node, .securitySchemes, &reader) { SecurityScheme(reading: $0, &$1) }
    reader.reportPassive(node["callbacks"], "callbacks")
    reader.reportPassive(node["links"], "links")
  }

  /// Reads what references lead to beside the components, and what references in there lead to, until all is read.
  mutating func readTargets(_ reader: inout NodeReader) {
    while let next = reader.references.next() {
      let (node, name, span) = (next.node, next.target.name, next.span)
      switch next.target.kind {
      case .schemas:
        let isTarget = reader.references.inlineTarget(node) != nil
        let own = isTarget ? SchemaOrReference.schema(Schema(reading: node, &reader)) : nil
        guard let object = own ?? SchemaOrReference(reading: node, &reader) else { continue }
        schemas.append(Named(name: name, object: object, span: span))
      case .parameters:
        guard let object = Parameter.referenced(reading: node, &reader) else { continue }
        parameters.append(Named(name: name, object: object, span: span, isTarget: true))
      case .responses:
        guard let object = Response.referenced(reading: node, &reader) else { continue }
        responses.append(Named(name: name, object: object, span: span, isTarget: true))
      case .requestBodies:
        guard let object = RequestBody.referenced(reading: node, &reader) else { continue }
        requestBodies.append(Named(name: name, object: object, span: span, isTarget: true))
      case .headers, .examples, .links, .callbacks, .pathItems, .mediaTypes, .securitySchemes:
        // These are followed where they are used.
        continue
      }
    }
  }

  /// Reports components that nothing comes of because nothing refers to them.
  static func reportUnused(in node: YAMLNode?, _ reader: inout NodeReader) {
    for kind in [Kind.parameters, .requestBodies, .pathItems] {
      for entry in node?[kind.rawValue]?.entries.map({ $0 }) ?? [] {
        guard !entry.key.hasPrefix("x-"),
          !reader.references.used.contains(Reference.Target(kind: kind, name: entry.key))
        else { continue }
        reader.log.note(
          .unusedComponent,
          "nothing refers to \(kind.article) called `\(entry.key)`",
          at: entry.keySpan,
          label: "left out"
        )
      }
    }
  }

  private static func named<Object>(
    _ node: YAMLNode,
    _ kind: Kind,
    _ reader: inout NodeReader,
    read: (YAMLNode, inout NodeReader) -> Object?
  ) -> [Named<Object>] {
    reader.entries(node[kind.rawValue], "`\(kind.rawValue)`").compactMap { entry in
      read(entry.value, &reader).map { Named(name: entry.key, object: $0, span: entry.keySpan) }
    }
  }
}
