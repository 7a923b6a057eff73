import Foundation
import RecastClientGenerator
import RecastDiagnostics

/// A folder below `Tests/GoldenTests/Cases`: a document, and what has to come of it.
package struct GoldenCase: Sendable, CustomStringConvertible {
  /// The folder's name: the feature that the case is about.
  package let name: String
  /// The folder.
  package let folder: URL

  package var description: String { name }

  /// The folder of all cases.
  package static let parent = PackageFolder.root.appendingPathComponent("Tests/GoldenTests/Cases", isDirectory: true)

  /// All cases, sorted by name.
  package static let all: [GoldenCase] = {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: parent.path)) ?? []
    return names.filter { !$0.hasPrefix(".") }.sorted().map {
      GoldenCase(name: $0, folder: parent.appendingPathComponent($0, isDirectory: true))
    }
  }()

  /// The cases that come out as a client.
  package static let generating = all.filter { !$0.expectedFiles.isEmpty }

  /// The paths of the recorded files below `expected`.
  package var expectedFiles: [String] { FileList.below(folder.appendingPathComponent("expected")) }

  /// The text of a file of the case; `nil` when there is none.
  package func text(_ path: String) -> String? {
    (try? Data(contentsOf: folder.appendingPathComponent(path))).map { String(decoding: $0, as: UTF8.self) }
  }

  /// What the generator makes of the case: files by path, and diagnostics as people see them.
  package func result() throws -> (files: [String: String], diagnostics: String) {
    guard let document = source("document.yaml") else { throw Incomplete(message: "\(name) has no document.yaml") }
    var log = DiagnosticLog()
    var input = GeneratorInput(
      document: document,
      overlays: [source("overlay.yaml")].compactMap { $0 },
      configuration: source("configuration.yaml")
    )
    input.files = otherFiles.compactMap(source)
    if let manifest = source("manifest.txt") { input.names = OutputManifest(reading: manifest, log: &log).names }
    let output = Generator.generate(input, log: &log)
    let files = output?.files.map { ($0.path, $0.contents) } ?? []
    return (Dictionary(uniqueKeysWithValues: files), DiagnosticRenderer().render(log))
  }

  /// The paths of files that references of the document may lead into.
  private var otherFiles: [String] {
    FileList.below(folder).filter { path in
      let isData = [".yaml", ".yml", ".json"].contains { path.hasSuffix($0) }
      return isData && !path.hasPrefix("expected/")
        && !["document.yaml", "overlay.yaml", "configuration.yaml"].contains(path)
    }
  }

  private func source(_ name: String) -> SourceFile? {
    let bytes = try? Data(contentsOf: folder.appendingPathComponent(name))
    return bytes.map { SourceFile(path: name, bytes: Array($0)) }
  }

  private struct Incomplete: Error, CustomStringConvertible {
    var message: String
    var description: String { message }
  }
}
