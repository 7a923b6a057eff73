import RecastDiagnostics
import RecastYAMLReader

/// An OpenAPI document as it was written: normalised over the versions of the format, references unresolved.
package struct Document: Sendable {
  /// Title, version and description of the API.
  package var info: Info
  /// Base URLs, in document order.
  package var servers: [Server]
  /// Paths with their operations, in document order.
  package var paths: [PathItem]
  /// Reusable objects.
  package var components: Components
  /// The security requirements of operations that state none of their own; `nil` when the document states none.
  package var security: [SecurityRequirement]?
  /// Tags with descriptions, in document order.
  package var tags: [Tag]
  /// Where people read more.
  package var externalDocs: ExternalDocumentation?
  /// The generator's own extensions at the root of the document.
  package var scope: ScopeExtension?
  /// Whether any value travels in one direction only: `readOnly` or `writeOnly`.
  package var hasOneWayMembers = false
}

/// The Info Object: what the API is called.
package struct Info: Sendable {
  /// The API's name.
  package var title: String?
  /// What the API is for, CommonMark.
  package var description: String?
}

/// The Tag Object: a group of operations.
package struct Tag: Sendable {
  /// The name that operations refer to.
  package var name: String
  /// What the group is about, CommonMark.
  package var description: String?
  /// Where people read more.
  package var externalDocs: ExternalDocumentation?
}

extension Info {
  init(reading node: YAMLNode?, _ reader: inout NodeReader) {
    guard let node else { return }
    reader.checkKeys(of: node, .info)
    title = reader.text(node, "title")
    description = reader.text(node, "description")
  }
}

extension Tag {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    // Rails generators write bare strings where the format wants objects; both say the same.
    if let name = node.string {
      self.init(name: name, description: nil)
      return
    }
    reader.checkKeys(of: node, .tag)
    guard let name = reader.text(node, "name") else { return nil }
    self.init(
      name: name,
      description: reader.text(node, "description"),
      externalDocs: ExternalDocumentation(reading: node["externalDocs"], &reader)
    )
  }
}
