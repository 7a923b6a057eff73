import Foundation
import HTTPTypes

@testable import RecastRuntime

/// A transport that keeps what it is asked to send, and answers from a script.
struct RecordingTransport: Transport {
  /// A request as it reached the transport.
  struct Sent: Sendable {
    let request: HTTPRequest
    let body: [UInt8]?

    /// The first line of the message, with the address in front: `GET https://api.example.com/pets?page=1`.
    var line: String {
      "\(request.method.rawValue) \(request.scheme ?? "")://\(request.authority ?? "")\(request.path ?? "")"
    }
    var bodyText: String? { body.map { String(decoding: $0, as: UTF8.self) } }
  }

  /// An answer.
  struct Answer: Sendable {
    var status = 200
    var headers: [String: String] = [:]
    var body: [UInt8] = []

    static func json(_ text: String, status: Int = 200, headers: [String: String] = [:]) -> Answer {
      Answer(status: status, headers: headers, body: Array(text.utf8))
    }
  }

  private let log = Locked<[Sent]>([])
  private let answer: @Sendable (Sent, Int) async throws -> Answer

  /// Answers with a closure, which gets the request and its number, counted from 0.
  init(_ answer: @escaping @Sendable (Sent, Int) async throws -> Answer) {
    self.answer = answer
  }

  /// Answers with these in turn; the last one stays.
  init(_ answers: Answer...) {
    self.init { _, number in answers[min(number, answers.count - 1)] }
  }

  var sent: [Sent] { log.withLock { $0 } }

  func send(_ request: HTTPRequest, body: BodyContent?) async throws -> (HTTPResponse, ResponseBody) {
    let sent = Sent(request: request, body: try body?.collect())
    let number = log.withLock { log in
      log.append(sent)
      return log.count - 1
    }
    let answer = try await answer(sent, number)
    var response = HTTPResponse(status: .init(code: answer.status))
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { response.headerFields[name] = value }
    }
    return (response, ResponseBody(answer.body))
  }
}

extension Connection {
  /// A connection for tests: a token that must show nowhere, and time that the test owns.
  static func test(
    _ transport: any Transport,
    baseURL: String = "https://api.example.com/v2",
    credential: Credential? = .token("secret-token-4711"),
    authentication: Authentication = .bearer,
    clock: any Clock<Duration> = ContinuousClock()
  ) throws -> Connection {
    try Connection(
      baseURL: baseURL,
      credential: credential,
      authentication: authentication,
      transport: transport,
      clock: clock,
      random: { 0.5 }
    )
  }
}
