import Foundation
import Testing

@testable import RecastSandbox

/// Calls a sandbox in memory, on a clock that only moves when a test says so.
struct Caller {
  let sandbox: Sandbox
  let clock = ManualSandboxClock()
  var token = "gr_sandbox_token"
  var root = "/v1/clients/democlient"

  init(_ configuration: SandboxConfiguration = SandboxConfiguration(speed: 1)) {
    sandbox = Sandbox(configuration: configuration, clock: clock.clock)
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
  func finishedReport(_ form: JSONValue) async throws -> FinishedReport {
    let created = await post("/reports", ["form": form])
    let id = try #require(created.json["id"]?.integer, "\(created.text)")
    clock.advance(seconds: 300)
    let report = await get("/reports/\(id)").json
    let downloads = report["results"]?["downloads"]?.array ?? []
    return FinishedReport(caller: self, id: id, json: report, keys: downloads.compactMap { $0["key"]?.string })
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

struct FinishedReport {
  let caller: Caller
  let id: Int
  let json: JSONValue
  let keys: [String]

  func download(_ key: String) async -> Answer {
    await caller.get("/reports/\(id)/downloads/\(percentEncoded(key))")
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
