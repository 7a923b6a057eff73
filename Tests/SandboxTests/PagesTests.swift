import Foundation
import RecastSandbox
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("The API document behind its login")
struct PagesTests {
  private static let document = "openapi: 3.0.3 # Ümlaut & <tag>\n"

  private func get(
    _ sandbox: Sandbox,
    _ path: String,
    cookie: String? = nil,
    method: String = "GET"
  ) async -> SandboxResponse {
    await sandbox.handle(SandboxRequest(method, path, headers: cookie.map { [("Cookie", $0)] } ?? []))
  }

  private func logIn(_ sandbox: Sandbox, email: String = "analyst@example.com", password: String = "sandbox") async
    -> SandboxResponse
  {
    let fields = [("user[email]", email), ("user[password]", password)]
    let body = fields.map { "\(percentEncoded($0.0))=\(percentEncoded($0.1))" }.joined(separator: "&")
    return await sandbox.handle(SandboxRequest("POST", "/users/sign_in", body: Data(body.utf8)))
  }

  private func header(_ name: String, _ response: SandboxResponse) -> String? {
    response.headers.first { $0.name == name }?.value
  }

  private func sandbox(_ document: String? = document) -> Sandbox {
    Sandbox(configuration: SandboxConfiguration(document: document.map { Data($0.utf8) }))
  }

  @Test(
    "Without a session every address leads to the login form",
    arguments: ["/api-docs", "/api-docs/", "/api-docs/index.html", "/api-docs/v1/swagger.yaml", "/api-docs?url=x"]
  )
  func redirect(_ path: String) async {
    for cookie in [nil, "_recast_session=guess", "other=1; _recast_session="] {
      let answer = await get(sandbox(), path, cookie: cookie)
      #expect(answer.status == 302)
      #expect(header("Location", answer) == "/users/sign_in")
      #expect(!String(decoding: answer.body, as: UTF8.self).contains("openapi"))
    }
  }

  @Test("A wrong password is 422 with the form again and no cookie")
  func wrongPassword() async {
    for answer in [await logIn(sandbox(), password: "wrong"), await logIn(sandbox(), email: "")] {
      #expect(answer.status == 422)
      #expect(header("Set-Cookie", answer) == nil)
      #expect(String(decoding: answer.body, as: UTF8.self).contains("<form action=\"/users/sign_in\""))
    }
  }

  @Test("After logging in, the page names the address of the document, and that has its bytes")
  func page() async throws {
    let sandbox = sandbox()
    let answer = await logIn(sandbox)
    #expect(answer.status == 302)
    #expect(header("Location", answer) == "/api-docs")
    let cookie = try #require(header("Set-Cookie", answer)?.split(separator: ";").first.map(String.init))
    for path in ["/api-docs", "/api-docs/index.html"] {
      let page = await get(sandbox, path, cookie: "a=b; \(cookie)")
      #expect(page.status == 200)
      #expect(header("Content-Type", page) == "text/html; charset=utf-8")
      #expect(String(decoding: page.body, as: UTF8.self).contains(#""urls":[{"url":"/api-docs/v1/swagger.yaml""#))
    }
    let document = await get(sandbox, "/api-docs/v1/swagger.yaml", cookie: cookie)
    #expect(document.body == Data(Self.document.utf8))
    #expect(header("Content-Type", document) == "application/yaml; charset=utf-8")
    #expect(await get(sandbox, "/api-docs/v1/other.yaml", cookie: cookie).status == 401)
    #expect(await get(sandbox, "/v1/clients/democlient/kpis", cookie: cookie).status == 401, "a session is no token")
  }

  @Test("A document in JSON has an address that says so")
  func json() async throws {
    let sandbox = sandbox(" {\"openapi\": \"3.0.3\"}")
    let cookie = try #require(header("Set-Cookie", await logIn(sandbox)))
    let page = await get(sandbox, "/api-docs", cookie: cookie)
    #expect(String(decoding: page.body, as: UTF8.self).contains("/api-docs/v1/swagger.json"))
    let document = await get(sandbox, "/api-docs/v1/swagger.json", cookie: cookie)
    #expect(header("Content-Type", document) == "application/json; charset=utf-8")
  }

  @Test("Without a document there are no pages")
  func none() async {
    #expect(await get(sandbox(nil), "/api-docs").status == 401)
    #expect(await logIn(sandbox(nil)).status == 401)
  }

  @Test("A program with a cookie jar gets from the address of the page to the document")
  func socket() async throws {
    let server = try await SandboxServer.start(sandbox())
    defer { Task { await server.stop() } }
    let session = URLSession(configuration: .ephemeral)
    func text(_ path: String, _ body: String? = nil) async throws -> String {
      var request = URLRequest(url: server.baseURL.appendingPathComponent(path))
      if let body {
        request.httpMethod = "POST"
        request.httpBody = Data(body.utf8)
        request.setValue("application/x-www-form-urlencoded", forHTTPHeaderField: "Content-Type")
      }
      return String(decoding: try await session.data(for: request).0, as: UTF8.self)
    }
    #expect(try await text("api-docs").contains("<h1>Log in</h1>"))
    let form = "user%5Bemail%5D=analyst%40example.com&user%5Bpassword%5D=sandbox"
    #expect(try await text("users/sign_in", form).contains("swagger.yaml"))
    #expect(try await text("api-docs/v1/swagger.yaml") == Self.document)
  }
}
