import Foundation

/// Places in the package, found by this file's own place in it.
package enum PackageFolder {
  /// The package's root.
  package static let root = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

  /// The folder with the products of the build that the tests belong to: the test bundle lies in it.
  package static let products: URL = {
    let executable = Bundle.main.executableURL ?? URL(fileURLWithPath: CommandLine.arguments[0])
    var folder = executable.deletingLastPathComponent()
    // On macOS the executable is a few levels down in a bundle.
    while folder.path.contains(".xctest") { folder.deleteLastPathComponent() }
    let manager = FileManager.default
    if manager.fileExists(atPath: folder.appendingPathComponent("Modules").path) { return folder }
    return root.appendingPathComponent(".build/debug", isDirectory: true)
  }()
}
