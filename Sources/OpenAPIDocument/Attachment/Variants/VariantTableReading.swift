import RecastDiagnostics
import RecastYAMLReader

extension VariantTable {
  private static let keys = ["discriminator", "type", "members", "values"]
  fileprivate static let rowKeys = ["name", "description", "members"]

  /// Reads a table; `nil`, with an error, when something in it makes no sense.
  init?(reading node: YAMLNode, log: inout DiagnosticLog) {
    guard node.kind == .mapping, Self.check(node, Self.keys, log: &log),
      let discriminator = node["discriminator"]?.string, let values = node["values"], !values.entries.isEmpty
    else {
      if node.kind != .mapping || node["discriminator"]?.string == nil || node["values"]?.entries.isEmpty != false {
        Self.report("`variants` needs a `discriminator`, and `values` with at least one variant", node, log: &log)
      }
      return nil
    }
    self.discriminator = discriminator
    self.node = node
    type = node["type"]
    rows = values.entries.compactMap { Row(reading: $0, node["members"], discriminator, log: &log) }
    guard rows.count == values.entries.count else { return nil }
    if let type, type.string?.contains(where: \.isLetter) != true {
      Self.report("expected the name of a Swift type", type, log: &log)
      return nil
    }
  }

  fileprivate static func check(_ node: YAMLNode, _ keys: [String], log: inout DiagnosticLog) -> Bool {
    let unknown = node.entries.filter { !keys.contains($0.key) }
    for entry in unknown {
      log.error(
        .unknownExtension,
        "unknown key `\(entry.key)` in `variants`",
        at: entry.keySpan,
        help: Suggestion.help(for: entry.key, in: keys) ?? "the keys are \(keys.joined(separator: ", "))"
      )
    }
    return unknown.isEmpty
  }

  fileprivate static func report(_ message: String, _ node: YAMLNode, help: String? = nil, log: inout DiagnosticLog) {
    let span = node.kind == .mapping || node.kind == .sequence ? node.span.leadingEdge : node.span
    log.error(.invalidExtension, message, at: span, help: help)
  }
}

extension VariantTable.Row {
  fileprivate init?(
    reading entry: YAMLEntry,
    _ shared: YAMLNode?,
    _ discriminator: String,
    log: inout DiagnosticLog
  ) {
    guard entry.value.kind == .mapping, let name = entry.value["name"],
      name.string?.contains(where: \.isLetter) == true
    else {
      VariantTable.report("a variant needs the `name` of its Swift type", entry.keyNode, log: &log)
      return nil
    }
    guard VariantTable.check(entry.value, VariantTable.rowKeys, log: &log) else { return nil }
    value = entry.keyNode
    self.name = name
    description = entry.value["description"]
    node = entry.value
    let listed = entry.value["members"]
    let names =
      (listed?.items.map { ($0, nil as YAMLNode?) } ?? []) + (listed?.entries.map { ($0.keyNode, $0.value) } ?? [])
    var members: [VariantTable.Member] = []
    for (member, own) in names where member.scalarText != discriminator {
      let text = member.scalarText ?? ""
      guard let schema = own.flatMap({ $0.isNull ? nil : $0 }) ?? shared?[text] else {
        VariantTable.report(
          "`members` of the table does not say what `\(text)` is",
          member,
          help: Suggestion.help(for: text, in: shared?.entries.map(\.key) ?? []),
          log: &log
        )
        return nil
      }
      members.append(VariantTable.Member(name: member, schema: schema))
    }
    self.members = members
  }
}
