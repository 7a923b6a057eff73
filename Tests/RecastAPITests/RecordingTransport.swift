import HTTPTypes
import RecastAPI

/// A transport that answers from a list, and keeps what it was asked.
actor RecordingTransport: Transport {
  /// A request as it would go over the wire.
  struct Exchange {
    let request: HTTPRequest
    let body: [UInt8]?

    /// The body as JSON.
    var json: JSONValue? { body.flatMap { try? JSONValue(json: $0) } }
  }

  private(set) var exchanges: [Exchange] = []
  private var answers: [(status: Int, body: String)]

  /// - Parameter answers: one per request, in order; the last one is given again and again.
  init(_ answers: (status: Int, body: String)...) { self.answers = answers }

  nonisolated func send(_ request: HTTPRequest, body: BodyContent?) async throws -> (HTTPResponse, ResponseBody) {
    let exchange = Exchange(request: request, body: try body?.collect())
    return await answer(exchange)
  }

  private func answer(_ exchange: Exchange) -> (HTTPResponse, ResponseBody) {
    exchanges.append(exchange)
    let answer = answers.count > 1 ? answers.removeFirst() : answers.first ?? (500, "")
    return (HTTPResponse(status: .init(code: answer.status)), ResponseBody(Array(answer.body.utf8)))
  }
}
