import Foundation
import RecastTestSupport

/// A package outside the repository that depends on this one by path.
struct ConsumerPackage {
  /// The folder of the package.
  var folder: URL { place.url }
  private let place: TemporaryFolder

  /// Makes a package with an executable `app` and further targets, each with one file.
  init(app: String, targets: [String: String] = [:]) throws {
    place = try TemporaryFolder()
    let dependency = #".product(name: "RecastAPI", package: "\#(PackageFolder.root.lastPathComponent)")"#
    let names = targets.keys.sorted()
    let manifest = """
      // swift-tools-version: 6.1
      import PackageDescription
      let package = Package(
        name: "consumer",
        platforms: [.macOS(.v13)],
        dependencies: [.package(path: "\(PackageFolder.root.path)")],
        targets: [
          .executableTarget(name: "app", dependencies: [\(([dependency] + names.map { "\"\($0)\"" }).joined(separator: ", "))]),
          \(names.map { ".target(name: \"\($0)\")," }.joined(separator: "\n    "))
        ]
      )
      """
    try place.write(manifest, to: "Package.swift")
    try place.write(app, to: "Sources/app/App.swift")
    for (name, source) in targets { try place.write(source, to: "Sources/\(name)/\(name).swift") }
  }

  /// Runs `swift` in the package.
  func swift(_ arguments: [String], environment: [String: String] = [:]) async throws -> Subprocess {
    try await Subprocess.run(command: "swift", arguments, in: folder, environment: environment)
  }

  /// The names of the modules that were built, of this repository and of its dependencies.
  func builtModules() throws -> Set<String> {
    let modules = folder.appendingPathComponent(".build/debug/Modules")
    let names = try FileManager.default.contentsOfDirectory(atPath: modules.path)
    return Set(names.filter { $0.hasSuffix(".swiftmodule") }.map { String($0.dropLast(".swiftmodule".count)) })
  }
}
