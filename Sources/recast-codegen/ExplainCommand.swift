import ArgumentParser
import RecastDiagnostics
import RecastDocumentDiff

/// `recast-codegen explain`: says more about a kind of finding or change.
struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Says more about a kind of finding or change, by the name in brackets behind its message."
  )

  @Argument(help: "The name, such as `unresolved-reference`.")
  var tag: String?

  @Flag(help: "Lists all kinds of findings.")
  var list = false

  @Flag(help: "Lists all kinds of changes that `diff` reports.")
  var listChanges = false

  func validate() throws {
    if tag == nil && !list && !listChanges { throw ValidationError("Name a kind of finding, or use --list.") }
  }

  func run() throws {
    if list { print(DiagnosticCatalog.stages.map(listing).joined(separator: "\n\n")) }
    if listChanges { print(ChangeCatalog.groups.map(changeListing).joined(separator: "\n\n")) }
    guard let tag else { return }
    if let change = ChangeCatalog.entry(named: tag) {
      print(explanation(of: change))
      return
    }
    guard let entry = DiagnosticCatalog.entry(named: tag) else {
      let help =
        Suggestion.help(for: tag, in: Set(DiagnosticCatalog.entries.keys.map(\.name)).union(ChangeCatalog.ids))
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

  private func explanation(of change: ChangeCatalog.Entry) -> String {
    let level =
      switch change.level {
      case .error: "An error: clients that keep to the old document may fail."
      case .warning: "A warning: nobody can tell from the documents whether clients may fail."
      case .info: "For information: clients that keep to the old document go on to work."
      }
    let origin =
      change.isFromOasdiff
      ? "The id and the level are those of oasdiff." : "The id is made after the pattern of oasdiff's."
    return "\(change.id): \(change.summary)\n\nOn the wire: \(change.wire).\n\n\(level)\n\(origin)"
  }

  /// A group with a line per kind of change.
  private func changeListing(_ title: String, _ entries: [ChangeCatalog.Entry]) -> String {
    ([title] + entries.map { "  \($0.id) (\($0.level.rawValue)): \($0.summary)" }).joined(separator: "\n")
  }
}
