import RecastClientPlan
import RecastDiagnostics
import RecastYAMLReader

/// What `recast-codegen.yaml` says: names, access and what findings count as, nothing about the API.
package struct GeneratorConfiguration: Sendable {
  /// The module that the generated files belong to.
  package var module: Identifier?
  /// What the planner is told.
  package var planner = PlannerConfiguration()
  /// What findings count as.
  package var severities = SeverityPolicy()

  /// A configuration that leaves everything to the document.
  package init() {}

  private static let keys = [
    "module", "root-type", "access", "credential-environment", "base-url", "severities", "strict", "names",
    "types",
  ]

  /// Reads the configuration; errors are in the log.
  package init(reading root: YAMLNode, log: inout DiagnosticLog) {
    guard root.kind == .mapping else {
      log.error(.invalidConfiguration, "the configuration is not a mapping", at: root.span)
      return
    }
    for entry in root.entries { read(entry, log: &log) }
  }

  private mutating func readStrict(_ entry: YAMLEntry, log: inout DiagnosticLog) {
    switch (entry.value.kind, entry.value.scalarText?.lowercased()) {
    case (.bool, "true"?): severities.isStrict = true
    case (.bool, "false"?): severities.isStrict = false
    default: log.error(.invalidConfiguration, "`strict` is `true` or `false`", at: entry.value.span)
    }
  }

  private mutating func read(_ entry: YAMLEntry, log: inout DiagnosticLog) {
    switch entry.key {
    case "module": readModule(entry, log: &log)
    case "root-type": planner.rootType = text(entry, log: &log)
    case "severities": severities.levels = SeverityPolicy(reading: entry.value, log: &log).levels
    case "names": planner.overrides.read(names: entry.value, log: &log)
    case "types": planner.overrides.read(types: entry.value, log: &log)
    case "strict": readStrict(entry, log: &log)
    case "base-url": planner.baseURL = text(entry, log: &log)
    case "credential-environment":
      guard entry.value.kind == .sequence else {
        log.error(.invalidConfiguration, "`credential-environment` is a list of names", at: entry.value.span)
        return
      }
      planner.credentialEnvironment = entry.value.items.compactMap(\.scalarText)
    case "access":
      guard let text = text(entry, log: &log) else { return }
      if let access = PlannerConfiguration.Access(rawValue: text) {
        planner.access = access
      } else {
        log.error(
          .invalidConfiguration,
          "unknown access level `\(text)`",
          at: entry.value.span,
          help: "write `public`, `package` or `internal`"
        )
      }
    default:
      log.error(
        .invalidConfiguration,
        "unknown key `\(entry.key)` in the configuration",
        at: entry.keySpan,
        help: Suggestion.help(for: entry.key, in: Self.keys) ?? "the keys are \(Self.keys.joined(separator: ", "))"
      )
    }
  }

  private mutating func readModule(_ entry: YAMLEntry, log: inout DiagnosticLog) {
    guard let text = text(entry, log: &log) else { return }
    module = Identifier(text)
    if module == nil {
      log.error(
        .invalidConfiguration,
        "`\(text)` cannot be the name of a module",
        at: entry.value.span,
        help: "use letters, digits and underscores"
      )
    }
  }

  private func text(_ entry: YAMLEntry, log: inout DiagnosticLog) -> String? {
    if let text = entry.value.scalarText, !entry.value.isNull, !text.isEmpty { return text }
    log.error(.invalidConfiguration, "`\(entry.key)` needs a text", at: entry.value.span)
    return nil
  }
}
