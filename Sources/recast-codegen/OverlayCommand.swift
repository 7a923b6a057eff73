import ArgumentParser
import RecastClientGenerator
import RecastDiagnostics
import RecastGeneratorFiles

/// `recast-codegen overlay`: prints the document with its overlays applied.
struct OverlayCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "overlay",
    abstract: "Prints the document with its overlays applied.",
    discussion: """
      Overlays are applied in order, after the OpenAPI Overlay Specification 1.0 or 1.1, as each of them says. Comments \
      are lost, and what aliases share is printed at each place.
      """
  )

  @OptionGroup var sources: SourceOptions

  @Option(
    help: "The notation: yaml or json. (default: as the name of the output or else of the document says, or yaml)"
  )
  var format: DocumentForm?

  @Option(help: "The file that is written. (default: standard output)")
  var output: String?

  @OptionGroup var reports: ReportOptions

  func validate() throws {
    guard output == nil, reports.takesOutput else { return }
    throw ValidationError("Findings and the document cannot both go to standard output; give one of them a file.")
  }

  func run() throws {
    let input = try sources.read(isStrict: reports.strict)
    var log = DiagnosticLog()
    let text = Generator.overlaidDocument(input, as: form, log: &log)
    try reports.report(log)
    guard let text else {
      Terminal.error("\(log.summary); nothing was written")
      throw ExitCode.failure
    }
    guard let output else {
      Terminal.output(text)
      return
    }
    try TextFile.write(text, to: output)
    reports.say("\(Quantity.of(input.overlays.count, "overlay")) applied: \(VisibleText.line(output))")
  }

  private var form: DocumentForm {
    format ?? ((output ?? sources.document).lowercased().hasSuffix(".json") ? .json : .yaml)
  }
}

extension DocumentForm: ExpressibleByArgument {}
