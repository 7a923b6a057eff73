import Foundation
import HTTPTypes
import Testing

@testable import RecastRuntime

@Suite("Requests")
struct RequestTests {
  private let transport = RecordingTransport(.json(#"{"id":1,"name":"Rex","data":[]}"#))

  @Test("method, path, query, headers and body are exactly what the call says")
  func exactMessage() async throws {
    let connection = try Connection.test(transport)
    _ = try await connection.send(
      Calls.listPets(page: 2, kinds: ["a,b", "c&d"], ids: [1, 2], fields: ["drop days"], trace: "t-1")
    )
    let sent = try #require(transport.sent.first)
    #expect(
      sent.line
        == "GET https://api.example.com/v2/pets?page=2&kind=a%2Cb,c%26d&id=1&id=2&fields%5B%5D=drop%20days"
    )
    #expect(sent.body == nil)
    #expect(sent.request.headerFields[.authorization] == "Bearer secret-token-4711")
    #expect(sent.request.headerFields[.accept] == "application/json")
    #expect(sent.request.headerFields[.contentType] == nil)
    #expect(HTTPField.Name("X-Trace").map { sent.request.headerFields[$0] } == "t-1")

    _ = try await connection.send(Calls.createPet(owner: "acme", body: Pet(id: 1, name: "Rex")))
    let created = try #require(transport.sent.last)
    #expect(created.line == "POST https://api.example.com/v2/owners/acme/pets")
    #expect(created.bodyText == #"{"id":1,"name":"Rex"}"#)
    #expect(created.request.headerFields[.contentType] == "application/json")
  }

  @Test("arguments that are nil send nothing")
  func nothing() async throws {
    _ = try await Connection.test(transport).send(Calls.listPets(kinds: [], ids: []))
    #expect(transport.sent.first?.line == "GET https://api.example.com/v2/pets")
  }

  @Test(
    "a path parameter is one segment, whatever it holds",
    arguments: [
      ("a/b", "a%2Fb"), ("a?b#c", "a%3Fb%23c"), ("100%", "100%25"), ("Paid Social & TV", "Paid%20Social%20%26%20TV"),
      ("../x", "..%2Fx"), ("%2e%2e", "%252e%252e"), ("...", "..."), ("é", "%C3%A9"), ("a\r\nb", "a%0D%0Ab"),
      ("a-b._~", "a-b._~"), ("a;b=c:@", "a%3Bb%3Dc%3A%40"),
    ]
  )
  func segments(value: String, expected: String) async throws {
    _ = try await Connection.test(transport).send(Calls.getPet(owner: value, id: 7))
    #expect(transport.sent.first?.line == "GET https://api.example.com/v2/owners/\(expected)/pets/7")
  }

  @Test("a path parameter that would vanish or climb is refused, and nothing is sent", arguments: ["", ".", ".."])
  func refusedSegments(value: String) async throws {
    let connection = try Connection.test(transport)
    let error = await #expect(throws: InvalidRequest.self) {
      try await connection.send(Calls.getPet(owner: value, id: 7))
    }
    #expect(error?.description.hasPrefix("getPet was not sent: ") == true)
    #expect(error?.description.contains("/owners/{}/pets/{}") == true)
    #expect(transport.sent.isEmpty)
  }

  @Test("a dot beside other text is an ordinary character")
  func dots() {
    #expect(("/files/\(".").csv" as RequestPath).problem == nil)
    #expect(("/files/\(".")\(".")" as RequestPath).problem != nil)
  }

  @Test(
    "a header that could become two, or that belongs to the transport, is refused",
    arguments: [
      ("X-A", "a\r\nX-B: b"), ("X-A", "a\nb"), ("X-A", "a\u{0}b"), ("X A", "a"), ("", "a"), ("Host", "evil"),
      ("content-length", "0"), ("Transfer-Encoding", "chunked"),
    ]
  )
  func headers(name: String, value: String) async throws {
    let options = CallOptions(headers: [HeaderItem(name: name, value: value)])
    let connection = try Connection.test(transport)
    await #expect(throws: InvalidRequest.self) { try await connection.send(Calls.deletePet(id: 1), options: options) }
    #expect(transport.sent.isEmpty)
  }

  @Test("a header of the options replaces that of the operation")
  func headerPrecedence() async throws {
    let options = CallOptions(headers: [HeaderItem(name: "x-trace", value: "mine")])
    _ = try await Connection.test(transport).send(Calls.listPets(trace: "t"), options: options)
    #expect(HTTPField.Name("X-Trace").map { transport.sent.first?.request.headerFields[$0] } == "mine")
  }

  @Test("a body without a JSON form is reported when the call is sent, not when it is made")
  func unwritableBody() async throws {
    let call = Call<Void>("put", .put, "/x", body: .json(Double.nan), response: .empty)
    let connection = try Connection.test(transport)
    let error = await #expect(throws: InvalidRequest.self) { try await connection.send(call) }
    #expect(error?.operationID == "put")
    #expect(transport.sent.isEmpty)
  }

  @Test("nested objects in a query")
  func deepObject() {
    let item = QueryItem.deepObject("filter", JSONValue.object(["a b": 1, "c": ["d", "e"], "n": nil]))
    #expect(item?.pairs.map(\.encoded) == ["filter%5Ba%20b%5D=1", "filter%5Bc%5D%5B%5D=d", "filter%5Bc%5D%5B%5D=e"])
  }

  @Test("answers are read in every form")
  func forms() async throws {
    let transport = RecordingTransport(.json(#"{"id":1}"#))
    let connection = try Connection.test(transport)
    #expect(try await connection.send(Call("a", .get, "/a", response: .text)) == #"{"id":1}"#)
    #expect(try await connection.send(Call("a", .get, "/a", response: .bytes)) == Data(#"{"id":1}"#.utf8))
    try await connection.send(Call("a", .get, "/a", response: .empty))
    let value: JSONValue = try await connection.send(Call("a", .get, "/a", response: .json))
    #expect(value["id"] == 1)
    let body = try await connection.send(Call<ResponseBody>("a", .get, "/a", response: .stream(accept: "text/csv")))
    #expect(try await body.collect(upTo: 100).count == 8)
    let streamed = try #require(transport.sent.last).request.headerFields
    #expect(streamed[.accept] == "text/csv")
    #expect(streamed[.acceptEncoding] == "identity")
  }

  @Test("durations read like people say them")
  func durations() {
    #expect(Duration.minutes(15) == .seconds(900))
    #expect(Duration.hours(2) == .seconds(7200))
    #expect(
      [Duration.milliseconds(850), .seconds(12), .seconds(200), .minutes(3), .minutes(125), .hours(24)].map(\.readable)
        == ["850 ms", "12 s", "3 min 20 s", "3 min", "2 h 5 min", "24 h"]
    )
  }
}
