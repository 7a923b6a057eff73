import Testing

@testable import RecastRuntime

@Suite("Streams of JSON texts")
struct JSONStreamTests {
  @Test("are read line by line, the last line without an end")
  func lines() async throws {
    let stream = try await Self.stream("{\"id\":1,\"name\":\"Rex\"}\r\n\n{\"id\":2,\"name\":\"Tom\"}", .lineFeed)
    #expect(try await Self.names(stream) == ["Rex", "Tom"])
  }

  @Test("are read between record separators, with line feeds inside")
  func records() async throws {
    let stream = try await Self.stream(
      "\u{1E}{\"id\":1,\n\"name\":\"Rex\"}\n\u{1E}{\"id\":2,\"name\":\"Tom\"}\n",
      .recordSeparator
    )
    #expect(try await Self.names(stream) == ["Rex", "Tom"])
  }

  @Test("that hold something else say what, and go on")
  func unexpected() async throws {
    let stream = try await Self.stream("{\"error\":\"busy\"}\n{\"id\":2,\"name\":\"Tom\"}\n", .lineFeed)
    var iterator = stream.makeAsyncIterator()
    let failure = await #expect(throws: DecodingFailure.self) { try await iterator.next() }
    #expect(failure?.excerpt == #"{"error":"busy"}"#)
    #expect(failure?.operationID == "read")
    #expect(try await iterator.next()?.name == "Tom")
  }

  private static func names(_ stream: JSONStream<Pet>) async throws -> [String] {
    var names: [String] = []
    for try await pet in stream { names.append(pet.name) }
    return names
  }

  private static func stream(_ text: String, _ separator: JSONRecords.Separator) async throws -> JSONStream<Pet> {
    let connection = try Connection.test(RecordingTransport(.json(text)))
    return try await connection.send(
      Call("read", .get, "/rows", response: .jsonStream(accept: "application/x-ndjson", separator: separator))
    )
  }
}
