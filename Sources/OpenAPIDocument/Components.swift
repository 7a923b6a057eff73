import RecastDiagnostics
import RecastYAMLReader

/// The Components Object: reusable parts of the document, each with its name, in document order.
package struct Components: Sendable {
  /// The kinds of component that a reference can point at.
  package enum Kind: String, Sendable {
    case schemas, parameters, responses, requestBodies, securitySchemes
  }

  /// A component under its name.
  package struct Named<Object: Sendable>: Sendable {
    /// The name that references use.
    package var name: String
    /// The component.
    package var object: Object
    /// Where the name was written.
    package var span: SourceSpan
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
