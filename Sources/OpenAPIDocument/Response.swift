import RecastDiagnostics
import RecastYAMLReader

/// The Response Object.
package struct Response: Sendable {
  /// A response with the status code that it answers with.
  package struct Keyed: Sendable {
    /// A code such as `200`, a range such as `2XX`, or `default`.
    package var status: String
    /// The response.
    package var response: Referenced<Response>
    /// Where the status code was written.
    package var span: SourceSpan

    /// Whether the status code says that the call succeeded.
    package var isSuccess: Bool { status.hasPrefix("2") }
  }

  /// What the response means, CommonMark.
  package var description: String?
  /// The content types of the body, in document order; empty when there is no body.
  package var content: [MediaType]
  /// Where the response was described.
  package var span: SourceSpan
}

extension Response.Keyed {
  init?(reading entry: YAMLEntry, _ reader: inout NodeReader) {
    guard !entry.key.hasPrefix("x-") else { return nil }
    status = entry.key.uppercased() == "DEFAULT" ? "default" : entry.key.uppercased()
    span = entry.keySpan
    guard let response = Response.referenced(reading: entry.value, &reader) else { return nil }
    self.response = response
  }
}

extension Response {
  static func referenced(reading node: YAMLNode, _ reader: inout NodeReader) -> Referenced<Response>? {
    reader.referenced(node, .responses) { Response(reading: $0, &$1) }
  }

  init(reading node: YAMLNode, _ reader: inout NodeReader) {
    reader.checkKeys(of: node, .response)
    description = reader.text(node, "description")
    content = MediaType.list(reading: node["content"], &reader)
    span = node.span
  }
}
