import RecastDiagnostics
import RecastYAMLReader

/// What people know about changes that no document shows: a member that means something else under the same name, or
/// why something changed.
///
///     notes:
///       - since: 2026-07-23
///         id: response-property-meaning-changed
///         operation: GET /v1/clients/{client_slug}/forecasts/{id}
///         subject: results/items/expected_roi
///         text: counts paid channels alone; the old meaning moved to `expected_blended_roi`
package struct ChangeNotes: Sendable {
  private struct Note: Sendable {
    var since: String?
    var id: String
    var operation: Change.Operation?
    var subject: String?
    var text: String
    var swift: SwiftEffect
    var span: SourceSpan
  }

  private var notes: [Note] = []

  /// No notes.
  package init() {}

  /// Reads a file of notes; errors are in the log.
  package init(reading root: YAMLNode, log: inout DiagnosticLog) {
    guard let list = root["notes"], list.kind == .sequence else {
      log.error(
        .invalidConfiguration,
        "a file of notes has a list called `notes`",
        at: root.span.leadingEdge,
        help: "see the page `Differences`"
      )
      return
    }
    notes = list.items.compactMap { Self.note($0, log: &log) }
  }

  private static let keys = ["since", "id", "operation", "subject", "text", "swift"]

  private static func note(_ node: YAMLNode, log: inout DiagnosticLog) -> Note? {
    for entry in node.entries where !keys.contains(entry.key) {
      log.error(
        .invalidConfiguration,
        "unknown key `\(entry.key)` in a note",
        at: entry.keySpan,
        help: Suggestion.help(for: entry.key, in: keys) ?? "the keys are \(keys.joined(separator: ", "))"
      )
    }
    guard let id = node["id"]?.scalarText, let text = node["text"]?.scalarText else {
      log.error(.invalidConfiguration, "a note has no `id` or no `text`", at: node.span, help: "add both")
      return nil
    }
    guard ChangeCatalog.entry(named: id) != nil else {
      log.error(
        .invalidConfiguration,
        "there is no kind of change called `\(id)`",
        at: node["id"]?.span ?? node.span,
        help: Suggestion.help(for: id, in: ChangeCatalog.ids) ?? "see `recast-codegen explain --list-changes`"
      )
      return nil
    }
    return Note(
      since: node["since"]?.scalarText,
      id: id,
      operation: node["operation"].flatMap { operation($0, log: &log) },
      subject: node["subject"]?.scalarText,
      text: text.split(whereSeparator: \.isNewline).joined(separator: " "),
      swift: node["swift"].flatMap { effect($0, log: &log) } ?? .behaviour,
      span: node.span
    )
  }

  private static func operation(_ node: YAMLNode, log: inout DiagnosticLog) -> Change.Operation? {
    let text = node.scalarText ?? ""
    let words = text.split(whereSeparator: \.isWhitespace).map(String.init)
    guard words.count == 2 else {
      log.error(
        .invalidConfiguration,
        "`\(text)` is no operation",
        at: node.span,
        help: "write a method and a path, such as `GET /items`"
      )
      return nil
    }
    return Change.Operation(method: words[0].uppercased(), path: words[1])
  }

  private static func effect(_ node: YAMLNode, log: inout DiagnosticLog) -> SwiftEffect? {
    let text = node.scalarText ?? ""
    if let effect = SwiftEffect(rawValue: text) { return effect }
    log.error(
      .invalidConfiguration,
      "`\(text)` is no effect on Swift code",
      at: node.span,
      help: "the effects are \(SwiftEffect.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))"
    )
    return nil
  }

  /// The changes with what is noted of them, and those that only the notes know.
  ///
  /// - Parameter state: what the newer document is called; notes say since when they hold.
  package func applied(to changes: [Change], state: String) -> [Change] {
    var changes = changes
    for note in notes where note.since.map(state.hasPrefix) ?? true {
      let matching = changes.indices.filter { position in
        let change = changes[position]
        return change.id == note.id && (note.operation == nil || note.operation == change.operation)
          && (note.subject.map(change.arguments.contains) ?? true)
      }
      for position in matching { changes[position].note = note.text }
      // A kind of change that documents show is reported by them or not at all.
      if matching.isEmpty, let rule = OperationRule.notes.first(where: { $0.id == note.id }) {
        changes.append(change(rule, note))
      }
    }
    return changes
  }

  private func change(_ rule: OperationRule, _ note: Note) -> Change {
    let arguments = [note.subject].compactMap { $0 }
    return Change(
      id: rule.id,
      level: rule.level,
      operation: note.operation,
      text: Phrase.text(rule.phrase, arguments),
      wire: rule.wire,
      swift: note.swift,
      swiftText: "nothing that a compiler sees",
      old: nil,
      new: note.span.leadingEdge,
      arguments: arguments,
      note: note.text
    )
  }
}
