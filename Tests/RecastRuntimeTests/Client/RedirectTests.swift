import Foundation
import HTTPTypes
import Testing

@testable import RecastRuntime

@Suite("Redirects")
struct RedirectTests {
  private static let call = Call<Data>("get", .get, "/a", query: [.item("q", "1")], response: .bytes)

  /// What is sent when the first answer is a redirect.
  private func sent<Output>(
    _ status: Int,
    _ location: String,
    call: Call<Output>,
    authentication: Authentication = .bearer,
    then: RecordingTransport.Answer = .json(#"{"id":1,"name":"x"}"#)
  ) async throws -> [RecordingTransport.Sent] {
    let transport = RecordingTransport(.init(status: status, headers: ["Location": location]), then)
    _ = try await Connection.test(transport, authentication: authentication).send(call)
    return transport.sent
  }

  @Test(
    "an address within the origin keeps the credential",
    arguments: [
      ("/b", "/b"), ("b?x=1", "/v2/b?x=1"), ("https://API.example.com:443/b", "/b"), ("?x=2", "/v2/a?x=2"),
      ("//api.example.com/b", "/b"), ("/b#part", "/b"),
    ]
  )
  func sameOrigin(location: String, expected: String) async throws {
    let last = try #require(try await sent(302, location, call: Self.call).last)
    #expect(last.line == "GET https://api.example.com\(expected)")
    #expect(last.request.headerFields[.authorization] == "Bearer secret-token-4711")
  }

  @Test(
    "any other address gets none",
    arguments: [
      "https://evil.example/b", "https://api.example.com:8443/b", "http://api.example.com/b",
      "https://api.example.com.evil.example/b", "//evil.example/b", "https://api.example.com@evil.example/",
      "https://user:pass@evil.example/b",
    ]
  )
  func foreign(location: String) async throws {
    for authentication in [Authentication.bearer, .header("X-API-Key"), .query("key")] {
      let last = try #require(try await sent(307, location, call: Self.call, authentication: authentication).last)
      #expect(!last.line.contains("secret-token-4711"))
      #expect(!last.line.contains("pass"))
      #expect(last.request.headerFields.allSatisfy { !$0.value.contains("secret-token-4711") })
      #expect(Set(last.request.headerFields.map(\.name)) == [.accept])
    }
  }

  @Test("coming back from a foreign address does not restore the credential")
  func roundTrip() async throws {
    let transport = RecordingTransport(
      .init(status: 302, headers: ["Location": "https://evil.example/"]),
      .init(status: 302, headers: ["Location": "https://api.example.com/steal"]),
      .json("{}")
    )
    _ = try await Connection.test(transport).send(Self.call)
    #expect(transport.sent.map { $0.request.headerFields[.authorization] != nil } == [true, false, false])
  }

  @Test(
    "a POST becomes a GET with 301, 302 and 303, and stays a POST with 307 and 308",
    arguments: [(301, "GET"), (302, "GET"), (303, "GET"), (307, "POST"), (308, "POST")]
  )
  func methods(status: Int, method: String) async throws {
    let call = Calls.createPet(owner: "a", body: Pet(id: 1, name: "x"))
    let last = try #require(try await sent(status, "/b", call: call).last)
    #expect(last.request.method.rawValue == method)
    #expect((last.body == nil) == (method == "GET"))
    #expect((last.request.headerFields[.contentType] == nil) == (method == "GET"))
  }

  @Test("only GET and HEAD go to a foreign address", arguments: [307, 308])
  func foreignPost(status: Int) async throws {
    let error = await #expect(throws: TransportError.self) {
      try await sent(status, "https://other.example/b", call: Calls.createPet(owner: "a", body: Pet(id: 1, name: "x")))
    }
    #expect(
      error?.description.hasPrefix("POST https://api.example.com/v2/owners/a/pets: the server redirects this POST")
        == true
    )
  }

  @Test("a circle ends with an error")
  func circle() async throws {
    let transport = RecordingTransport(.init(status: 302, headers: ["Location": "/a"]))
    let error = await #expect(throws: TransportError.self) { try await Connection.test(transport).send(Self.call) }
    #expect(error?.reason == .redirect)
    #expect(transport.sent.count == 6)
  }

  @Test(
    "an address of another kind is refused",
    arguments: ["file:///etc/passwd", "ftp://x/y", "javascript:1", "http://"]
  )
  func otherSchemes(location: String) async throws {
    let error = await #expect(throws: TransportError.self) { try await sent(302, location, call: Self.call) }
    #expect(error?.reason == .redirect)
  }

  @Test("a redirect without an address is an answer like any other")
  func withoutLocation() async throws {
    let transport = RecordingTransport(.init(status: 304))
    let error = await #expect(throws: APIError.self) { try await Connection.test(transport).send(Self.call) }
    #expect(error?.status == 304)
  }

  @Test("a token in the query is replaced, not repeated")
  func queryToken() async throws {
    let last = try #require(
      try await sent(302, "/b?key=old&x=1", call: Self.call, authentication: .query("key")).last
    )
    #expect(last.line == "GET https://api.example.com/b?x=1&key=secret-token-4711")
  }
}
