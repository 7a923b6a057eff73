import FlyingFox
import FlyingSocks
import Foundation

/// Translates between FlyingFox's messages and the sandbox's own.
struct SandboxHandler: HTTPHandler {
  let sandbox: Sandbox

  /// Every registered method that may come over a connection, so that the sandbox itself says which it does not know:
  /// FlyingFox answers 404 to methods that no route names.
  static let methods = HTTPMethod.allMethods.union(["QUERY", "PROPFIND", "REPORT", "SEARCH"].map { HTTPMethod($0) })

  func handleRequest(_ request: HTTPRequest) async throws -> HTTPResponse {
    // `target` is the request line's own text; `path` has been decoded and normalised already, which would turn an
    // encoded slash inside a download key into a separator.
    let message = SandboxRequest(
      request.method.rawValue,
      request.target.rawValue,
      headers: request.headers.map { (name: $0.key.rawValue, value: $0.value) },
      body: try await body(of: request)
    )
    let response = await sandbox.handle(message)
    var headers = HTTPHeaders()
    for (name, value) in response.headers { headers.addValue(value, for: HTTPHeader(name)) }
    return HTTPResponse(
      statusCode: Self.statusCode(response.status),
      headers: headers,
      body: HTTPBodySequence(data: response.body, suggestedBufferSize: 1 << 18)
    )
  }

  private static func statusCode(_ code: Int) -> HTTPStatusCode {
    let known: [HTTPStatusCode] = [
      .ok, .created, .found, .noContent, .badRequest, .unauthorized, .notFound, .methodNotAllowed, .conflict,
      .payloadTooLarge,
      .unprocessableContent, .tooManyRequests, .internalServerError,
    ]
    return known.first { $0.code == code } ?? HTTPStatusCode(code, phrase: "Status")
  }

  /// Reads the body to its end, but keeps no more of it than one byte beyond the limit: the rest of a body that is too
  /// large must not be taken for the next request on the connection, nor fill the memory.
  private func body(of request: HTTPRequest) async throws -> Data {
    var data = Data()
    let limit = sandbox.configuration.bodyLimit + 1
    for try await chunk in request.bodySequence where data.count < limit {
      data.append(chunk.prefix(limit - data.count))
    }
    return data
  }
}

/// FlyingFox writes the head and the body of a response separately. Without this option the second write waits for the
/// client's delayed acknowledgement of the first, some 40 ms on every response of a kept connection. FlyingFox shows its
/// sockets to nobody but the pool, which sees each of them when it first has to wait for a request.
struct NoDelayPool<Base: AsyncSocketPool>: AsyncSocketPool {
  private let base: Base

  init(_ base: Base) {
    self.base = base
  }

  func prepare() async throws {
    try await base.prepare()
  }

  func run() async throws {
    try await base.run()
  }

  func suspendSocket(_ socket: Socket, untilReadyFor events: Socket.Events) async throws {
    try? socket.setValue(true, for: BoolSocketOption(level: Int32(IPPROTO_TCP), name: TCP_NODELAY))
    try await base.suspendSocket(socket, untilReadyFor: events)
  }
}
