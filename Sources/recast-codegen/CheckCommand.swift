import ArgumentParser
import RecastClientGenerator
import RecastDiagnostics
import RecastGeneratorFiles

/// `recast-codegen check`: says whether the client is current.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says whether the generated client is current, and exits with 1 if it is not.",
    discussion: "Nothing is written."
  )

  @OptionGroup var inputs: InputOptions
  @OptionGroup var reports: ReportOptions

  func run() throws {
    let client = try inputs.generate(reports)
    let (folder, changes) = (client.folder, client.changes)
    guard !changes.isEmpty else {
      reports.say("\(inputs.outputPath) is current: \(Quantity.of(changes.unchanged.count, "file"))")
      return
    }
    for file in changes.written where file.path != OutputManifest.fileName {
      Terminal.error("\(folder.bytes(at: file.path) == nil ? "missing" : "out of date"): \(file.path)")
    }
    for path in changes.removed { Terminal.error("no longer generated: \(VisibleText.line(path))") }
    Terminal.error("\(inputs.outputPath) is not current; run `recast-codegen generate`")
    throw ExitCode.failure
  }
}
