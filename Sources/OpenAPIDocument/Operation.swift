import RecastDiagnostics
import RecastYAMLReader

/// The Operation Object: one method of one path.
package struct Operation: Sendable {
  /// The HTTP method.
  package var method: Method
  /// The key that introduces the operation.
  package var span: SourceSpan
  /// The unique name that the document gives the operation.
  package var operationID: String?
  /// One line about the operation.
  package var summary: String?
  /// More about the operation, CommonMark.
  package var description: String?
  /// The names of the groups that the operation belongs to.
  package var tags: [String]
  /// Whether callers should stop using the operation.
  package var deprecated: Bool
  /// Parameters of this operation; those of the path come in addition.
  package var parameters: [Referenced<Parameter>]
  /// The request body.
  package var requestBody: Referenced<RequestBody>?
  /// Responses, in document order.
  package var responses: [Response.Keyed]
  /// Security requirements; `nil` when the operation states none of its own.
  package var security: [SecurityRequirement]?
  /// The operation's own base URLs, in document order; empty when it has those of its path.
  package var servers: [Server]
  /// Where people read more.
  package var externalDocs: ExternalDocumentation?
  /// What overlays say about the operation beyond OpenAPI.
  package var extensions: OperationExtensions
}

extension Operation {
  /// An HTTP method.
  package struct Method: Sendable, Hashable {
    /// The method as it is sent, such as `GET`.
    package let name: String

    package static let get = Method(name: "GET")
    package static let put = Method(name: "PUT")
    package static let post = Method(name: "POST")
    package static let delete = Method(name: "DELETE")
    package static let options = Method(name: "OPTIONS")
    package static let head = Method(name: "HEAD")
    package static let patch = Method(name: "PATCH")
    package static let trace = Method(name: "TRACE")
    package static let query = Method(name: "QUERY")

    /// The methods that have a key of their own in a path item, by that key.
    static let keys = Dictionary(
      uniqueKeysWithValues: [get, put, post, delete, options, head, patch, trace, query].map {
        ($0.name.lowercased(), $0)
      }
    )

    init(name: String) { self.name = name }

    /// A method that `additionalOperations` names; `nil` when it cannot be one (RFC 9110, section 9.1).
    init?(token: String) {
      let marks = "!#$%&'*+-.^_`|~"
      let isToken = token.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || marks.contains($0)) }
      guard isToken, !token.isEmpty else { return nil }
      name = token
    }
  }

  init?(_ method: Method, reading entry: YAMLEntry, _ reader: inout NodeReader) {
    let node = entry.value
    // Nothing at all describes an operation that takes and answers nothing.
    guard node.kind == .mapping || node.isNull else {
      reader.log.warning(
        .unexpectedValue,
        "expected an operation, found \(node.kind.inWords)",
        at: entry.keySpan,
        label: "left out"
      )
      return nil
    }
    reader.checkKeys(of: node, .operation)
    self.method = method
    span = entry.keySpan
    // A name without letters is as good as none.
    operationID = reader.text(node, "operationId").flatMap { $0.contains { $0.isLetter || $0.isNumber } ? $0 : nil }
    summary = reader.text(node, "summary")
    description = reader.text(node, "description")
    tags = reader.names(node["tags"], "`tags`")
    deprecated = reader.bool(node, "deprecated") ?? false
    parameters = reader.items(node["parameters"], "`parameters`").compactMap {
      Parameter.referenced(reading: $0, &reader)
    }
    requestBody = node["requestBody"].flatMap { RequestBody.referenced(reading: $0, &reader) }
    responses = reader.entries(node["responses"], "`responses`").compactMap { Response.Keyed(reading: $0, &reader) }
    security = SecurityRequirement.list(reading: node["security"], &reader)
    servers = Server.list(reading: node["servers"], &reader)
    externalDocs = ExternalDocumentation(reading: node["externalDocs"], &reader)
    extensions = OperationExtensions(reading: node, &reader)
    reader.reportPassive(node["callbacks"], "callbacks")
  }
}
