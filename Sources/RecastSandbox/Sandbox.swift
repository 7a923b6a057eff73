import Foundation

/// A local Recast that answers the documented part of the API from made-up, repeatable data.
///
/// It can be called in memory, or put behind a socket with ``SandboxServer``. It is written from the documentation alone
/// and shares no code with the client, so that the two can disagree.
public struct Sandbox: Sendable {
  /// What it accepts and how fast its jobs run.
  public let configuration: SandboxConfiguration
  private let state: SandboxState

  /// A sandbox without any reports or runs of its own.
  /// - Parameter clock: the time that jobs and rate limits follow.
  public init(configuration: SandboxConfiguration = .init(), clock: SandboxClock = .system) {
    self.configuration = configuration
    self.state = SandboxState(configuration, clock)
  }

  /// Answers one request. Every input has an answer: what is wrong with it is said in the response.
  public func handle(_ request: SandboxRequest) async -> SandboxResponse {
    var response = await answer(request)
    if request.method == "HEAD" {
      response.headers.append(("Content-Length", String(response.body.count)))
      response.body = Data()
    }
    return response
  }

  private func answer(_ request: SandboxRequest) async -> SandboxResponse {
    // The token comes first: a malformed body without a token is 401, not 400.
    guard isAuthorized(request) else {
      var response = SandboxResponse.problem(401, "The token is missing or invalid")
      response.headers.append(("WWW-Authenticate", "Bearer"))
      return response
    }
    guard request.body.count <= configuration.bodyLimit else {
      return .problem(413, "The body is larger than \(configuration.bodyLimit) bytes")
    }
    guard let target = RequestTarget(request.target) else {
      return .problem(400, "The address is not correctly percent-encoded")
    }
    let path = target.segments
    guard path.count >= 4, path[0] == "v1", path[1] == "clients" else { return .notFound("There is no such path") }
    guard path[2] == configuration.client else {
      return .notFound("There is no client “\(path[2])”, or this token cannot reach it")
    }
    return await Router(state: state, request: request, target: target).respond(to: Array(path.dropFirst(3)))
  }

  private func isAuthorized(_ request: SandboxRequest) -> Bool {
    let parts = (request.header("Authorization") ?? "").split(separator: " ", maxSplits: 1)
    return parts.count == 2 && parts[0].lowercased() == "bearer" && parts[1] == configuration.token
  }
}
