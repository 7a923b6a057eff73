import ArgumentParser
import Foundation
import RecastSandbox

/// `recast-sandbox`: a local Recast until somebody presses Ctrl-C.
@main
struct RecastSandboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recast-sandbox",
    abstract: "Serves a local Recast with made-up data on 127.0.0.1.",
    discussion: """
      Every documented endpoint answers, from a small media-mix model. What is created is forgotten when the program \
      ends, unless --state names a file to keep it in.
      """
  )

  @Option(help: "The port to listen on; 0 picks a free one.")
  var port: UInt16 = 8080

  @Option(help: "The token that requests must carry.")
  var token = "gr_sandbox_token"

  @Option(help: "The client slug that exists.")
  var client = "democlient"

  @Option(help: "How many times faster than the real service jobs finish.")
  var speed = 1000.0

  @Option(help: ArgumentHelp("Keep everything that is created in this file, and go on from it.", valueName: "file"))
  var state: String?

  @Option(help: ArgumentHelp("Show this API document at /api-docs, behind a login.", valueName: "file"))
  var document: String?

  @Flag(help: "Let any number of things be created; without this the documented limits hold.")
  var unlimited = false

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
    let sandbox = try await sandbox()
    let server = try await SandboxServer.start(sandbox, port: port)
    // Whole lines at once: somebody may be waiting for them at the other end of a pipe.
    FileHandle.standardOutput.write(Data((lines(server, sandbox).joined(separator: "\n") + "\n").utf8))
    await interrupted.wait()
    await server.stop()
  }

  private func sandbox() async throws -> Sandbox {
    var configuration = SandboxConfiguration(token: token, client: client, speed: speed)
    if unlimited {
      configuration.runsPerMinute = .max
      configuration.runsPerDay = .max
      configuration.jobsPerMinute = .max
      configuration.planWritesPerMinute = .max
    }
    if let document {
      do {
        configuration.document = try Data(contentsOf: URL(fileURLWithPath: document))
      } catch {
        throw ValidationError("--document \(document) cannot be read: \(error.localizedDescription)")
      }
    }
    guard let state else { return Sandbox(configuration: configuration) }
    return try await Sandbox(configuration: configuration, stateFile: URL(fileURLWithPath: state))
  }

  private func lines(_ server: SandboxServer, _ sandbox: Sandbox) -> [String] {
    let factor = speed == speed.rounded() ? String(format: "%.0f", speed) : String(speed)
    var lines = [
      "Recast sandbox, \(factor) times faster than the real service",
      "address  \(server.baseURL.absoluteString)",
      "token    \(token)",
      "client   \(client)",
    ]
    if let state { lines.append("state    \(state)") }
    if document != nil {
      let login = sandbox.configuration.login
      lines.append(
        "docs     \(server.baseURL.absoluteString)/api-docs, as \(login.email) with password \(login.password)"
      )
    }
    return lines + ["Press Ctrl-C to stop."]
  }
}
