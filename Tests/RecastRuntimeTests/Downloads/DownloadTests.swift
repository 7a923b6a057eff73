import Foundation
import RecastTestSupport
import Testing

@testable import RecastRuntime

@Suite("Downloads", .patient)
struct DownloadTests {
  private let csv = "date,spend\n2024-01-01,1.5\n2024-01-02,2.5\n"

  private func downloads(_ transport: any Transport, _ keys: [String], baseURL: String? = nil) throws -> Downloads {
    let connection = try Connection.test(transport, baseURL: baseURL ?? "https://api.example.com")
    return CheckupsResource(core: connection).downloads(of: Checkup(id: 9, status: "success", files: keys))
  }

  @Test("all files are saved under safe names, in the order of the result")
  func saveAll() async throws {
    let transport = RecordingTransport { sent, _ in .json("from \(sent.request.path ?? "")") }
    let keys = ["daily", "Paid Social & TV", "a/b", "A_B", ".x", "f", "g"]
    try await withTemporaryFolder { folder in
      let target = folder.appendingPathComponent("deep/er")
      let urls = try await downloads(transport, keys).save(to: target)
      let expected = ["daily", "Paid Social & TV", "a_b-2", "A_B", "_x", "f", "g"].map { "\($0).csv" }
      #expect(urls.map(\.lastPathComponent) == expected)
      #expect(try names(in: target) == expected.sorted())
      #expect(try String(contentsOf: urls[1], encoding: .utf8) == "from /checkups/9/files/Paid%20Social%20%26%20TV")
    }
    #expect(transport.sent.allSatisfy { $0.request.headerFields[.accept] == "text/csv" })
  }

  @Test("rows can be read while they arrive, and the text as a whole")
  func rows() async throws {
    let download = try #require(try downloads(RecordingTransport(.json(csv)), ["daily"]).first)
    var spend: [String?] = []
    for try await row in download.rows { spend.append(row["spend"]) }
    #expect(spend == ["1.5", "2.5"])
    #expect(try await download.text() == csv)
  }

  @Test("an earlier file is replaced in one step")
  func replaces() async throws {
    try await withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("x.csv")
      try Data("old and longer than the new one".utf8).write(to: file)
      try await downloads(RecordingTransport(.json("new")), ["x"])[0].save(as: file)
      #expect(try String(contentsOf: file, encoding: .utf8) == "new")
      #expect(try names(in: folder) == ["x.csv"])
    }
  }

  @Test(
    "a failure leaves an earlier file as it was, and nothing else behind",
    arguments: ["status", "length", "break"]
  )
  func failures(kind: String) async throws {
    let transport = RecordingTransport { _, _ in
      switch kind {
      case "status": .json("no", status: 404)
      case "length": .json("half", headers: ["Content-Length": "8"])
      default: throw TransportError(.connectionLost, "gone")
      }
    }
    try await withTemporaryFolder { folder in
      let file = folder.appendingPathComponent("x.csv")
      try Data("old".utf8).write(to: file)
      await #expect(throws: (any Error).self) { try await downloads(transport, ["x"]).save(to: folder) }
      #expect(try String(contentsOf: file, encoding: .utf8) == "old")
      #expect(try names(in: folder) == ["x.csv"])
    }
  }

  @Test("a target that cannot be written is named before anything is fetched")
  func unwritable() async throws {
    let transport = RecordingTransport(.json(csv))
    try await withTemporaryFolder { folder in
      let download = try downloads(transport, ["x"])[0]
      let missing = folder.appendingPathComponent("missing/x.csv")
      let error = await #expect(throws: FileError.self) { try await download.save(as: missing) }
      #expect(error?.description == "cannot write \(missing.path): No such file or directory")
      await #expect(throws: FileError.self) { try await download.save(as: folder) }
    }
    #expect(transport.sent.isEmpty)
  }

  @Test("a download over a socket that breaks off leaves nothing behind")
  func truncated() async throws {
    let server = try LocalServer { _, wire in
      wire.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhalf")
    }
    try await withTemporaryFolder { folder in
      let downloads = try downloads(URLSessionTransport(), ["x"], baseURL: server.baseURL)
      await #expect(throws: TransportError.self) { try await downloads.save(to: folder) }
      #expect(try names(in: folder).isEmpty)
    }
  }

  @Test("cancelling a download removes what was written")
  func cancelled() async throws {
    let gate = Gate()
    defer { gate.letThrough() }
    let server = try LocalServer { _, wire in
      wire.write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\nhalf")
      gate.wait()
    }
    try await withTemporaryFolder { folder in
      let downloads = try downloads(URLSessionTransport(), ["x"], baseURL: server.baseURL)
      let task = Task { try await downloads.save(to: folder) }
      try await until { !server.requests.isEmpty }
      try await Task.sleep(for: .milliseconds(50))
      task.cancel()
      await #expect(throws: CancellationError.self) { try await task.value }
      #expect(try names(in: folder).isEmpty)
    }
  }

  @Test("what arrives faster than it is read comes out as it came in")
  func slowReader() async throws {
    let piece = (0..<(1 << 20)).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) }
    let server = try LocalServer { _, wire in
      wire.write("HTTP/1.1 200 OK\r\nContent-Length: \(50 << 20)\r\n\r\n")
      for _ in 0..<50 { wire.write(piece) }
    }
    try await withTemporaryFolder { folder in
      let download = try downloads(URLSessionTransport(), ["big"], baseURL: server.baseURL)[0]
      var received: [UInt8] = []
      for try await bytes in download.body {
        if received.isEmpty { try await Task.sleep(for: .milliseconds(300)) }
        received += bytes
      }
      let expected = [UInt8]((0..<50).map { _ in piece }.joined())
      #expect(received == expected)
      let url = try await download.save(to: folder)
      #expect(try Data(contentsOf: url) == Data(expected))
    }
  }
}
