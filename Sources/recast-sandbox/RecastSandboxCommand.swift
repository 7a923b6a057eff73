import ArgumentParser
import Foundation
import RecastSandbox

/// `recast-sandbox`: a local Recast until somebody presses Ctrl-C.
@main
struct RecastSandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recast-sandbox",
    abstract: "Serves a local Recast with made-up data on 127.0.0.1.",
    discussion: "Reports, deployments, KPIs and runs answer as documented. Nothing is kept when the program ends."
  )

  @Option(help: "The port to listen on; 0 picks a free one.")
  var port: UInt16 = 8080

  @Option(help: "The token that requests must carry.")
  var token = "gr_sandbox_token"

  @Option(help: "The client slug that exists.")
  var client = "democlient"

  @Option(help: "How many times faster than the real service jobs finish.")
  var speed = 1000.0

  func validate() throws {
    guard speed > 0, speed.isFinite else { throw ValidationError("--speed must be greater than 0.") }
    guard !token.isEmpty, !token.contains(where: \.isWhitespace) else {
      throw ValidationError("--token must be a word without spaces.")
    }
    guard !client.isEmpty, !client.contains("/") else {
      throw ValidationError("--client must be a slug without slashes.")
    }
  }

  func run() async throws {
    let interrupted = Interruption()
    let sandbox = Sandbox(configuration: SandboxConfiguration(token: token, client: client, speed: speed))
    let server = try await SandboxServer.start(sandbox, port: port)
    // Whole lines at once: somebody may be waiting for them at the other end of a pipe.
    let lines = [
      "Recast sandbox, \(speed == speed.rounded() ? String(format: "%.0f", speed) : String(speed)) times faster than the real service",
      "address  \(server.baseURL.absoluteString)",
      "token    \(token)",
      "client   \(client)",
      "Press Ctrl-C to stop.",
    ]
    FileHandle.standardOutput.write(Data((lines.joined(separator: "\n") + "\n").utf8))
    await interrupted.wait()
    await server.stop()
  }
}
