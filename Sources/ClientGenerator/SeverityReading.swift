import RecastDiagnostics
import RecastYAMLReader

extension SeverityPolicy {
  /// Reads `severities` of the configuration: a mapping from tags to levels. Errors are in the log.
  init(reading node: YAMLNode, log: inout DiagnosticLog) {
    self.init()
    guard node.kind == .mapping else {
      log.error(
        .invalidConfiguration,
        "`severities` is a mapping",
        at: node.span,
        help: "write it as in `severities: {unresolved-reference: error}`"
      )
      return
    }
    for entry in node.entries { read(entry, log: &log) }
  }

  private mutating func read(_ entry: YAMLEntry, log: inout DiagnosticLog) {
    guard let kind = DiagnosticCatalog.entry(named: entry.key) else {
      log.error(
        .invalidConfiguration,
        "there is no kind of finding called `\(entry.key)`",
        at: entry.keySpan,
        help: Suggestion.help(for: entry.key, in: DiagnosticCatalog.entries.keys.map(\.name).sorted())
          ?? "`recast-codegen explain --list` shows all of them"
      )
      return
    }
    guard let level = Level(rawValue: entry.value.scalarText ?? "") else {
      let names = Level.allCases.map(\.rawValue)
      log.error(
        .invalidConfiguration,
        "`\(entry.key)` needs a level",
        at: entry.value.span,
        help: Suggestion.help(for: entry.value.scalarText ?? "", in: names)
          ?? "the levels are \(names.joined(separator: ", "))"
      )
      return
    }
    guard kind.weight != .fatal || level == .error else {
      log.error(
        .invalidConfiguration,
        "`\(entry.key)` cannot be lowered",
        at: entry.value.span,
        label: "nothing can be generated from a document with it",
        help: "remove this line, and correct the document"
      )
      return
    }
    levels[kind.tag] = level
  }
}
