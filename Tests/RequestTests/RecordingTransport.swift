import HTTPTypes
import RecastRequestFixture

/// A transport that keeps what it is asked to send, and answers that it is done.
actor RecordingTransport: Transport {
  /// A request as it would go over the wire.
  struct Sent: Sendable {
    let request: HTTPRequest
    let body: [UInt8]?

    /// The body as text.
    var text: String? { body.map { String(decoding: $0, as: UTF8.self) } }
  }

  private(set) var sent: [Sent] = []

  nonisolated func send(_ request: HTTPRequest, body: BodyContent?) async throws -> (HTTPResponse, ResponseBody) {
    await keep(Sent(request: request, body: try body?.collect()))
    return (HTTPResponse(status: .noContent), ResponseBody([]))
  }

  private func keep(_ sent: Sent) { self.sent.append(sent) }
}
