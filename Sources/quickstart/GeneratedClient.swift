import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastGeneratorFiles

/// Whether the committed client is what the document yields today.
enum GeneratedClient {
  /// Generates the client in memory, compares it with `Generated/`, and says what came of it.
  static func state() -> String {
    guard let root = packageRoot() else { return "Generated client: not checked, because spec/ is not here" }
    do {
      var log = DiagnosticLog()
      let folder = OutputFolder(root.appendingPathComponent(InputFiles.defaultOutput).path)
      let manifest = folder.manifest(log: &log)
      var input = try InputFiles(in: root).read()
      input.names = manifest.names
      guard let output = Generator.generate(input, log: &log) else {
        return "Generated client: the document has errors; `swift run recast-codegen generate` shows them"
      }
      let changes = OutputChanges(output, from: manifest, existing: folder.bytes(at:))
      let size = "\(output.operationCount) operations, \(output.schemaCount) schemas"
      return changes.isEmpty
        ? "Generated client: current (\(size))"
        : "Generated client: out of date; run `swift run recast-codegen generate`"
    } catch {
      return "Generated client: not checked: \(error)"
    }
  }

  /// The folder above the current one, or it itself, that holds the document.
  private static func packageRoot() -> URL? {
    var folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
    while true {
      let document = folder.appendingPathComponent(InputFiles.defaultDocument)
      if FileManager.default.fileExists(atPath: document.path) { return folder }
      let parent = folder.deletingLastPathComponent()
      guard parent.path != folder.path, folder.path != "/" else { return nil }
      folder = parent
    }
  }
}
