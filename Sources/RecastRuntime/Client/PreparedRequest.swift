import HTTPTypes

/// A call turned into a message, without any credential: those are added for each hop, and only where they may go.
struct PreparedRequest: Sendable {
  let operationID: String
  let base: BaseURL
  let method: HTTPRequest.Method
  let pathTemplate: String
  /// With the base URL's path, without the query.
  let pathWithoutQuery: String
  let query: String
  let headers: HTTPFields
  let body: BodyContent?
  let authentication: Bool
  let security: [[String]]?

  /// Checks and encodes what the call says; `checks` says whether the connection checks rules of the API at all.
  ///
  /// - Throws: `InvalidRequest` naming what cannot be sent.
  init<Output>(_ call: Call<Output>, options: CallOptions, base: BaseURL, checks: Bool = true) throws {
    do {
      let problems = call.query.lazy.map(\.problem) + call.cookies.lazy.map(\.problem)
      if let problem = call.path.problem ?? problems.lazy.compactMap({ $0 }).first {
        throw InvalidRequest(problem)
      }
      operationID = call.operationID
      self.base = base
      method = call.method
      pathTemplate = call.path.template
      pathWithoutQuery = base.path + (call.path.encoded.hasPrefix("/") ? "" : "/") + call.path.encoded
      query = call.query.flatMap(\.pairs).map(\.encoded).joined(separator: "&")
      body = try call.body?.content()
      if checks, options.checks { try call.check(body) }
      headers = try Self.headers(of: call, options: options)
      authentication = call.authentication
      security = call.security
    } catch var error as InvalidRequest {
      error.operationID = call.operationID
      throw error
    }
  }

  /// The target as it stands in the first line of the message.
  var pathAndQuery: String { query.isEmpty ? pathWithoutQuery : "\(pathWithoutQuery)?\(query)" }

  /// Method and address for messages.
  var label: String { "\(method.rawValue) \(base.origin)\(pathWithoutQuery)" }

  private static func headers<Output>(of call: Call<Output>, options: CallOptions) throws -> HTTPFields {
    var fields = HTTPFields()
    fields[.accept] = call.response.accept
    if call.response.mayStream {
      // Compressed, neither the length nor the end of a body could be checked: a cut one would look complete.
      fields[.acceptEncoding] = "identity"
    }
    if let body = call.body {
      guard HTTPField.isValidValue(body.contentType) else {
        throw InvalidRequest("the content type of the body has a line break or control character; remove it")
      }
      fields[.contentType] = body.contentType
    }
    if !call.cookies.isEmpty { fields[.cookie] = call.cookies.flatMap(\.pairs).joined(separator: "; ") }
    for item in call.headers + options.headers {
      let field = try item.field()
      fields[field.name] = field.value
    }
    return fields
  }
}

extension Call {
  /// Checks what the API demands of the body and the query.
  ///
  /// - Throws: `InvalidRequest` naming the member.
  fileprivate func check(_ content: BodyContent?) throws {
    guard !checks.isEmpty else { return }
    let pairs = query.flatMap(\.pairs)
    let values = CheckedValues(
      body: content?.bytes.flatMap { try? JSONValue(json: $0) },
      query: Dictionary(pairs.map { ($0.name, $0.values) }, uniquingKeysWith: +)
    )
    for check in checks { try check.check(values) }
  }
}
