import Foundation
import RecastAPI
import RecastSandbox

/// What answers the calls: a sandbox in this process, or the real API.
struct Service {
  /// The client.
  let recast: Recast
  /// The slug of the client that the reports are about.
  let client: String
  /// What to tell before anything happens.
  let introduction: String
  private let server: SandboxServer?

  /// Starts the sandbox, or connects to the real API.
  ///
  /// - Throws: `MissingVariables` when the real API is wanted and a variable is not set; `ConfigurationError` when its
  ///   value is of no use; `SandboxServerError` when the sandbox cannot listen.
  static func start(live: Bool) async throws -> Service {
    try await live ? liveService() : sandbox()
  }

  /// Stops the sandbox.
  func stop() async { await server?.stop() }

  private static let variables = ["RECAST_PAT", "RECAST_CLIENT"]

  private static func liveService() throws -> Service {
    let values = variables.map { ProcessInfo.processInfo.environment[$0] ?? "" }
    let missing = zip(variables, values).filter { $0.1.isEmpty }.map(\.0)
    guard missing.isEmpty else { throw MissingVariables(names: missing) }
    let recast = try Recast(token: values[0])
    let client = values[1]
    return Service(recast: recast, client: client, introduction: "Using the real API, client \(client)", server: nil)
  }

  private static func sandbox() async throws -> Service {
    // Slow enough to see reports go from one state to the next, fast enough not to bore anybody.
    let configuration = SandboxConfiguration(speed: 60)
    let server = try await SandboxServer.start(Sandbox(configuration: configuration))
    let address = server.baseURL.absoluteString
    var introduction = "A local Recast answers at \(address); its data is made up"
    let ignored = variables.filter { ProcessInfo.processInfo.environment[$0] != nil }
    if !ignored.isEmpty {
      introduction += "\n\(ignored.joined(separator: " and ")) seen and ignored; --live uses the real API"
    }
    return Service(
      recast: try Recast(token: configuration.token, baseURL: address),
      client: configuration.client,
      introduction: introduction,
      server: server
    )
  }
}

/// Variables that `--live` needs are not set.
struct MissingVariables: Error, CustomStringConvertible {
  let names: [String]

  var description: String {
    "--live takes the token from RECAST_PAT and the client slug from RECAST_CLIENT; "
      + "\(names.joined(separator: " and ")) \(names.count == 1 ? "is" : "are") not set"
  }
}
