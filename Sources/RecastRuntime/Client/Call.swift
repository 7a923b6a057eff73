public import HTTPTypes

/// One prepared operation with its arguments: what will be sent, how the answer is read, and under which limits.
///
/// A call is a plain value. Making one never fails and sends nothing; what cannot be sent (an empty path parameter, a
/// body with a number that is not finite) is reported by `Connection.send`.
public struct Call<Output: Sendable>: Sendable {
  /// The operation's name, as the API document has it; it appears in logs and errors.
  public var operationID: String
  /// The HTTP method.
  public var method: HTTPRequest.Method
  /// The path below the connection's base URL.
  public var path: RequestPath
  /// The query parameters, in the order in which they are sent.
  public var query: [QueryItem]
  /// The header fields of this operation; authentication, `Accept` and `Content-Type` are added when sent.
  public var headers: [HeaderItem]
  /// The cookies, in the order in which they are sent.
  public var cookies: [CookieItem]
  /// The body, if the operation has one.
  public var body: RequestBody?
  /// How often the operation may be called, if the API says so.
  public var rateLimit: RateLimit?
  /// What is checked before the call is sent.
  public var checks: [RequestCheck]
  /// The operation's own server: a URL of the API document, or a path that takes the place of the base URL's; nil for
  /// the connection's base URL.
  public var server: String?
  /// Whether the connection's credential is sent.
  public var authentication: Bool
  /// The security schemes of which one list has to be satisfied, by name; nil for the connection's only credential.
  public var security: [[String]]?
  /// How the answer becomes the output.
  public var response: ResponseDecoding<Output>

  /// Creates a call. Query items, headers and cookies that are nil, because their argument is, are left out.
  public init(
    _ operationID: String,
    _ method: HTTPRequest.Method,
    _ path: RequestPath,
    query: [QueryItem?] = [],
    headers: [HeaderItem?] = [],
    cookies: [CookieItem?] = [],
    body: RequestBody? = nil,
    rateLimit: RateLimit? = nil,
    checks: [RequestCheck] = [],
    server: String? = nil,
    authentication: Bool = true,
    security: [[String]]? = nil,
    response: ResponseDecoding<Output>
  ) {
    self.operationID = operationID
    self.method = method
    self.path = path
    self.query = query.compactMap { $0 }
    self.headers = headers.compactMap { $0 }
    self.cookies = cookies.compactMap { $0 }
    self.body = body
    self.rateLimit = rateLimit
    self.checks = checks
    self.server = server
    self.authentication = authentication
    self.security = security
    self.response = response
  }
}

extension Call {
  /// The same call, answered with the bytes as they come: for an answer that the API document describes wrongly or not
  /// at all.
  public var raw: Call<ResponseBody> {
    Call<ResponseBody>(
      operationID,
      method,
      path,
      query: query,
      headers: headers,
      cookies: cookies,
      body: body,
      rateLimit: rateLimit,
      checks: checks,
      server: server,
      authentication: authentication,
      security: security,
      response: .stream(accept: response.accept)
    )
  }
}

extension Call: CustomStringConvertible {
  /// Method, path and operation in one line, such as `GET /v1/pets/7 (getPet)`.
  public var description: String { "\(method.rawValue) \(path.encoded) (\(operationID))" }
}
