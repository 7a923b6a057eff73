import Foundation
import RecastTestSupport
import Testing

/// The first command of the README, run as a newcomer runs it.
@Suite struct QuickstartTests {
  private let quickstart = PackageFolder.products.appendingPathComponent("quickstart")

  @Test func reportsAreMadeAndSaved() async throws {
    let folder = try TemporaryFolder()
    let result = try await Subprocess.run(
      quickstart,
      ["--save-to", folder.url.appendingPathComponent("saved").path],
      in: PackageFolder.root,
      environment: ["RECAST_PAT": "gr_not_to_be_shown", "RECAST_CLIENT": "acme"]
    )
    #expect(result.status == 0, "\(result.said)")
    #expect(result.output.contains("Generated client: current"))
    #expect(result.output.contains("RECAST_PAT and RECAST_CLIENT seen and ignored"))
    #expect(result.output.contains("insights overview: ready\n"))
    #expect(result.output.contains("insights overview: success\n"))
    #expect(result.output.contains("32 CSV files in"))
    #expect(!result.said.contains("gr_not_to_be_shown"))
    #expect(!result.output.contains("\u{1B}"), "no control sequences in a pipe")
    let saved = try FileManager.default.subpathsOfDirectory(atPath: folder.url.appendingPathComponent("saved").path)
    #expect(saved.filter { $0.hasSuffix(".csv") }.count == 32)
  }

  @Test(arguments: ["RECAST_PAT", "RECAST_CLIENT"])
  func theRealServiceNeedsBothVariables(missing: String) async throws {
    let folder = try TemporaryFolder()
    var environment = ["RECAST_PAT": "gr_not_to_be_shown", "RECAST_CLIENT": "acme"]
    environment[missing] = ""
    let result = try await Subprocess.run(quickstart, ["--live"], in: folder.url, environment: environment)
    #expect(result.status == 1)
    #expect(result.error.contains("\(missing) is not set"), "\(result.said)")
    #expect(!result.said.contains("gr_not_to_be_shown"))
  }
}
