import ArgumentParser

/// The command.
@main
struct RecastCodegen: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "recast-codegen",
    abstract: "Generates a typed Swift client from an OpenAPI document.",
    version: "0.1.0",
    subcommands: [
      GenerateCommand.self, CheckCommand.self, OverlayCommand.self, DiffCommand.self, ExplainCommand.self,
    ]
  )
}
