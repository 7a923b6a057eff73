import Foundation
import RecastTestSupport

/// The formatter of the toolchain, with the package's own rules.
enum Formatter {
  /// What `swift format lint --strict` says about the Swift files below a folder; empty when it has nothing to say.
  static func faults(below folder: URL) async throws -> String {
    let configuration = PackageFolder.root.appendingPathComponent(".swift-format").path
    let result = try await Subprocess.run(
      command: "swift",
      ["format", "lint", "--strict", "--recursive", "--configuration", configuration, folder.path],
      in: PackageFolder.root
    )
    return result.status == 0 ? "" : result.said
  }
}
