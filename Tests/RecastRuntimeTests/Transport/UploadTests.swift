import Foundation
import RecastTestSupport
import Testing

@testable import RecastRuntime

/// Bodies that are read from disk while they are sent, against a real socket.
@Suite("Uploads", .patient)
struct UploadTests {
  private let folder: TemporaryFolder
  private let file: URL
  private let size = 3_000_000

  init() throws {
    folder = try TemporaryFolder()
    file = folder.url.appendingPathComponent("big.bin")
    try Data((0..<size).map { UInt8(truncatingIfNeeded: $0 &* 31) }).write(to: file)
  }

  private func connect(_ server: LocalServer) throws -> Connection {
    try .test(URLSessionTransport(), baseURL: server.baseURL)
  }

  private var bytes: [UInt8] { [UInt8]((try? Data(contentsOf: file)) ?? Data()) }

  @Test("a file is sent with its length")
  func file() async throws {
    let server = try LocalServer { _, wire in wire.answer(204) }
    let call = Call<Void>("put", .put, "/file", body: .file(.file(file)), response: .empty)
    try await connect(server).send(call)
    let request = try #require(server.requests.first)
    #expect(request.headers["content-length"] == "\(size)")
    #expect(request.headers["content-type"] == "application/octet-stream")
    #expect(request.headers["transfer-encoding"] == nil)
    #expect(request.body == bytes)
  }

  @Test("a form with files is sent with its length, and leaves nothing behind")
  func multipart() async throws {
    let others = leftovers
    let server = try LocalServer { _, wire in wire.answer(204) }
    let body = RequestBody.multipart([.item("a", "b"), .file("f", .file(file))], boundary: "B")
    try await connect(server).send(Call<Void>("post", .post, "/form", body: body, response: .empty))
    let request = try #require(server.requests.first)
    #expect(request.headers["content-length"] == "\(try body.content().length)")
    #expect(request.headers["content-type"] == "multipart/form-data; boundary=B")
    #expect(request.body == (try body.content().collect()))
    // The other tests upload, too.
    try await until { leftovers.isSubset(of: others) }
  }

  private var leftovers: Set<String> {
    let temporary = FileManager.default.temporaryDirectory.path
    let names = (try? FileManager.default.contentsOfDirectory(atPath: temporary)) ?? []
    return Set(names.filter { $0.hasPrefix("upload-") && $0.hasSuffix(".tmp") })
  }

  @Test("a redirect that keeps the method gets the whole body again", arguments: [307, 308])
  func redirect(status: Int) async throws {
    let server = try LocalServer { request, wire in
      request.line.contains("/old") ? wire.answer(status, headers: ["Location": "/new"]) : wire.answer(204)
    }
    try await connect(server).send(Call<Void>("p", .post, "/old", body: .file(.file(file)), response: .empty))
    #expect(server.requests.map(\.line) == ["POST /old HTTP/1.1", "POST /new HTTP/1.1"])
    #expect(server.requests.allSatisfy { $0.body == bytes })
    let body = RequestBody.multipart([.file("f", .file(file))])
    try await connect(server).send(Call<Void>("p", .post, "/old", body: body, response: .empty))
    #expect(server.requests.count == 4)
    #expect(server.requests.last?.body == (try body.content().collect()))
  }

  @Test("an empty file is a body of no bytes")
  func empty() async throws {
    let empty = folder.url.appendingPathComponent("empty")
    try Data().write(to: empty)
    let server = try LocalServer { _, wire in wire.answer(204) }
    try await connect(server).send(Call<Void>("put", .put, "/file", body: .file(.file(empty)), response: .empty))
    #expect(server.requests.first?.headers["content-length"] == "0")
  }

  @Test("an answer before the end of the body is an answer")
  func earlyAnswer() async throws {
    let server = try LocalServer { _, wire in wire.answer(413, body: "too large") }
    let call = Call<Void>("put", .put, "/file", body: .file(.file(file)), response: .empty)
    let error = await #expect(throws: APIError.self) { try await connect(server).send(call) }
    #expect(error?.status == 413)
  }

  @Test("DELETE sends the body that its operation describes")
  func delete() async throws {
    let server = try LocalServer { _, wire in wire.answer(204) }
    try await connect(server).send(Call<Void>("d", .delete, "/x", body: .json(["a": 1]), response: .empty))
    #expect(server.requests.first?.line == "DELETE /x HTTP/1.1")
    #expect(server.requests.first?.bodyText == #"{"a":1}"#)
  }
}
