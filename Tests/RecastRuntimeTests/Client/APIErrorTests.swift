import Foundation
import HTTPTypes
import Testing

@testable import RecastRuntime

@Suite("Errors of the API")
struct APIErrorTests {
  private func error(_ answer: RecordingTransport.Answer) async throws -> APIError {
    let connection = try Connection.test(RecordingTransport(answer))
    return try #require(
      await #expect(throws: APIError.self) { try await connection.send(Calls.listPets(page: 1)) }
    )
  }

  @Test("a validation error names the fields")
  func validation() async throws {
    let body =
      #"{"error":{"message":"Invalid form","details":{"end_date":["can't be after 2025-08-05"],"label":"is blank"}}}"#
    let error = try await error(.json(body, status: 422, headers: ["X-Request-Id": "3f2a"]))
    #expect(error.status == 422)
    #expect(error.details == ["end_date": ["can't be after 2025-08-05"], "label": ["is blank"]])
    #expect(error.requestID == "3f2a")
    #expect(
      error.description == "GET /v2/pets: 422 Unprocessable Content: Invalid form: "
        + "end_date: can't be after 2025-08-05; label: is blank (request id 3f2a)"
    )
    #expect(error.localizedDescription == error.description)
  }

  @Test(
    "the message is found in whichever shape it comes",
    arguments: [
      (#"{"error":{"message":"m","code":"c"}}"#, "m"), (#"{"message":"m"}"#, "m"), (#"{"error":"m"}"#, "m"),
      (#"{"title":"t","detail":"m"}"#, "m"), (#"{"errors":["m","n"]}"#, "m; n"),
      (#"{"errors":[{"message":"m"}]}"#, "m"),
      ("Retry later\n", "Retry later"), (#""m""#, "m"), (#"["m"]"#, "m"), ("<html><body>x", nil), ("", nil),
      ("{}", nil),
      (#"{"error":null}"#, nil), ("{\"error\": ", "{\"error\":"),
    ]
  )
  func messages(body: String, expected: String?) async throws {
    #expect(try await error(.json(body, status: 400)).serverMessage == expected)
  }

  @Test("details may nest, and hold other things than text")
  func details() async throws {
    let body = #"{"errors":{"caps":{"tv":["too high",3]},"x":true,"n":null}}"#
    #expect(try await error(.json(body, status: 422)).details == ["caps.tv": ["too high", "3"], "x": ["true"]])
  }

  @Test("an answer without words gets a hint")
  func hint() async throws {
    #expect(
      try await error(.json("", status: 401)).description
        == "GET /v2/pets: 401 Unauthorized: the token is missing, wrong or revoked"
    )
  }

  @Test(
    "the waiting time is read as seconds and as a date",
    arguments: [
      ("120", Duration.seconds(120)), ("0", .zero), ("Sun, 06 Nov 1994 08:50:07 GMT", .seconds(30)),
      ("Sun, 06 Nov 1994 08:00:00 GMT", .zero), ("-5", nil), ("soon", nil), ("99999999999999999999", nil), ("1.5", nil),
    ]
  )
  func retryAfter(text: String, expected: Duration?) async throws {
    let headers = ["Retry-After": text, "Date": "Sun, 06 Nov 1994 08:49:37 GMT"]
    #expect(try await error(.json("Retry later", status: 429, headers: headers)).retryAfter == expected)
  }

  @Test("of a huge body the beginning is kept")
  func huge() async throws {
    let error = try await error(.init(status: 500, body: [UInt8](repeating: 120, count: 1_000_000)))
    #expect(error.body.count == 65_536)
    #expect(error.description.count < 2100)
  }

  @Test("the description is one line without control characters")
  func oneLine() async throws {
    let error = try await error(.json(#"{"message":"a\r\nb\u001b[31m\u202ec"}"#, status: 400))
    #expect(error.description == "GET /v2/pets: 400 Bad Request: a b [31mc")
  }

  @Test("what may pass is told apart from what will not", arguments: [408, 429, 500, 502, 503, 504])
  func transient(status: Int) async throws {
    #expect(try await error(.json("", status: status)).isTransient)
    #expect(try await !error(.json("", status: 422)).isTransient)
  }

  @Test("an answer of another shape says where it differs")
  func decoding() async throws {
    let connection = try Connection.test(RecordingTransport(.json(#"{"data":[{"id":"one","name":"Rex"}]}"#)))
    let error = try #require(
      await #expect(throws: DecodingFailure.self) { try await connection.send(Calls.listPets()) }
    )
    #expect(error.operationID == "listPets")
    #expect(error.path == "/v2/pets")
    #expect(error.valuePath == "data[0].id")
    #expect(error.offset == 15)
    #expect(error.description.contains(#"near: {"data":[{"id":"one""#))
  }

  @Test("an empty answer says so")
  func empty() async throws {
    let connection = try Connection.test(RecordingTransport(.json("")))
    let error = await #expect(throws: DecodingFailure.self) { try await connection.send(Calls.listPets()) }
    #expect(error?.description.contains("the body is empty") == true)
  }

  @Test("a body that is shorter or longer than announced is an error", arguments: ["1", "99"])
  func length(announced: String) async throws {
    let connection = try Connection.test(
      RecordingTransport(.json("{\"data\":[]}", headers: ["Content-Length": announced]))
    )
    let error = await #expect(throws: TransportError.self) { try await connection.send(Calls.listPets()) }
    #expect(error?.reason == .truncated)
    #expect(error?.request == "GET https://api.example.com/v2/pets")
  }
}
