import Foundation
import Testing

@testable import RecastSandbox

/// Calls a sandbox in memory, on a clock that only moves when a test says so.
struct Caller {
  let sandbox: Sandbox
  let clock: ManualSandboxClock
  var token = "gr_sandbox_token"
  var root = "/v1/clients/democlient"

  init(_ configuration: SandboxConfiguration = SandboxConfiguration(speed: 1)) {
    clock = ManualSandboxClock()
    sandbox = Sandbox(configuration: configuration, clock: clock.clock)
  }

  init(sandbox: Sandbox, clock: ManualSandboxClock) {
    (self.sandbox, self.clock) = (sandbox, clock)
  }

  func get(_ path: String) async -> Answer {
    await send(SandboxRequest("GET", root + path, headers: [("Authorization", "Bearer \(token)")]))
  }

  func post(_ path: String, _ body: JSONValue) async -> Answer {
    await post(path, bytes: body.bytes)
  }

  func post(_ path: String, bytes: Data, contentType: String = "application/json") async -> Answer {
    let headers = [(name: "Authorization", value: "Bearer \(token)"), (name: "Content-Type", value: contentType)]
    return await send(SandboxRequest("POST", root + path, headers: headers, body: bytes))
  }

  func send(_ request: SandboxRequest) async -> Answer {
    Answer(response: await sandbox.handle(request))
  }

  /// Creates a report and moves the clock until it is over.
  func finishedReport(_ form: JSONValue) async throws -> FinishedJob {
    try await finished("/reports", ["form": form])
  }

  /// Creates a job and moves the clock until it is over.
  func finished(_ path: String, _ body: JSONValue) async throws -> FinishedJob {
    let created = await post(path, body)
    let id = try #require(created.json["id"]?.integer, "\(created.text)")
    clock.advance(seconds: 900)
    return FinishedJob(caller: self, path: "\(path)/\(id)", json: await get("\(path)/\(id)").json)
  }
}

struct Answer {
  let response: SandboxResponse

  var status: Int { response.status }
  var text: String { String(decoding: response.body, as: UTF8.self) }
  var json: JSONValue { JSONValue(parsing: response.body) ?? .null }
  /// The fields that a 422 names.
  var faultyFields: Set<String> {
    if case .object(let details) = json["error"]?["details"] { Set(details.keys) } else { [] }
  }

  func header(_ name: String) -> String? {
    response.headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }
}

struct FinishedJob {
  let caller: Caller
  let path: String
  let json: JSONValue

  /// The only element of the results of an optimization or a forecast.
  var result: JSONValue {
    let results = json["results"]?.array ?? []
    return results.count == 1 ? results[0] : .null
  }

  /// The keys of its files: of a report they stand in `results` itself.
  var keys: [String] {
    let downloads = json["results"]?["downloads"] ?? result["downloads"]
    return (downloads?.array ?? []).compactMap { $0["key"]?.string }
  }

  func download(_ key: String) async -> Answer {
    await caller.get("\(path)/downloads/\(percentEncoded(key))")
  }

  func table(_ key: String) async throws -> CSVTable {
    let answer = await download(key)
    try #require(answer.status == 200, "\(key): \(answer.text)")
    return try CSVTable(answer.text)
  }
}

/// Everything but unreserved characters is escaped, as in one path segment.
func percentEncoded(_ segment: String) -> String {
  segment.utf8.map { byte in
    let character = Character(UnicodeScalar(byte))
    let isPlain = byte < 128 && (character.isLetter || character.isNumber || "-_.~".contains(character))
    return isPlain ? String(character) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
  }.joined()
}
