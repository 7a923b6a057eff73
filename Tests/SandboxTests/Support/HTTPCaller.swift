import Foundation
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Calls a server through URLSession.
struct HTTPCaller: Sendable {
  struct Answer {
    var status: Int
    var contentType: String?
    var data: Data
    var text: String { String(decoding: data, as: UTF8.self) }
    var json: [String: Any] { (try? JSONSerialization.jsonObject(with: data)) as? [String: Any] ?? [:] }
  }

  let root: String
  private let session: URLSession = {
    let configuration = URLSessionConfiguration.ephemeral
    // The server is in this process, and answers when other tests let it.
    configuration.timeoutIntervalForRequest = 600
    return URLSession(configuration: configuration)
  }()

  init(root: String) {
    self.root = root
  }

  func get(_ path: String) async throws -> Answer {
    try await send(path) { _ in }
  }

  func post(_ path: String, _ body: [String: Any]) async throws -> Answer {
    let bytes = try JSONSerialization.data(withJSONObject: body)
    return try await send(path) { request in
      request.httpMethod = "POST"
      request.httpBody = bytes
      request.setValue("application/json", forHTTPHeaderField: "Content-Type")
    }
  }

  private func send(_ path: String, _ prepare: (inout URLRequest) -> Void) async throws -> Answer {
    var request = URLRequest(url: try #require(URL(string: root + path)))
    request.setValue("Bearer gr_sandbox_token", forHTTPHeaderField: "Authorization")
    prepare(&request)
    let (data, response) = try await session.data(for: request)
    let http = try #require(response as? HTTPURLResponse)
    return Answer(status: http.statusCode, contentType: http.value(forHTTPHeaderField: "Content-Type"), data: data)
  }
}
