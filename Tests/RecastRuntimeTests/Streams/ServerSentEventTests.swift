import Testing

@testable import RecastRuntime

@Suite("Server-sent events")
struct ServerSentEventTests {
  @Test("are read as WHATWG says, however the stream is cut", arguments: [1, 2, 3, 7, 1000])
  func parsing(_ size: Int) async throws {
    let text =
      "\u{FEFF}: a comment\n\ndata: first\n\nevent: add\r\ndata:second\r\ndata: line\r\nid: 7\r\n\r\n"
      + "data\rretry: 1500\rid: \u{0}\r\rid\nignored: yes\ndata:  two spaces\n\nevent: empty\n\ndata: cut off"
    let events = try await Self.events(text, size: size)
    #expect(
      events == [
        ServerSentEvent(data: "first"),
        ServerSentEvent(event: "add", data: "second\nline", id: "7"),
        ServerSentEvent(data: "", id: "7", retry: .milliseconds(1500)),
        ServerSentEvent(data: " two spaces"),
      ]
    )
  }

  @Test("do not fill the memory when a line never ends")
  func endless() async throws {
    let piece = Array(repeating: UInt8(ascii: "x"), count: 1 << 20)
    let pieces = AsyncStream<[UInt8]> { continuation in
      for _ in 0..<20 { continuation.yield(piece) }
      continuation.finish()
    }
    await #expect(throws: TransportError.self) {
      for try await _ in ServerSentEvents(ResponseBody(pieces)) {}
    }
  }

  @Test("carry values; `[DONE]` ends them")
  func values() async throws {
    let stream = try await Self.stream("data: {\"id\":1,\"name\":\"Rex\"}\n\ndata: [DONE]\n\ndata: {}\n\n")
    var names: [String] = []
    for try await pet in stream { names.append(pet.name) }
    #expect(names == ["Rex"])
  }

  @Test("that are not what was expected are thrown, and the next ones come all the same")
  func unexpected() async throws {
    let stream = try await Self.stream("data: ping\n\ndata: {\"id\":2,\"name\":\"Tom\"}\n\n")
    var iterator = stream.makeAsyncIterator()
    await #expect(throws: DecodingFailure.self) { try await iterator.next() }
    #expect(try await iterator.next()?.name == "Tom")
    #expect(try await iterator.next() == nil)
  }

  @Test("are reachable as the server sent them")
  func raw() async throws {
    let stream = try await Self.stream("event: note\ndata: ping\n\n")
    var events: [ServerSentEvent] = []
    for try await event in stream.events { events.append(event) }
    #expect(events == [ServerSentEvent(event: "note", data: "ping")])
  }

  @Test("come as objects where the document describes them so")
  func objects() async throws {
    let text = "event: made\ndata: {\"id\":1}\nid: 5\nretry: 10\n\n"
    let plain: EventStream<JSONValue> = try await Self.stream(text, .eventObjects())
    let expected = try JSONValue(json: #"{"event":"made","data":"{\"id\":1}","id":"5","retry":10}"#)
    var first = plain.makeAsyncIterator()
    #expect(try await first.next() == expected)
    let parsed: EventStream<JSONValue> = try await Self.stream(text, .eventObjects(jsonData: true))
    var second = parsed.makeAsyncIterator()
    #expect(try await second.next()?["data"] == JSONValue(json: #"{"id":1}"#))
  }

  @Test("end the exchange when they are left")
  func cancellation() async throws {
    let (pieces, continuation) = AsyncStream<[UInt8]>.makeStream()
    let (ended, ending) = AsyncStream<Void>.makeStream()
    continuation.onTermination = { _ in ending.finish() }
    let task = Task {
      for try await _ in ServerSentEvents(ResponseBody(pieces)) {}
    }
    task.cancel()
    for await _ in ended {}
    _ = await task.result
  }

  private static func events(_ text: String, size: Int) async throws -> [ServerSentEvent] {
    let bytes = Array(text.utf8)
    let pieces = AsyncStream<[UInt8]> { continuation in
      for start in stride(from: 0, to: bytes.count, by: size) {
        continuation.yield(Array(bytes[start..<min(start + size, bytes.count)]))
      }
      continuation.finish()
    }
    var events: [ServerSentEvent] = []
    for try await event in ServerSentEvents(ResponseBody(pieces)) { events.append(event) }
    return events
  }

  private static func stream(_ text: String) async throws -> EventStream<Pet> { try await stream(text, .events()) }

  private static func stream<Value>(
    _ text: String,
    _ decoding: ResponseDecoding<EventStream<Value>>
  ) async throws -> EventStream<Value> {
    let transport = RecordingTransport(.json(text, headers: ["Content-Type": "text/event-stream"]))
    let connection = try Connection.test(transport)
    let stream = try await connection.send(Call("follow", .get, "/events", response: decoding))
    #expect(transport.sent.first?.request.headerFields[.accept] == "text/event-stream")
    return stream
  }
}
