import ArgumentParser

/// The command.
@main
struct Dev: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "Chores of those who work on this package.",
    subcommands: [BenchCommand.self, CorpusCommand.self, FuzzCommand.self]
  )
}
