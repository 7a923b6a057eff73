public import HTTPTypes

/// A successful answer with its head: what the body says, the status, and the header fields.
public struct APIResponse<Value: Sendable>: Sendable {
  /// What the body says.
  public let value: Value
  /// The HTTP status code, such as 201.
  public let status: Int
  /// The header fields, as the server sent them.
  public let headers: HTTPFields

  /// A header field in the type that the API promises; nil when it is not there, or not of that type.
  ///
  ///     let limit = try await client.connection.response(to: call).header("X-RateLimit-Limit", as: Int.self)
  public func header<Field: HeaderValue>(_ name: String, as type: Field.Type = Field.self) -> Field? {
    HTTPField.Name(name).flatMap { headers[$0] }.flatMap { Field(headerText: $0) }
  }
}

extension APIResponse: CustomStringConvertible {
  /// The status and the names of the header fields; their values, and the body, may be secret.
  public var description: String { "\(status), \(headers.map(\.name.canonicalName))" }
}
