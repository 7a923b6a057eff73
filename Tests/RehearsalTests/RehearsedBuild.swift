import Foundation
import RecastTestSupport

/// Builds programs against a client that was generated a moment ago, with the modules of the build that the tests
/// belong to for everything else.
struct RehearsedBuild {
  /// The folder that looks like the repository, with the client in it.
  let repository: TemporaryFolder

  private var products: URL { repository.url.appendingPathComponent("products") }

  /// Builds the client, the journeys and the quickstart.
  ///
  /// - Returns: What the compiler said; empty when it had nothing to say.
  func build() async throws -> String {
    try FileManager.default.createDirectory(at: products, withIntermediateDirectories: true)
    try repository.write(Self.runner, to: "Runner.swift")
    let client = try await compile(
      "RecastAPI",
      FileList.below(repository.url.appendingPathComponent("Generated")).map {
        repository.url.appendingPathComponent("Generated/\($0)").path
      },
      ["-emit-module", "-emit-module-path", products.appendingPathComponent("RecastAPI.swiftmodule").path]
    )
    guard client.isEmpty else { return client }
    let runner = repository.url.appendingPathComponent("Runner.swift").path
    // The test of the quickstart runs the one that the build has made.
    let journeys = sources("Tests/JourneyTests").filter { !$0.hasSuffix("/QuickstartTests.swift") }
    return try await compile("JourneyTests", journeys + [runner]) + compile("quickstart", sources("Sources/quickstart"))
      + link("JourneyTests") + link("quickstart")
  }

  /// Runs a program that was built.
  func run(_ program: String, _ arguments: [String]) async throws -> Subprocess {
    try await Subprocess.run(
      products.appendingPathComponent(program),
      arguments,
      in: repository.url,
      within: .seconds(120)
    )
  }

  /// What SwiftPM writes for the tests of a package, too.
  private static let runner = """
    import Testing

    @main
    struct Runner {
      static func main() async { await Testing.__swiftPMEntryPoint() as Never }
    }
    """

  private func sources(_ folder: String) -> [String] {
    FileList.below(PackageFolder.root.appendingPathComponent(folder)).filter { $0.hasSuffix(".swift") }.map {
      PackageFolder.root.appendingPathComponent("\(folder)/\($0)").path
    }
  }

  private func compile(_ module: String, _ files: [String], _ arguments: [String] = []) async throws -> String {
    let common = [
      "-swift-version", "6", "-warnings-as-errors", "-whole-module-optimization", "-Onone", "-parse-as-library",
      "-module-name", module, "-package-name", packageName,
      "-I", products.path, "-I", PackageFolder.products.appendingPathComponent("Modules").path,
      "-c", "-o", products.appendingPathComponent("\(module).o").path,
    ]
    return try await swiftc(common + moduleMaps + arguments + files)
  }

  /// Links a program with what the quickstart of the build was linked with, except the client.
  private func link(_ program: String) async throws -> String {
    let list = PackageFolder.products.appendingPathComponent("quickstart.product/Objects.LinkFileList")
    let objects = try String(contentsOf: list, encoding: .utf8).split(separator: "\n").map(String.init)
    let others = objects.filter { !$0.contains("/RecastAPI.build/") && !$0.contains("/quickstart.build/") }
    let own = ["RecastAPI", program].map { products.appendingPathComponent("\($0).o").path }
    try repository.write((own + others).joined(separator: "\n"), to: "\(program).objects")
    return try await swiftc([
      "-o", products.appendingPathComponent(program).path,
      "@" + repository.url.appendingPathComponent("\(program).objects").path,
    ])
  }

  private func swiftc(_ arguments: [String]) async throws -> String {
    let result = try await Subprocess.run(command: "swiftc", arguments, in: repository.url)
    return result.status == 0 ? result.said : result.said + "swiftc exited with \(result.status)\n"
  }

  /// SwiftPM names the package after its folder.
  private var packageName: String {
    String(PackageFolder.root.lastPathComponent.lowercased().map { $0.isLetter || $0.isNumber ? $0 : "_" })
  }

  /// Modules of C that the modules of the build are made with.
  private var moduleMaps: [String] {
    let checkouts = PackageFolder.root.appendingPathComponent(".build/checkouts")
    let maps = FileList.below(checkouts).filter { $0.hasSuffix("/module.modulemap") && !$0.contains("/Tests/") }
    let own = PackageFolder.root.appendingPathComponent("Sources/CRecastYAML/module.modulemap")
    return (maps.map { checkouts.appendingPathComponent($0).path } + [own.path]).flatMap {
      ["-Xcc", "-fmodule-map-file=\($0)"]
    }
  }
}
