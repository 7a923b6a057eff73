import Foundation

/// A local Recast that answers the documented part of the API from made-up, repeatable data.
///
/// It can be called in memory, or put behind a socket with ``SandboxServer``. It is written from the documentation alone
/// and shares no code with the client, so that the two can disagree.
public struct Sandbox: Sendable {
  /// What it accepts and how fast its jobs run.
  public let configuration: SandboxConfiguration
  private let state: SandboxState

  /// A sandbox that forgets what was created in it when the program ends.
  /// - Parameter clock: the time that jobs and rate limits follow.
  public init(configuration: SandboxConfiguration = .init(), clock: SandboxClock = .system) {
    self.configuration = configuration
    self.state = SandboxState(configuration, clock)
  }

  /// A sandbox that goes on where another one with the same file ended: with everything that was created, and with
  /// jobs that went on running meanwhile. What a request changes is in the file before its answer is given.
  /// - Parameter stateFile: created if it does not exist.
  /// - Throws: ``SandboxStateError`` when the file cannot be read, understood or written.
  public init(configuration: SandboxConfiguration = .init(), clock: SandboxClock = .system, stateFile: URL) async throws
  {
    self.configuration = configuration
    self.state = try SandboxState(configuration, clock, StateFile(url: stateFile))
    // A file that cannot be written is better found out now than with the first request.
    await state.markChanged()
    try await state.saveChanges()
  }

  /// Answers one request. Every input has an answer: what is wrong with it is said in the response.
  public func handle(_ request: SandboxRequest) async -> SandboxResponse {
    var response = await answer(request)
    do {
      try await keepChanges(of: request, response)
    } catch {
      response = .problem(500, String(describing: error))
    }
    if request.method == "HEAD" {
      response.headers.append(("Content-Length", String(response.body.count)))
      response.body = Data()
    }
    return response
  }

  /// Saves what a request changed, before anybody is told that it did.
  private func keepChanges(of request: SandboxRequest, _ response: SandboxResponse) async throws {
    guard request.method != "GET", request.method != "HEAD", response.status != 401 else { return }
    await state.markChanged()
    try await state.saveChanges()
  }

  private func answer(_ request: SandboxRequest) async -> SandboxResponse {
    guard request.body.count <= configuration.bodyLimit else {
      return isAuthorized(request)
        ? .problem(413, "The body is larger than \(configuration.bodyLimit) bytes") : .unauthorized
    }
    if let page = await Pages(state: state, request: request).respond() { return page }
    // The token comes first: a malformed body without a token is 401, not 400.
    guard isAuthorized(request) else { return .unauthorized }
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
