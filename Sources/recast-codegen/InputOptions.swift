import ArgumentParser
import RecastClientGenerator
import RecastDiagnostics
import RecastGeneratorFiles

/// Where the client is generated from and to, with the places that need no saying.
struct InputOptions: ParsableArguments {
  @Option(help: "The OpenAPI document.")
  var document = InputFiles.defaultDocument

  @Option(help: "An overlay; may be given several times. (default: spec/overlays/*.overlay.yaml, with the document)")
  var overlay: [String] = []

  @Option(help: "The configuration. (default: spec/recast-codegen.yaml, with the document)")
  var configuration: String?

  @Option(help: "The folder of the generated client. (default: Generated; required with another document)")
  var output: String?

  /// The folder that the client is written to.
  var outputPath: String { output ?? InputFiles.defaultOutput }

  func validate() throws {
    // The default folder holds the client of the default document; another one would take its place.
    guard document != InputFiles.defaultDocument, output == nil else { return }
    throw ValidationError("--document needs --output; only \(InputFiles.defaultDocument) has a folder of its own.")
  }

  /// Generates the client, and says on standard error what there is to say.
  ///
  /// - Throws: `FileProblem` when a file cannot be read, `ExitCode.failure` when the document has an error.
  func generate() throws -> GeneratorOutput {
    let input = try InputFiles(document: document, overlays: overlay, configuration: configuration).read()
    var log = DiagnosticLog()
    let output = Generator.generate(input, log: &log)
    let text = DiagnosticRenderer().render(log)
    if !text.isEmpty { Terminal.error(text) }
    guard let output, !log.hasErrors else {
      let count = log.count(of: .error)
      Terminal.error("\(count) \(count == 1 ? "error" : "errors"); nothing was written")
      throw ExitCode.failure
    }
    return output
  }
}
