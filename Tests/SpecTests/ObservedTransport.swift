import HTTPTypes
import RecastAPI

/// A transport that sends over the network, and keeps what was asked and how it was answered.
actor ObservedTransport: Transport {
  /// A request and the status of its answer.
  struct Exchange: Hashable {
    let method: String
    let path: String
    let status: Int
  }

  private(set) var exchanges: [Exchange] = []
  private let network = URLSessionTransport()

  nonisolated func send(_ request: HTTPRequest, body: BodyContent?) async throws -> (HTTPResponse, ResponseBody) {
    let (response, body) = try await network.send(request, body: body)
    await keep(
      Exchange(method: request.method.rawValue, path: request.path ?? "", status: response.status.code)
    )
    return (response, body)
  }

  private func keep(_ exchange: Exchange) { exchanges.append(exchange) }
}
