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

    /// The status codes that the response answers with; `nil` for `default`.
    package var codes: ClosedRange<Int>?
  }

  /// What the response means, CommonMark.
  package var description: String?
  /// The content types of the body, in document order; empty when there is no body.
  package var content: [MediaType]
  /// The header fields of the answer, in document order.
  package var headers: [Header] = []
  /// Where the response was described.
  package var span: SourceSpan
}

extension Response.Keyed {
  init?(reading entry: YAMLEntry, _ reader: inout NodeReader) {
    guard !entry.key.hasPrefix("x-") else { return nil }
    status = entry.key.uppercased() == "DEFAULT" ? "default" : entry.key.uppercased()
    span = entry.keySpan
    codes = Self.codes(status)
    if codes == nil, status != "default" {
      reader.log.warning(
        .unknownStatus,
        "`\(entry.key)` is no status code",
        at: entry.keySpan,
        label: "left out",
        help: "write a code such as `200`, a range such as `2XX`, or `default`"
      )
      return nil
    }
    // A response that says nothing, or no more than what it means, has no content.
    if entry.value.kind == .mapping {
      guard let response = Response.referenced(reading: entry.value, &reader) else { return nil }
      self.response = response
    } else {
      if !entry.value.items.isEmpty {
        reader.unexpected(entry.value, wanted: "a response", label: "read as one without content")
      }
      var response = Response(reading: entry.value, &reader)
      response.description = entry.value.isNull ? nil : entry.value.scalarText
      self.response = .object(response)
    }
  }

  private static func codes(_ status: String) -> ClosedRange<Int>? {
    if let code = Int(status), (100...599).contains(code) { return code...code }
    guard status.count == 3, status.hasSuffix("XX"), let hundreds = status.first?.wholeNumberValue,
      (1...5).contains(hundreds)
    else { return nil }
    return hundreds * 100...hundreds * 100 + 99
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
    headers = Header.list(reading: node["headers"], &reader)
    span = node.span
    reader.reportPassive(node["links"], "links")
  }
}
