import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastGeneratorFiles
import RecastTestSupport

/// The day on which the vendor's own document takes the place of `spec/recast.yaml`, and nothing else changes.
struct Rehearsal {
  /// The document of the day.
  let document: RehearsedDocument

  /// What the generator makes of the document with the overlays and the configuration as they are.
  func generated() throws -> (output: GeneratorOutput?, log: DiagnosticLog) {
    var input = try InputFiles(in: PackageFolder.root).read()
    input.document = SourceFile(path: InputFiles.defaultDocument, bytes: Array(document.json.utf8))
    var log = DiagnosticLog()
    let output = Generator.generate(input, log: &log)
    return (output, log)
  }

  /// Lays out a folder as the repository would be.
  func repository() throws -> TemporaryFolder {
    let folder = try TemporaryFolder()
    let spec = PackageFolder.root.appendingPathComponent("spec")
    for path in FileList.below(spec) where path.hasSuffix(".overlay.yaml") || path == "recast-codegen.yaml" {
      let text = try String(contentsOf: spec.appendingPathComponent(path), encoding: .utf8)
      try folder.write(text, to: "spec/\(path)")
    }
    try folder.write(document.json, to: InputFiles.defaultDocument)
    for file in try generated().output?.files ?? [] {
      try folder.write(file.contents, to: "\(InputFiles.defaultOutput)/\(file.path)")
    }
    return folder
  }
}
