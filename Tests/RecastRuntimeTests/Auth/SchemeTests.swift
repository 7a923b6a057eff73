import Foundation
import Testing

@testable import RecastRuntime

@Suite("Several security schemes")
struct SchemeTests {
  private static let schemes: [SchemeCredential] = [
    SchemeCredential("token", .bearer, .token("t-1")),
    SchemeCredential("id", .header("X-Key-Id"), .token("i-2")),
    SchemeCredential("secret", .query("secret"), .token("s-3")),
    SchemeCredential("session", .cookie("_session"), .token("c-4")),
    SchemeCredential("vendor", .authorization(scheme: "Vendor"), .token("v-5")),
    SchemeCredential("absent", .basic, nil),
  ]

  @Test("are met by the first alternative that is complete")
  func alternatives() async throws {
    let sent = try await Self.sent([["absent"], ["absent", "token"], ["id", "secret"], ["token"]])
    #expect(sent.line == "GET https://api.example.com/pets?secret=s-3")
    #expect(sent.request.headerFields.first { $0.name.rawName == "X-Key-Id" }?.value == "i-2")
    #expect(sent.request.headerFields[.authorization] == nil)
  }

  @Test("travel in cookies beside others, and behind schemes of their own")
  func places() async throws {
    let cookie = try await Self.sent([["session"]], headers: [HeaderItem(name: "Cookie", value: "_session=old; a=b")])
    #expect(cookie.request.headerFields[.cookie] == "a=b; _session=c-4")
    let vendor = try await Self.sent([["vendor"]])
    #expect(vendor.request.headerFields[.authorization] == "Vendor v-5")
  }

  @Test("that are optional are sent when there is a credential, and are no obstacle when there is none")
  func optional() async throws {
    #expect(try await Self.sent([[], ["token"]]).request.headerFields[.authorization] == "Bearer t-1")
    #expect(try await Self.sent([["absent"], []]).request.headerFields[.authorization] == nil)
  }

  @Test("without any credential are an error that names them")
  func missing() async throws {
    let error = await #expect(throws: ConfigurationError.self) {
      _ = try await Self.sent([["absent"], ["absent", "token"]])
    }
    #expect(
      error?.message
        == "listPets needs a credential for absent, or absent and token, which the client was not given; "
        + "pass it to the initializer"
    )
  }

  @Test("do not follow a redirect to another host, and show nowhere")
  func redirects() async throws {
    let transport = RecordingTransport(
      .json("", status: 302, headers: ["Location": "https://elsewhere.example/x"]),
      .json("no s-3, c-4", status: 500)
    )
    let connection = try Connection(baseURL: "https://api.example.com", credentials: Self.schemes, transport: transport)
    let error = await #expect(throws: APIError.self) {
      try await connection.send(Self.call([["secret", "session"]]))
    }
    let last = try #require(transport.sent.last)
    #expect(last.line == "GET https://elsewhere.example/x")
    #expect(last.request.headerFields[.cookie] == nil)
    #expect(error?.description.contains("s-3") == false)
    #expect(error?.bodyText == "no <redacted>, <redacted>")
  }

  @Test("refuse what would end a cookie, and take `Authorization` as a whole")
  func texts() throws {
    #expect(throws: ConfigurationError.self) {
      try Connection(
        baseURL: "https://api.example.com",
        credentials: [SchemeCredential("session", .cookie("s"), .token("a;b"))]
      )
    }
    _ = try Connection(
      baseURL: "https://api.example.com",
      credential: .token("Token abc"),
      authentication: .header("Authorization")
    )
    #expect(throws: ConfigurationError.self) {
      try Connection(baseURL: "https://api.example.com", credential: .token("a b"), authentication: .header("X-Key"))
    }
  }

  private static func call(_ security: [[String]], headers: [HeaderItem] = []) -> Call<Void> {
    Call("listPets", .get, "/pets", headers: headers, security: security, response: .empty)
  }

  private static func sent(
    _ security: [[String]],
    headers: [HeaderItem] = []
  ) async throws -> RecordingTransport.Sent {
    let transport = RecordingTransport(.json(""))
    let connection = try Connection(baseURL: "https://api.example.com", credentials: schemes, transport: transport)
    try await connection.send(call(security, headers: headers))
    return try #require(transport.sent.first)
  }
}
