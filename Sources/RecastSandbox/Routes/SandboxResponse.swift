import Foundation

/// One HTTP response of the sandbox.
public struct SandboxResponse: Sendable {
  /// The status code.
  public var status: Int
  /// Header fields.
  public var headers: [(name: String, value: String)]
  /// The whole body.
  public var body: Data

  init(status: Int, contentType: String, body: Data) {
    self.status = status
    self.headers = [("Content-Type", contentType)]
    self.body = body
  }

  /// Without any content.
  init(status: Int) {
    self.status = status
    self.headers = []
    self.body = Data()
  }

  static func json(_ value: JSONValue, status: Int = 200) -> SandboxResponse {
    SandboxResponse(status: status, contentType: "application/json; charset=utf-8", body: value.bytes)
  }

  /// The charset is spelled out because Python's `requests` reads `text/*` as Latin-1 without it.
  static func csv(_ text: String) -> SandboxResponse {
    SandboxResponse(status: 200, contentType: "text/csv; charset=utf-8", body: Data(text.utf8))
  }

  /// 201 with the id alone, as every create answers.
  static func created(id: Int) -> SandboxResponse {
    .json(["id": .integer(id)], status: 201)
  }

  static func created(id: String) -> SandboxResponse {
    .json(["id": .string(id)], status: 201)
  }

  /// `{"error": {"message": ..., "details": {field: [text]}}}`; without details the member is absent.
  static func problem(_ status: Int, _ message: String, details: [String: [String]] = [:]) -> SandboxResponse {
    var error: [String: JSONValue] = ["message": .string(message)]
    if !details.isEmpty {
      error["details"] = .object(details.mapValues { JSONValue($0) })
    }
    return .json(["error": .object(error)], status: status)
  }

  /// The answer of the limiter in front of the real service, which counts requests before anything looks at them: plain
  /// text and no Retry-After.
  static let tooMany = SandboxResponse(status: 429, contentType: "text/plain", body: Data("Retry later\n".utf8))

  static let unauthorized: SandboxResponse = {
    var response = SandboxResponse.problem(401, "The token is missing or invalid")
    response.headers.append(("WWW-Authenticate", "Bearer"))
    return response
  }()

  /// A page for people.
  static func page(_ html: String, status: Int = 200) -> SandboxResponse {
    SandboxResponse(status: status, contentType: "text/html; charset=utf-8", body: Data(html.utf8))
  }

  /// Sends a browser elsewhere.
  static func redirect(to path: String) -> SandboxResponse {
    var response = SandboxResponse.page(
      "<html><body>You are being <a href=\"\(path)\">redirected</a>.</body></html>",
      status: 302
    )
    response.headers.append(("Location", path))
    return response
  }

  static func notFound(_ message: String) -> SandboxResponse {
    .problem(404, message)
  }

  /// 400 for a parameter that has to be there.
  static func missing(_ parameter: String) -> SandboxResponse {
    .problem(400, "Missing required parameter: \(parameter)", details: [parameter: ["is missing"]])
  }

  /// The known defect of plan writes: a form that is not an object breaks the service.
  static var serverFault: SandboxResponse { .problem(500, "Internal server error") }

  static func invalid(_ errors: FieldErrors) -> SandboxResponse {
    .problem(422, errors.summary, details: errors.messages)
  }
}
