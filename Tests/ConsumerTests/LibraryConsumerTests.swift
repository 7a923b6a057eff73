import Foundation
import RecastTestSupport
import Testing

/// Somebody who only calls the API: what they build, and what they are spared.
@Suite struct LibraryConsumerTests {
  private static let app = """
    import RecastAPI

    @main
    struct App {
      static func main() async throws {
        let recast = try Recast(token: "gr_token", baseURL: "http://127.0.0.1:9")
        let call = Calls.getReport(client: "acme", id: 42)
        print(call.method, recast.client("acme").client, Diagnostics().name)
      }
    }
    """

  @Test(.patient)
  func theLibraryNeedsNeitherLibyamlNorTheGenerator() async throws {
    // Names that our own package uses for targets: modules share one name space in a program.
    let package = try ConsumerPackage(
      app: "import Diagnostics\nimport Overlay\nimport dev\nimport quickstart\n" + Self.app,
      targets: [
        "Diagnostics": "public struct Diagnostics { public let name = \"theirs\"; public init() {} }",
        "Overlay": "public struct Overlay {}",
        "dev": "public struct Dev {}",
        "quickstart": "public struct Quickstart {}",
      ]
    )
    let hidden = package.folder.appendingPathComponent("no-pkg-config").path

    let build = try await package.swift(
      ["build", "-Xswiftc", "-warnings-as-errors"],
      environment: ["PKG_CONFIG_PATH": hidden, "PKG_CONFIG_LIBDIR": hidden]
    )

    #expect(build.status == 0, "\(build.said)")
    #expect(!build.said.contains("warning"), "\(build.said)")
    let modules = try package.builtModules()
    #expect(modules.isSuperset(of: ["RecastAPI", "RecastRuntime", "HTTPTypes", "Logging"]))
    let ours = modules.filter { $0.hasPrefix("Recast") }
    #expect(ours == ["RecastAPI", "RecastRuntime"])
    #expect(modules.isDisjoint(with: ["ArgumentParser", "FlyingFox", "CRecastYAML"]))

    let run = try await package.swift(["run", "--skip-build", "app"])
    #expect(run.said.contains("GET acme theirs"), "\(run.said)")
  }

  @Test(.patient)
  func fewPackagesAreResolved() async throws {
    let package = try ConsumerPackage(app: Self.app)
    let resolve = try await package.swift(["package", "show-dependencies", "--format", "flatlist"])
    #expect(resolve.status == 0, "\(resolve.output)")
    let names = Set(resolve.output.split(separator: "\n").map(String.init))
    let known: Set = ["swift-http-types", "swift-log", "swift-argument-parser", "flyingfox"]
    #expect(names.filter { $0.hasPrefix("swift-") || $0.lowercased() == "flyingfox" }.count <= known.count)
  }
}
