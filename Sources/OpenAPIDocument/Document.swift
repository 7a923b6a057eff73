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
  /// The generator's own extensions at the root of the document.
  package var scope: ScopeExtension?
}

/// The Info Object: what the API is called.
package struct Info: Sendable {
  /// The API's name.
  package var title: String?
  /// What the API is for, CommonMark.
  package var description: String?
}

/// The Server Object: a base URL.
package struct Server: Sendable {
  /// The URL, absolute or relative, possibly a template such as `https://{region}.example.com`.
  package var url: String
  /// Values that replace `{name}` in the URL when nobody says otherwise.
  package var variableDefaults: [(name: String, value: String)]
  /// Where the URL was written.
  package var span: SourceSpan

  /// The URL with every variable replaced by its default.
  package var defaultURL: String {
    variableDefaults.reduce(url) { $0.replacing("{\($1.name)}", with: $1.value) }
  }
}

/// The Tag Object: a group of operations.
package struct Tag: Sendable {
  /// The name that operations refer to.
  package var name: String
  /// What the group is about, CommonMark.
  package var description: String?
}

extension Info {
  init(reading node: YAMLNode?, _ reader: inout NodeReader) {
    guard let node else { return }
    reader.checkKeys(of: node, .info)
    title = reader.text(node, "title")
    description = reader.text(node, "description")
  }
}

extension Server {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    reader.checkKeys(of: node, .server)
    guard let entry = node.entry("url"), let url = entry.value.scalarText else {
      reader.log.warning(
        .invalidDocument,
        "a server has no `url`",
        at: node.span,
        help: "add a `url` or remove the entry"
      )
      return nil
    }
    self.url = url
    self.span = entry.value.span
    self.variableDefaults = reader.entries(node["variables"], "the server's variables").compactMap { variable in
      guard let value = variable.value["default"]?.scalarText else { return nil }
      return (variable.key, value)
    }
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
    self.init(name: name, description: reader.text(node, "description"))
  }
}
