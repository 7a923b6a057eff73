import ArgumentParser
import RecastClientGenerator
import RecastGeneratorFiles

/// `recast-codegen check`: says whether the client is current.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Says whether the generated client is current, and exits with 1 if it is not.",
    discussion: "Nothing is written."
  )

  @OptionGroup var inputs: InputOptions

  func run() throws {
    let output = try inputs.generate()
    let changes = OutputChanges(output.files, existing: OutputFolder(inputs.output).bytes(at:))
    guard !changes.isEmpty else {
      print("\(inputs.output) is current: \(changes.unchanged.count) files")
      return
    }
    for file in changes.written { Terminal.error("out of date: \(file.path)") }
    for path in changes.removed { Terminal.error("no longer generated: \(path)") }
    Terminal.error("\(inputs.output) is not current; run `recast-codegen generate`")
    throw ExitCode.failure
  }
}
