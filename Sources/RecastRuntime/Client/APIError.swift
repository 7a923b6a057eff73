public import Foundation
public import HTTPTypes

/// An answer of the API outside 200...299: what it said, in parts and as one readable line.
public struct APIError: Error, Sendable {
  /// The operation that was called.
  public let operationID: String
  /// The method of the request.
  public let method: HTTPRequest.Method
  /// The path of the request, without its query.
  public let path: String
  /// The HTTP status code, such as 422.
  public let status: Int
  /// The API's own code for the problem, if its body has one: `error.code`, `code` or `type`.
  public let code: String?
  /// What the server said, from `error.message`, `message`, `error`, `detail`, `title`, `errors`, or a plain text body.
  public let serverMessage: String?
  /// The problems per field, as validation answers (422) carry them in `error.details`, `details` or `errors`. What
  /// concerns no single field is under the name that the server chose, often `base`.
  public let details: [String: [String]]
  /// The server's name for the request, from `X-Request-Id` or a field like it; support asks for it.
  public let requestID: String?
  /// How long the server asks to wait, from `Retry-After` (RFC 9110, section 10.2.3).
  public let retryAfter: Duration?
  /// The beginning of the body, at most 64 KiB.
  public let body: [UInt8]

  /// How much of a body is kept, in bytes.
  static let bodyLimit = 65_536

  /// The body as text.
  public var bodyText: String { String(decoding: body, as: UTF8.self) }

  /// The body in the type that the API document states for this error.
  ///
  /// - Throws: `JSONError` when the body is not of that type, or longer than what is kept of it.
  public func decoded<Value: JSONCodable>(as type: Value.Type = Value.self) throws -> Value {
    try Value(json: body)
  }

  /// Whether the same request may succeed later without any change: 408, 429, and 5xx except 501 and 505.
  public var isTransient: Bool {
    status == 408 || status == 429 || (500...599).contains(status) && status != 501 && status != 505
  }

  init(_ request: PreparedRequest, _ response: HTTPResponse, body: [UInt8]) {
    let content = ErrorBody(body)
    operationID = request.operationID
    method = request.method
    path = request.pathWithoutQuery
    status = response.status.code
    code = content.code
    serverMessage = content.message
    details = content.details
    requestID = Self.requestIDNames.lazy.compactMap { response.headerFields[$0] }.first
    retryAfter = RetryAfter.duration(in: response.headerFields)
    self.body = body
  }

  private static let requestIDNames = ["X-Request-Id", "Request-Id", "X-Correlation-Id", "X-Amzn-RequestId"]
    .compactMap { HTTPField.Name($0) }
}

extension APIError: CustomStringConvertible {
  /// One line, such as `POST /v1/pets: 422 Unprocessable Content: name: can't be blank (request id 3f2a)`.
  public var description: String {
    var parts = ["\(method.rawValue) \(path): \(statusText)"]
    if let serverMessage { parts.append(serverMessage) }
    // Servers like to repeat in the message what the details say.
    let said = serverMessage ?? ""
    let unsaid = details.filter { name, texts in !said.contains(name) || !texts.allSatisfy(said.contains) }
    if !unsaid.isEmpty {
      parts.append(
        unsaid.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value.joined(separator: ", "))" }
          .joined(separator: "; ")
      )
    }
    if serverMessage == nil, details.isEmpty, let hint { parts.append(hint) }
    var line = parts.joined(separator: ": ")
    if let retryAfter { line += " (retry after \(retryAfter.readable))" }
    if let requestID { line += " (request id \(requestID))" }
    return OneLine.text(line, limit: 2000)
  }

  private var statusText: String { Self.phrases[status].map { "\(status) \($0)" } ?? "\(status)" }

  /// The names of the usual codes (RFC 9110, section 15); HTTP/2 and later do not send them.
  private static let phrases = [
    400: "Bad Request", 401: "Unauthorized", 402: "Payment Required", 403: "Forbidden", 404: "Not Found",
    405: "Method Not Allowed", 406: "Not Acceptable", 408: "Request Timeout", 409: "Conflict", 410: "Gone",
    412: "Precondition Failed", 413: "Content Too Large", 415: "Unsupported Media Type", 422: "Unprocessable Content",
    429: "Too Many Requests", 500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway",
    503: "Service Unavailable", 504: "Gateway Timeout",
  ]

  /// What usually helps, for answers that say nothing themselves.
  private var hint: String? {
    switch status {
    case 401: "the token is missing, wrong or revoked"
    case 403: "the token does not reach this resource"
    case 404: "there is no such resource, or the token does not reach it"
    case 429: "too many requests; wait before the next one"
    default: nil
    }
  }
}

extension APIError: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
