import Foundation
import HTTPTypes
import RecastTestSupport
import Testing

@testable import RecastRuntime

/// The guarded URLSession against a real socket: what FoundationNetworking gets wrong must not reach a caller.
@Suite("URLSession transport", .patient)
struct URLSessionTransportTests {
  private let bytes = Call<Data>("get", .get, "/file", response: .bytes)

  private func connect(_ server: LocalServer) throws -> Connection {
    try .test(URLSessionTransport(), baseURL: server.baseURL)
  }

  @Test("the request arrives as it was made")
  func request() async throws {
    let server = try LocalServer { _, wire in wire.answer(200, body: #"{"id":1,"name":"Rex"}"#) }
    let pet = try await connect(server).send(Calls.createPet(owner: "a/b c", body: Pet(id: 1, name: "Rex")))
    #expect(pet.name == "Rex")
    let request = try #require(server.requests.first)
    #expect(request.line == "POST /owners/a%2Fb%20c/pets HTTP/1.1")
    #expect(request.headers["authorization"] == "Bearer secret-token-4711")
    #expect(request.headers["content-type"] == "application/json")
    #expect(request.headers["accept"] == "application/json")
    #expect(request.headers["cookie"] == nil)
    #expect(request.bodyText == #"{"id":1,"name":"Rex"}"#)
  }

  @Test("a 401 with a challenge is an ordinary answer")
  func challenge() async throws {
    let server = try LocalServer { _, wire in
      wire.answer(401, headers: ["WWW-Authenticate": "Basic realm=\"x\""], body: #"{"error":{"message":"no"}}"#)
    }
    let error = await #expect(throws: APIError.self) { try await connect(server).send(bytes) }
    #expect(error?.status == 401)
    #expect(error?.serverMessage == "no")
    #expect(server.requests.count == 1)
  }

  @Test("cookies are neither kept nor sent")
  func cookies() async throws {
    let server = try LocalServer { _, wire in wire.answer(200, headers: ["Set-Cookie": "session=1; Path=/"]) }
    let connection = try connect(server)
    _ = try await connection.send(bytes)
    _ = try await connection.send(bytes)
    #expect(server.requests.allSatisfy { $0.headers["cookie"] == nil })
  }

  @Test("a redirect to another port gets no credential")
  func foreignRedirect() async throws {
    let foreign = try LocalServer { _, wire in wire.answer(200, body: "ok") }
    let server = try LocalServer { _, wire in wire.answer(302, headers: ["Location": "\(foreign.baseURL)/there"]) }
    let connection = try connect(server)
    let options = CallOptions(headers: [
      HeaderItem(name: "X-API-Key", value: "k"), HeaderItem(name: "Cookie", value: "c"),
    ])
    let answer = try await connection.send(bytes, options: options)
    #expect(String(decoding: answer, as: UTF8.self) == "ok")
    #expect(server.requests.first?.headers["authorization"] != nil)
    let request = try #require(foreign.requests.first)
    #expect(request.line == "GET /there HTTP/1.1")
    for name in ["authorization", "x-api-key", "cookie"] { #expect(request.headers[name] == nil) }
  }

  @Test("a redirect within the origin keeps credential, method and body with 307")
  func sameOrigin() async throws {
    let server = try LocalServer { request, wire in
      if request.line.contains("/owners/") {
        wire.answer(307, headers: ["Location": "/moved?x=1"])
      } else {
        wire.answer(200, body: #"{"id":1,"name":"Rex"}"#)
      }
    }
    _ = try await connect(server).send(Calls.createPet(owner: "a", body: Pet(id: 1, name: "Rex")))
    let request = try #require(server.requests.last)
    #expect(request.line == "POST /moved?x=1 HTTP/1.1")
    #expect(request.headers["authorization"] == "Bearer secret-token-4711")
    #expect(request.bodyText == #"{"id":1,"name":"Rex"}"#)
  }

  @Test("a 307 or 308 never sends a POST to another origin", arguments: [307, 308])
  func foreignPost(status: Int) async throws {
    let foreign = try LocalServer { _, wire in wire.answer(200, body: "{}") }
    let server = try LocalServer { _, wire in wire.answer(status, headers: ["Location": foreign.baseURL]) }
    let error = await #expect(throws: TransportError.self) {
      try await connect(server).send(Calls.createPet(owner: "a", body: Pet(id: 1, name: "Rex")))
    }
    #expect(error?.reason == .redirect)
    #expect(error?.isTransient == false)
    #expect(foreign.requests.isEmpty)
  }

  @Test("a body that ends too early is an error")
  func truncated() async throws {
    let server = try LocalServer { _, wire in
      wire.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
    }
    await #expect(throws: TransportError.self) { try await connect(server).send(bytes) }
  }

  @Test("a chunked body that ends too early is an error")
  func truncatedChunks() async throws {
    let server = try LocalServer { _, wire in
      wire.write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\nhalf\r\n")
    }
    await #expect(throws: TransportError.self) { try await connect(server).send(bytes) }
  }

  @Test("nothing at the address is told apart from a broken connection")
  func refused() async throws {
    var server: LocalServer? = try LocalServer { _, _ in }
    let url = try #require(server?.baseURL)
    server = nil
    let connection = try Connection.test(URLSessionTransport(), baseURL: url)
    let error = await #expect(throws: TransportError.self) { try await connection.send(bytes) }
    #expect(error?.reason == .cannotConnect)
    #expect(error?.request == "GET \(url)/file")
  }

  @Test("a server that says nothing runs into the caller's time limit")
  func timeout() async throws {
    let server = try LocalServer { _, _ in Thread.sleep(forTimeInterval: 5) }
    let error = await #expect(throws: TransportError.self) {
      try await connect(server).send(bytes, options: CallOptions(timeout: .milliseconds(100)))
    }
    #expect(error?.reason == .timedOut)
  }

  @Test("a server that falls silent runs into the idle limit")
  func idle() async throws {
    let server = try LocalServer { _, wire in
      wire.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf")
      Thread.sleep(forTimeInterval: 20)
    }
    let connection = try Connection.test(URLSessionTransport(idleTimeout: .seconds(1)), baseURL: server.baseURL)
    let error = await #expect(throws: TransportError.self) { try await connection.send(bytes) }
    #expect(error?.reason == .timedOut)
  }

  @Test(
    "cancelling ends a call, before the answer and within it, whatever the server does",
    arguments: [false, true]
  )
  func cancellation(withinBody: Bool) async throws {
    let gate = Gate()
    defer { gate.letThrough() }
    let server = try LocalServer { _, wire in
      if withinBody { wire.write("HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\nhalf") }
      gate.wait()
    }
    let connection = try connect(server)
    let task = Task { try await connection.send(bytes) }
    try await until { !server.requests.isEmpty }
    try await Task.sleep(for: .milliseconds(50))
    task.cancel()
    await #expect(throws: CancellationError.self) { try await task.value }
  }

  @Test("a body nobody reads to its end frees the connection")
  func dropped() async throws {
    let ended = Locked(false)
    let server = try LocalServer { _, wire in
      wire.write("HTTP/1.1 200 OK\r\n\r\n")
      while wire.write([UInt8](repeating: 120, count: 65_536)) { Thread.sleep(forTimeInterval: 0.001) }
      ended.withLock { $0 = true }
    }
    let connection = try connect(server)
    for try await _ in try await connection.send(Calls.downloadFile(id: 1, key: "a")) { break }
    try await until { ended.withLock { $0 } }
  }

  @Test("many calls run at once: none is answered before all have arrived")
  func concurrency() async throws {
    let gate = Gate(opensAfter: 16)
    let server = try LocalServer { _, wire in
      gate.wait()
      wire.answer(200, body: "ok")
    }
    let connection = try connect(server)
    try await withThrowingTaskGroup(of: Void.self) { group in
      for _ in 0..<16 { group.addTask { _ = try await connection.send(bytes) } }
      try await group.waitForAll()
    }
    #expect(server.requests.count == 16)
  }
}
