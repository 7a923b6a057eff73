import Foundation
import HTTPTypes
import Logging
import Testing

@testable import RecastRuntime

/// The token must show nowhere, by whatever means somebody prints what has to do with it.
@Suite("Redaction")
struct RedactionTests {
  private static let token = "secret-token-4711"

  private func renderings(_ value: Any) -> String {
    var dumped = ""
    dump(value, to: &dumped)
    return [
      "\(value)", String(describing: value), String(reflecting: value), dumped,
      (value as? any Error)?.localizedDescription ?? "", "\(Mirror(reflecting: value).children.map { "\($0)" })",
    ].joined(separator: "\n")
  }

  @Test("credentials, connections, jobs and downloads do not show the token")
  func values() async throws {
    let token = Self.token
    let connection = try Connection.test(RecordingTransport(.json(#"{"id":1,"status":"success","files":["a"]}"#)))
    let job = CheckupsResource(core: connection).job(id: 1)
    let completed = try await job.finished()
    let values: [Any] = [
      Credential.token(token), Credential.environment(["T"]) { _ in token }, Secret(token), connection, job,
      CheckupsResource(core: connection), completed, completed.downloads, try completed.download("a"),
      CheckupsResource(core: connection).pets(), job.updates, HeaderItem(name: "X-Key", value: token),
      try CredentialSource(.token(token), for: .bearer), Authentication.bearer,
      CallOptions(headers: [HeaderItem(name: "X-Key", value: token)]),
    ]
    for value in values { #expect(!renderings(value).contains(token), "\(type(of: value))") }
    #expect("\(Credential.token(token))" == "Credential(<redacted>)")
  }

  @Test(
    "an error that repeats the token is cleaned",
    arguments: [Authentication.bearer, .header("X-Key"), .query("key")]
  )
  func errors(authentication: Authentication) async throws {
    let body = #"{"error":{"message":"bad token \#(Self.token)","details":{"\#(Self.token)":["\#(Self.token)"]}}}"#
    for status in [200, 401, 500] {
      let transport = RecordingTransport(.json(body, status: status))
      let connection = try Connection.test(transport, authentication: authentication)
      let error = await #expect(throws: (any Error).self) { try await connection.send(Calls.listPets(page: 1)) }
      let text = renderings(try #require(error))
      #expect(!text.contains(Self.token))
      if let error = error as? APIError { #expect(!error.bodyText.contains(Self.token)) }
    }
  }

  @Test("a password of basic authentication is cleaned out in every form")
  func basic() async throws {
    let transport = RecordingTransport(.json(#"{"message":"me:pa ss, bWU6cGEgc3M=, pa ss"}"#, status: 400))
    let connection = try Connection.test(transport, credential: .token("me:pa ss"), authentication: .basic)
    let error = await #expect(throws: APIError.self) { try await connection.send(Calls.listPets()) }
    #expect(error?.serverMessage == "<redacted>, <redacted>, <redacted>")
  }

  @Test("a token cut by the limit on bodies does not show in part")
  func cut() async throws {
    let body = [UInt8](repeating: 120, count: APIError.bodyLimit - 5) + Array(Self.token.utf8)
    let connection = try Connection.test(RecordingTransport(.init(status: 500, body: body)))
    let error = await #expect(throws: APIError.self) { try await connection.send(Calls.listPets()) }
    #expect(error?.bodyText.contains("secre") == false)
  }

  @Test("the log tells operation, path without values, status and duration, and nothing else")
  func log() async throws {
    let lines = Locked<[String]>([])
    let logger = Logger(label: "test") { _ in LineHandler(lines: lines) }
    let transport = RecordingTransport(.json(#"{"data":[]}"#), .json(#"{"message":"\#(Self.token)"}"#, status: 422))
    let connection = try Connection(
      baseURL: "https://api.example.com",
      credential: .token(Self.token),
      authentication: .query("key"),
      transport: transport,
      logger: logger,
      clock: ManualClock()
    )
    _ = try await connection.send(Calls.listPets(page: 1, trace: "private"))
    _ = try? await connection.send(Calls.getPet(owner: "acme", id: 7))
    #expect(
      lines.withLock { $0 } == [
        "debug GET /pets: 200 [duration_ms=0 method=GET operation=listPets path=/pets status=200]",
        "info GET /owners/{}/pets/{}: 422 "
          + "[duration_ms=0 method=GET operation=getPet path=/owners/{}/pets/{} status=422]",
      ]
    )
  }
}

/// Keeps log lines.
private struct LineHandler: LogHandler {
  let lines: Locked<[String]>
  var metadata: Logger.Metadata = [:]
  var logLevel = Logger.Level.trace

  init(lines: Locked<[String]>) {
    self.lines = lines
  }

  subscript(metadataKey key: String) -> Logger.Metadata.Value? {
    get { metadata[key] }
    set { metadata[key] = newValue }
  }

  func log(event: LogEvent) {
    let pairs = (event.metadata ?? [:]).map { "\($0)=\($1)" }.sorted().joined(separator: " ")
    lines.withLock { $0.append("\(event.level) \(event.message) [\(pairs)]") }
  }
}
