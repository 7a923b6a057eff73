import Foundation

/// What people see in a browser: the API document behind a login, as the Rails application that publishes the real one
/// has it. A program that fetches the document has to go the same way.
struct Pages: Sendable {
  let state: SandboxState
  let request: SandboxRequest

  private static let loginPath = "/users/sign_in"
  private static let cookie = "_recast_session"

  /// Nothing when the request is for no page.
  func respond() async -> SandboxResponse? {
    guard let document = state.configuration.document, let target = RequestTarget(request.target) else { return nil }
    let documentPath = APIDocsPage.documentPath(of: document)
    let path = "/" + target.segments.joined(separator: "/")
    let isReading = request.method == "GET" || request.method == "HEAD"
    switch path {
    case Self.loginPath where isReading: return .page(LoginPage.html(problem: nil))
    case Self.loginPath where request.method == "POST": return await logIn()
    case "/api-docs" where isReading, "/api-docs/index.html" where isReading:
      return await isLoggedIn ? .page(APIDocsPage.html(documentPath: documentPath)) : .redirect(to: Self.loginPath)
    case documentPath where isReading:
      return await isLoggedIn ? .document(document, at: documentPath) : .redirect(to: Self.loginPath)
    default: return nil
    }
  }

  private var isLoggedIn: Bool {
    get async {
      let cookies = (request.header("Cookie") ?? "").split(separator: ";").map { $0.drop { $0 == " " } }
      let start = Self.cookie + "="
      for cookie in cookies where cookie.hasPrefix(start) {
        if await state.sessions.knows(String(cookie.dropFirst(start.count))) { return true }
      }
      return false
    }
  }

  private func logIn() async -> SandboxResponse {
    let fields = RequestTarget.formFields(String(decoding: request.body, as: UTF8.self)[...]) ?? []
    func value(_ name: String) -> String? { fields.last { $0.name == name }?.value }
    let login = state.configuration.login
    guard value("user[email]") == login.email, value("user[password]") == login.password else {
      return .page(LoginPage.html(problem: "Invalid email or password."), status: 422)
    }
    var response = SandboxResponse.redirect(to: "/api-docs")
    let session = await state.startSession()
    response.headers.append(("Set-Cookie", "\(Self.cookie)=\(session); Path=/; HttpOnly; SameSite=Lax"))
    return response
  }
}

extension SandboxState {
  fileprivate func startSession() -> String { sessions.start() }
}

extension SandboxResponse {
  fileprivate static func document(_ data: Data, at path: String) -> SandboxResponse {
    let type = path.hasSuffix(".json") ? "application/json" : "application/yaml"
    return SandboxResponse(status: 200, contentType: type + "; charset=utf-8", body: data)
  }
}
