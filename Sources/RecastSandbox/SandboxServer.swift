import FlyingFox
import FlyingSocks
import Foundation

/// A ``Sandbox`` behind a socket on 127.0.0.1.
///
/// Nothing is printed: standard output belongs to the program that starts the server.
public final class SandboxServer: Sendable {
  /// The address to give to a client, for example `http://127.0.0.1:8080`.
  public let baseURL: URL
  /// The port, which the system chose when 0 was asked for.
  public let port: UInt16
  private let server: HTTPServer
  private let running: Task<Void, any Error>

  private init(baseURL: URL, port: UInt16, server: HTTPServer, running: Task<Void, any Error>) {
    self.baseURL = baseURL
    self.port = port
    self.server = server
    self.running = running
  }

  /// Starts to serve `sandbox` and returns when connections are accepted.
  /// - Parameter port: 0 for any free port.
  /// - Throws: ``SandboxServerError`` when the port is taken or may not be used.
  public static func start(_ sandbox: Sandbox, port: UInt16 = 0) async throws -> SandboxServer {
    let configuration = HTTPServer.Configuration(
      address: try .inet(ip4: "127.0.0.1", port: port),
      timeout: 60,
      sharedRequestReplaySize: 0,
      pool: NoDelayPool(HTTPServer.defaultPool()),
      logger: .disabled
    )
    let server = HTTPServer(config: configuration)
    await server.appendRoute("*", for: SandboxHandler.methods, to: SandboxHandler(sandbox: sandbox))
    // A program that is busy elsewhere may take long to come back to this, which is no fault; a port that cannot be had
    // ends the waiting below.
    let listening = Task { try await server.waitUntilListening(timeout: 3600) }
    let running = Task {
      do {
        try await server.run()
      } catch {
        listening.cancel()
        throw error
      }
    }
    do {
      try await listening.value
    } catch {
      running.cancel()
      try await report(running, port: port)
      throw SandboxServerError(
        description: "The sandbox could not start on port \(port): \(error.localizedDescription)"
      )
    }
    guard case .ip4(_, let actual) = await server.listeningAddress,
      let baseURL = URL(string: "http://127.0.0.1:\(actual)")
    else {
      await server.stop()
      throw SandboxServerError(description: "The sandbox could not find out its own address")
    }
    return SandboxServer(baseURL: baseURL, port: actual, server: server, running: running)
  }

  /// Closes the port and every connection, and returns when that is done, or after two seconds if a connection is too
  /// busy to notice.
  public func stop() async {
    let (ended, continuation) = AsyncStream<Void>.makeStream()
    Task { [server, running] in
      await server.stop()
      _ = await running.result
      continuation.finish()
    }
    let limit = Task {
      try await Task.sleep(for: .seconds(2))
      continuation.finish()
    }
    for await _ in ended {}
    limit.cancel()
  }

  /// Says in plain words why the server did not come up.
  private static func report(_ running: Task<Void, any Error>, port: UInt16) async throws {
    do {
      try await running.value
    } catch SocketError.failed(_, errno: EADDRINUSE, _) {
      throw SandboxServerError(description: "Port \(port) is taken. Choose another one, or 0 for any free port.")
    } catch SocketError.failed(_, errno: EACCES, _) {
      throw SandboxServerError(description: "Port \(port) may not be used by this account. Choose one above 1023.")
    } catch SocketError.failed(_, _, let message) {
      throw SandboxServerError(description: "The sandbox could not listen on port \(port): \(message)")
    }
  }
}

/// Why a ``SandboxServer`` did not start.
public struct SandboxServerError: Error, CustomStringConvertible, LocalizedError {
  /// One sentence for people, with the remedy where there is one.
  public let description: String

  /// The same sentence.
  public var errorDescription: String? { description }
}
