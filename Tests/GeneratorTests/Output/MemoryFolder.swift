import RecastClientGenerator
import RecastDiagnostics

/// The folder of a generated client, in memory.
struct MemoryFolder {
  var files: [String: [UInt8]] = [:]
  /// What was said about the last document.
  private(set) var diagnostics = ""

  /// The text of the manifest.
  var manifest: String {
    get { text(OutputManifest.fileName) }
    set { files[OutputManifest.fileName] = Array(newValue.utf8) }
  }

  func text(_ path: String) -> String { files[path].map { String(decoding: $0, as: UTF8.self) } ?? "" }

  /// What `generate` would do for a document.
  mutating func changes(for document: String, configuration: String? = nil) throws -> OutputChanges {
    var log = DiagnosticLog()
    let manifest = OutputManifest(
      reading: SourceFile(path: "manifest", bytes: files[OutputManifest.fileName] ?? []),
      log: &log
    )
    var input = GeneratorInput(
      document: SourceFile(path: "document.yaml", bytes: Array(document.utf8)),
      configuration: configuration.map { SourceFile(path: "configuration.yaml", bytes: Array($0.utf8)) }
    )
    input.names = manifest.names
    let output = Generator.generate(input, log: &log)
    diagnostics = DiagnosticRenderer().render(log)
    guard let output else { throw Unusable(diagnostics: diagnostics) }
    return OutputChanges(output, from: manifest, existing: { files[$0] })
  }

  /// Does what `generate` does.
  mutating func generate(_ document: String, configuration: String? = nil) throws {
    let changes = try changes(for: document, configuration: configuration)
    for file in changes.written { files[file.path] = Array(file.contents.utf8) }
    for path in changes.removed { files[path] = nil }
  }

  /// Nothing comes of the document.
  private struct Unusable: Error {
    var diagnostics: String
  }
}
