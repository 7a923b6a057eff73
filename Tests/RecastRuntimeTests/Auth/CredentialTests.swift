import Foundation
import HTTPTypes
import Testing

@testable import RecastRuntime

@Suite("Credentials")
struct CredentialTests {
  private let transport = RecordingTransport(.json("{}"))
  private let call = Call<Data>("get", .get, "/a", response: .bytes)

  private func message(_ authentication: Authentication, _ credential: Credential) async throws -> HTTPRequest {
    _ = try await Connection.test(transport, credential: credential, authentication: authentication).send(call)
    return try #require(transport.sent.last).request
  }

  @Test("each scheme puts the token in its place")
  func schemes() async throws {
    #expect(try await message(.bearer, .token("abc")).headerFields[.authorization] == "Bearer abc")
    #expect(try await message(.basic, .token("me:pa ss")).headerFields[.authorization] == "Basic bWU6cGEgc3M=")
    let keyed = try await message(.header("X-API-Key"), .token("abc"))
    #expect(HTTPField.Name("x-api-key").map { keyed.headerFields[$0] } == "abc")
    #expect(try await message(.query("to ken"), .token("a&b")).path == "/v2/a?to%20ken=a%26b")
  }

  @Test("a call that needs no authentication gets none")
  func without() async throws {
    let open = Call<Data>("get", .get, "/a", authentication: false, response: .bytes)
    _ = try await Connection.test(transport).send(open)
    _ = try await Connection.test(transport, credential: nil).send(call)
    #expect(transport.sent.allSatisfy { $0.request.headerFields[.authorization] == nil })
  }

  @Test("the first environment variable that is set is used")
  func environment() async throws {
    let variables = ["A_TOKEN": "", "B_TOKEN": "bbb", "C_TOKEN": "ccc"]
    let credential = Credential.environment(["A_TOKEN", "B_TOKEN", "C_TOKEN"]) { variables[$0] }
    #expect(try await message(.bearer, credential).headerFields[.authorization] == "Bearer bbb")
  }

  @Test("without any, the error names the variables and what to do")
  func missing() throws {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.test(transport, credential: .environment(["ONE_TOKEN", "TWO_TOKEN"]) { _ in nil })
    }
    #expect(
      error?.description == "no token: none of the environment variables ONE_TOKEN, TWO_TOKEN is set; "
        + "run `export ONE_TOKEN=...` first, or pass the token to the initializer"
    )
    let real = #expect(throws: ConfigurationError.self) {
      try Connection.test(transport, credential: .environment("SURELY_NOT_SET_4711"))
    }
    #expect(real?.description.contains("the environment variable SURELY_NOT_SET_4711 is not set") == true)
  }

  @Test("a provider is asked for each call")
  func provider() async throws {
    let count = Locked(0)
    let credential = Credential.provider {
      count.withLock { count in
        count += 1
        return "token-\(count)"
      }
    }
    let connection = try Connection.test(transport, credential: credential)
    for _ in 0..<2 { _ = try await connection.send(call) }
    #expect(transport.sent.map { $0.request.headerFields[.authorization] } == ["Bearer token-1", "Bearer token-2"])
  }

  @Test(
    "a text that is no token is refused without being shown",
    arguments: [
      "hidden word", "hidden\n", " hidden", "hidden\u{7F}", "hiddén", "hidden\r\nX-Evil: 1", "hidden\u{0}", "",
    ]
  )
  func malformed(token: String) async throws {
    for credential in [Credential.token(token), .environment(["T"]) { _ in token.isEmpty ? " hidden" : token }] {
      let error = #expect(throws: ConfigurationError.self) { try Connection.test(transport, credential: credential) }
      #expect(error?.description.contains("hid") == false)
    }
    let late = try Connection.test(transport, credential: .provider { token })
    let error = await #expect(throws: ConfigurationError.self) { try await late.send(call) }
    #expect(error?.description.contains("hid") == false)
    #expect(transport.sent.isEmpty)
  }

  @Test(
    "plain http is for loopback hosts only",
    arguments: [
      ("http://localhost:8080", true), ("http://127.0.0.1:1", true), ("http://127.8.9.1", true),
      ("http://[::1]:80", true),
      ("https://api.example.com", true), ("http://api.example.com", false), ("http://127.0.0.1.evil.example", false),
      ("http://localhost.evil.example", false), ("http://0.0.0.0", false), ("http://127.0.0.256", false),
      ("http://10.0.0.1", false), ("ftp://localhost", false), ("api.example.com", false), ("", false),
      ("https://me:pw@api.example.com", false), ("https://api.example.com?x=1", false), ("https://", false),
    ]
  )
  func addresses(baseURL: String, accepted: Bool) {
    let connection = try? Connection.test(transport, baseURL: baseURL)
    #expect((connection != nil) == accepted)
  }

  @Test("a password in the address is not repeated")
  func password() {
    let error = #expect(throws: ConfigurationError.self) {
      try Connection.test(transport, baseURL: "https://me:hunter2@api.example.com")
    }
    #expect(error?.description.contains("hunter2") == false)
  }

  @Test("a slash at the end of the base URL does not double")
  func slash() async throws {
    _ = try await Connection.test(transport, baseURL: "https://api.example.com/v2//").send(call)
    #expect(transport.sent.first?.line == "GET https://api.example.com/v2/a")
  }
}
