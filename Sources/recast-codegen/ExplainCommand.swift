import ArgumentParser
import RecastDiagnostics

/// `recast-codegen explain`: says more about a kind of finding.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says more about a kind of finding, by the name in brackets behind its message."
  )

  @Argument(help: "The name, such as `unresolved-reference`.")
  var tag: String?

  @Flag(help: "Lists all kinds of findings.")
  var list = false

  func validate() throws {
    if tag == nil && !list { throw ValidationError("Name a kind of finding, or use --list.") }
  }

  func run() throws {
    if list { print(DiagnosticCatalog.stages.map(listing).joined(separator: "\n\n")) }
    guard let tag else { return }
    guard let entry = DiagnosticCatalog.entry(named: tag) else {
      let help =
        Suggestion.help(for: tag, in: Set(DiagnosticCatalog.entries.keys.map(\.name)))
        ?? "see `recast-codegen explain --list`"
      throw ValidationError("There is no kind of finding called `\(tag)`; \(help)")
    }
    let severity =
      entry.weight == .fatal
      ? "An error, whatever the configuration says."
      : """
      \(entry.weight.severity == .error ? "An" : "A") \(entry.weight.severity.rawValue), unless the configuration says \
      otherwise under `severities`.
      """
    print("\(entry.tag.name): \(entry.summary)\n\n\(entry.explanation)\n\n\(entry.remedy)\n\n\(severity)")
  }

  /// A stage with a line per kind of finding.
  private func listing(_ title: String, _ entries: [DiagnosticCatalog.Entry]) -> String {
    let lines = entries.map { "  \($0.tag.name) (\($0.weight.severity.rawValue)): \($0.summary)" }
    return ([title] + lines).joined(separator: "\n")
  }
}
