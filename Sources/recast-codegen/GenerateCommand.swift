import ArgumentParser
import RecastClientGenerator
import RecastDiagnostics
import RecastGeneratorFiles

/// `recast-codegen generate`: writes the client.
struct GenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Generates the client into a folder.",
    discussion: """
      Files that would not change are not touched, files that are no longer generated are removed, and nothing happens \
      when the document has an error.
      """
  )

  @OptionGroup var inputs: InputOptions
  @OptionGroup var reports: ReportOptions

  @Flag(help: "Prints how long each stage took.")
  var timings = false

  func run() throws {
    let client = try inputs.generate(reports)
    let (output, findings) = (client.output, client.findings)
    var times = output.times
    let changes = try times.measure("write") {
      let changes = client.changes
      try client.folder.apply(changes)
      return changes
    }
    if timings { for stage in times.stages { Terminal.error(stage.line) } }
    for path in changes.kept {
      Terminal.error("note: \(VisibleText.line(path)) is no longer generated, but was edited, so it stays")
    }
    let written = changes.written.filter { $0.path != OutputManifest.fileName }.count
    reports.say(
      """
      \(Quantity.of(output.operationCount, "operation")), \(Quantity.of(output.schemaCount, "schema")): \
      \(Quantity.of(written, "file")) written, \(changes.unchanged.count) unchanged, \(changes.removed.count) removed\
      \(findings.isEmpty ? "" : "; \(findings)")
      """
    )
    // The process is done. To take apart all that was made, piece by piece, would be the last thing that takes time.
    withExtendedLifetime(output) { GenerateCommand.exit() }
  }
}

extension StageTimes.Stage {
  /// The stage as `--timings` prints it.
  fileprivate var line: String { "timing: \(name) \((duration / .microseconds(1)).rounded() / 1000) ms" }
}
