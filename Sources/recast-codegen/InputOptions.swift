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

  @Option(help: "The folder of the generated client.")
  var output = InputFiles.defaultOutput

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
