import RecastClientPlan
import RecastDiagnostics
import RecastYAMLReader

extension PlannerOverrides {
  private static let nameSubjects: [String: Subject] = [
    "schemas": .schemaName, "properties": .propertyName, "operations": .operationName, "resources": .resourceName,
  ]
  private static let typeSubjects: [String: Subject] = [
    "formats": .formatType, "schemas": .schemaType, "properties": .propertyType,
  ]
  private static let types: [String: TypeReference] = [
    "String": .string, "Bool": .bool, "Int": .int, "Int32": .int32, "Int64": .int64, "UInt64": .uint64,
    "Double": .double, "Float": .float, "Decimal": .decimal, "Date": .date, "CalendarDate": .calendarDate,
    "UUID": .uuid, "URL": .url,
    "Data": .data, "JSONValue": .json, "StringEncoded<Decimal>": .stringEncoded(.decimal),
    "StringEncoded<Int>": .stringEncoded(.int), "StringEncoded<Bool>": .stringEncoded(.bool),
    "StringEncoded<LetterBool>": .stringEncoded(.letterBool), "BudgetTable": .budgetTable, "CSVText": .csvText,
  ]

  /// Reads `names` of the configuration.
  mutating func read(names node: YAMLNode, log: inout DiagnosticLog) {
    read(node, Self.nameSubjects, log: &log) { entry, log in
      guard let text = entry.value.string, !SwiftName.words(of: text).isEmpty else {
        log.error(.invalidConfiguration, "`\(entry.key)` needs a name", at: entry.value.span)
        return nil
      }
      return Entry(text: text, type: nil, span: entry.keySpan)
    }
  }

  /// Reads `types` of the configuration.
  mutating func read(types node: YAMLNode, log: inout DiagnosticLog) {
    read(node, Self.typeSubjects, log: &log) { entry, log in
      let text = entry.value.scalarText ?? ""
      guard let type = Self.types[text] else {
        let names = Self.types.keys.sorted()
        log.error(
          .invalidConfiguration,
          "`\(text)` is not a type that can be chosen",
          at: entry.value.span,
          help: Suggestion.help(for: text, in: names) ?? "the types are \(names.joined(separator: ", "))"
        )
        return nil
      }
      return Entry(text: text, type: type, span: entry.keySpan)
    }
  }

  private mutating func read(
    _ node: YAMLNode,
    _ subjects: [String: Subject],
    log: inout DiagnosticLog,
    entry: (YAMLEntry, inout DiagnosticLog) -> Entry?
  ) {
    let known = subjects.keys.sorted()
    guard node.kind == .mapping else {
      log.error(
        .invalidConfiguration,
        "expected a mapping, with \(known.joined(separator: ", "))",
        at: node.span
      )
      return
    }
    for group in node.entries {
      guard let subject = subjects[group.key], group.value.kind == .mapping else {
        log.error(
          .invalidConfiguration,
          "`\(group.key)` is not a mapping that is known here",
          at: group.keySpan,
          help: Suggestion.help(for: group.key, in: known) ?? "the keys are \(known.joined(separator: ", "))"
        )
        continue
      }
      for item in group.value.entries {
        if let entry = entry(item, &log) { add(subject, item.key, entry) }
      }
    }
  }
}
