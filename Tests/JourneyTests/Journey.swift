import Foundation
import RecastAPI
import RecastSandbox

/// A client and a sandbox on a real socket, for the length of a test.
struct Journey {
  /// The client of the sandbox's tenant.
  let client: ClientScope
  /// The client itself.
  let recast: Recast
  /// The address of the sandbox.
  let address: String
  /// A folder of the test's own.
  let folder: URL

  /// Starts a sandbox, runs the body, and clears up whatever happens.
  static func run(
    speed: Double = 20_000,
    clock: SandboxClock = .system,
    _ body: (Journey) async throws -> Void
  ) async throws {
    let configuration = SandboxConfiguration(speed: speed)
    let server = try await SandboxServer.start(Sandbox(configuration: configuration, clock: clock))
    let folder = FileManager.default.temporaryDirectory
      .appendingPathComponent("journey-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let outcome: Result<Void, any Error>
    do {
      let address = server.baseURL.absoluteString
      let recast = try Recast(token: configuration.token, baseURL: address)
      let client = recast.client(configuration.client)
      try await body(Journey(client: client, recast: recast, address: address, folder: folder))
      outcome = .success(())
    } catch {
      outcome = .failure(error)
    }
    try? FileManager.default.removeItem(at: folder)
    await server.stop()
    try outcome.get()
  }

  /// Another client of the same sandbox, with a clock of its own.
  func recast(clock: any Clock<Duration>) throws -> Recast {
    let token = SandboxConfiguration().token
    return Recast(connection: try Connection(baseURL: address, credential: .token(token), clock: clock))
  }

  /// The 91 days up to the end of a deployment's data.
  func period(of deployment: Deployment) -> (start: CalendarDate, end: CalendarDate) {
    (deployment.endDate.advanced(by: -90), deployment.endDate)
  }
}

/// A clock whose time does not pass.
struct StoppedClock: Clock {
  typealias Instant = ContinuousClock.Instant

  let now = ContinuousClock.now
  let minimumResolution = Duration.nanoseconds(1)

  func sleep(until deadline: Instant, tolerance: Duration?) async throws {
    try await Task.sleep(for: .seconds(3600))
  }
}
