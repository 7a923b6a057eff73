import ArgumentParser
import RecastClientGenerator
import RecastDiagnostics
import RecastGeneratorFiles

/// Where the client is generated from and to.
struct InputOptions: ParsableArguments {
  @OptionGroup var sources: SourceOptions

  @Option(help: "The folder below which files are read that references name. (default: the folder of the document)")
  var root: String?

  @Option(help: "The folder of the generated client. (default: Generated; required with another document)")
  var output: String?

  @Flag(help: "Makes all names afresh, instead of keeping those of the client that is there.")
  var freshNames = false

  /// The folder that the client is written to.
  var outputPath: String { output ?? InputFiles.defaultOutput }

  func validate() throws {
    // The default folder holds the client of the default document; another one would take its place.
    guard sources.document != InputFiles.defaultDocument, output == nil else { return }
    throw ValidationError("--document needs --output; only \(InputFiles.defaultDocument) has a folder of its own.")
  }

  /// Generates the client, and says what there is to say.
  ///
  /// - Throws: `FileProblem` when a file cannot be read or a report cannot be written, `ExitCode.failure` when the
  ///   document has an error.
  func generate(_ reports: ReportOptions) throws -> GeneratedClient {
    var input = try sources.read(root: root, isStrict: reports.strict)
    var log = DiagnosticLog()
    let folder = OutputFolder(outputPath)
    let manifest = folder.manifest(log: &log)
    if !freshNames { input.names = manifest.names }
    let output = Generator.generate(input, log: &log)
    try reports.report(log)
    guard let output, !log.hasErrors else {
      Terminal.error("\(log.summary); nothing was written")
      throw ExitCode.failure
    }
    return GeneratedClient(output: output, findings: log.summary, folder: folder, manifest: manifest)
  }
}

/// A client in memory, and the folder that it belongs into.
struct GeneratedClient {
  var output: GeneratorOutput
  /// How many findings there are, in words.
  var findings: String
  var folder: OutputFolder
  /// The manifest that the folder has.
  var manifest: OutputManifest

  /// What the folder lacks.
  var changes: OutputChanges { OutputChanges(output, from: manifest, existing: folder.bytes(at:)) }
}
