import ArgumentParser
import RecastDiagnostics

/// `recast-codegen explain`: says more about a kind of finding.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says more about a kind of finding, by the name in brackets at the end of its message."
  )

  @Argument(help: "The name, such as `unresolved-reference`.")
  var tag: String?

  @Flag(help: "Lists all kinds of findings.")
  var list = false

  func validate() throws {
    if tag == nil && !list { throw ValidationError("Name a kind of finding, or use --list.") }
  }

  func run() throws {
    let entries = DiagnosticCatalog.entries.values.sorted { $0.tag.name < $1.tag.name }
    if list {
      for entry in entries { print("\(entry.tag.name): \(entry.summary)") }
    }
    guard let tag else { return }
    guard let entry = DiagnosticCatalog.entry(named: tag) else {
      let help = Suggestion.help(for: tag, in: entries.map(\.tag.name)) ?? "see `recast-codegen explain --list`"
      throw ValidationError("There is no kind of finding called `\(tag)`; \(help)")
    }
    print("\(entry.tag.name): \(entry.summary)\n\n\(entry.explanation)\n\n\(entry.remedy)")
  }
}
