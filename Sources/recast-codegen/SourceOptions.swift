import ArgumentParser
import RecastClientGenerator
import RecastGeneratorFiles

/// The document with what belongs to it, with the places that need no saying.
struct SourceOptions: ParsableArguments {
  @Option(help: "The OpenAPI document.")
  var document = InputFiles.defaultDocument

  @Option(help: "An overlay; may be given several times. (default: spec/overlays/*.overlay.yaml, with the document)")
  var overlay: [String] = []

  @Option(help: "The configuration. (default: spec/recast-codegen.yaml, with the document)")
  var configuration: String?

  @Flag(help: "Takes overlay actions that match nothing for errors, unless they set `x-client-optional: true`.")
  var strictOverlays = false

  /// Reads the files.
  ///
  /// - Parameters:
  ///   - root: the folder below which files are read that references name; `nil` stands for that of the document.
  ///   - isStrict: whether every warning counts as an error.
  /// - Throws: `FileProblem` when one does not exist or cannot be read.
  func read(root: String? = nil, isStrict: Bool) throws -> GeneratorInput {
    var input = try InputFiles(document: document, overlays: overlay, configuration: configuration, root: root).read()
    input.isStrict = isStrict
    input.overlaysAreStrict = strictOverlays
    return input
  }
}
