import ArgumentParser

/// `dev bench`: measures what must not become slow.
struct BenchCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measures generation, and what generated code costs, and exits with 1 when a bound is exceeded.",
    subcommands: [BenchGenerateCommand.self, BenchCompileCommand.self],
    defaultSubcommand: BenchGenerateCommand.self
  )
}
