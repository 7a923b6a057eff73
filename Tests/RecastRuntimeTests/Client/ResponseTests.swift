import Foundation
import Testing

@testable import RecastRuntime

@Suite("Answers")
struct ResponseTests {
  private enum Output: Sendable {
    case ok(Pet)
    case accepted
    case part(ResponseBody)
    case success(JSONValue)
  }

  private static let call = Call<Output>(
    "startExport",
    .post,
    "/exports",
    response: .byStatus([
      .statuses(200...299, .json, Output.success),
      .status(200, .json, Output.ok),
      .status(202, Output.accepted),
      .status(206, .stream(accept: "application/zip"), Output.part),
    ])
  )

  @Test("are read as their status says, a code before a range")
  func byStatus() async throws {
    let transport = RecordingTransport(
      .json(#"{"id":1,"name":"Rex"}"#),
      .json("", status: 202),
      .json("PK", status: 206),
      .json("[1]", status: 299)
    )
    let connection = try Connection.test(transport)
    guard case .ok(let pet) = try await connection.send(Self.call) else { throw Unexpected() }
    #expect(pet.name == "Rex")
    guard case .accepted = try await connection.send(Self.call) else { throw Unexpected() }
    guard case .part(let body) = try await connection.send(Self.call) else { throw Unexpected() }
    #expect(try await body.collect(upTo: 10) == Array("PK".utf8))
    guard case .success(let value) = try await connection.send(Self.call) else { throw Unexpected() }
    #expect(value == .array([.number(JSONNumber(1))]))
    #expect(transport.sent.first?.request.headerFields[.accept] == "application/json, application/zip")
  }

  @Test("of a status that nobody describes are an error that says so")
  func undescribed() async throws {
    let call = Call<Output>("get", .get, "/", response: .byStatus([.status(202, Output.accepted)]))
    let connection = try Connection.test(RecordingTransport(.json("{}", status: 200)))
    let error = await #expect(throws: DecodingFailure.self) { _ = try await connection.send(call) }
    #expect(error?.status == 200)
    #expect(error?.description.contains("does not describe an answer of this status") == true)
  }

  @Test("without a body are nil where the document says that there may be none")
  func optional() async throws {
    let call = Call<Pet?>("get", .get, "/", response: .optionalJSON())
    let transport = RecordingTransport(.json("", status: 204), .json(#"{"id":1,"name":"Rex"}"#), .json("null"))
    let connection = try Connection.test(transport)
    #expect(try await connection.send(call) == nil)
    #expect(try await connection.send(call)?.name == "Rex")
    #expect(try await connection.send(call) == nil)
  }

  @Test("hand over status and header fields, in the types that callers ask for")
  func head() async throws {
    let headers = [
      "X-Total": "42", "Link": "<https://a.example/2>; rel=next", "Last-Modified": "Sun, 06 Nov 1994 08:49:37 GMT",
      "X-Until": "2026-11-21T09:00:00Z", "X-Cached": "true",
    ]
    let connection = try Connection.test(RecordingTransport(.json("[]", status: 203, headers: headers)))
    let response = try await connection.response(to: Call<[Int]>("list", .get, "/", response: .json))
    #expect(response.value.isEmpty)
    #expect(response.status == 203)
    #expect(response.header("x-total", as: Int.self) == 42)
    #expect(response.header("Link") == "<https://a.example/2>; rel=next")
    #expect(response.header("Last-Modified", as: Date.self) == Date(timeIntervalSince1970: 784_111_777))
    #expect(response.header("X-Until", as: Date.self) == Date(timeIntervalSince1970: 1_795_251_600))
    #expect(response.header("X-Cached", as: Bool.self) == true)
    #expect(response.header("Link", as: Int.self) == nil)
    #expect(response.header("X-Absent", as: String.self) == nil)
    #expect(!response.description.contains("42"))
  }

  @Test("can be had as bytes, whatever the document says")
  func raw() async throws {
    let transport = RecordingTransport(.json("not JSON"))
    let call = Call<Pet>("get", .get, "/pets", query: [.item("page", 1)], response: .json)
    let body = try await Connection.test(transport).send(call.raw)
    #expect(try await body.collect(upTo: 100) == Array("not JSON".utf8))
    #expect(transport.sent.first?.line == "GET https://api.example.com/v2/pets?page=1")
    #expect(transport.sent.first?.request.headerFields[.accept] == "application/json")
  }

  @Test("that refuse decode as the type that the document states")
  func errors() async throws {
    let connection = try Connection.test(RecordingTransport(.json(#"{"id":7,"name":"taken"}"#, status: 409)))
    let error = await #expect(throws: APIError.self) {
      try await connection.send(Call<Pet>("get", .get, "/", response: .json))
    }
    #expect(try error?.decoded(as: Pet.self).name == "taken")
    #expect(throws: JSONError.self) { try error?.decoded(as: [Int].self) }
  }

  private struct Unexpected: Error {}
}
