import RecastYAMLReader

/// The External Documentation Object: where people read more.
package struct ExternalDocumentation: Sendable {
  /// What is there, CommonMark.
  package var description: String?
  /// The address.
  package var url: String
}

extension ExternalDocumentation {
  init?(reading node: YAMLNode?, _ reader: inout NodeReader) {
    guard let node, node.kind == .mapping, let url = reader.text(node, "url"), !url.isEmpty else { return nil }
    self.url = url
    description = reader.text(node, "description")
  }
}
