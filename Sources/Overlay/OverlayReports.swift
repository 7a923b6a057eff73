import RecastDiagnostics
import RecastJSONPath
import RecastYAMLReader

extension OverlayApplication {
  /// Targets of one update are all mappings, all lists, or all plain values (Overlay 1.1); mappings and lists (1.0).
  mutating func checkKinds(_ targets: [YAMLNode], of action: OverlayAction, update: YAMLEditor.Reference) -> Bool {
    guard version == .v1_1 else { return checkKinds1_0(targets, of: action, update: update) }
    guard let first = targets.first, let other = targets.first(where: { $0.kind.shape != first.kind.shape }) else {
      return true
    }
    log.error(
      .overlayMismatch,
      "the target selects both \(first.kind.shape.plural) and \(other.kind.shape.plural)",
      at: action.target.span,
      notes: [.init("one of them", at: first.span.leadingEdge), .init("another", at: other.span.leadingEdge)],
      help: "use one action for each kind"
    )
    return false
  }

  private mutating func checkKinds1_0(
    _ targets: [YAMLNode],
    of action: OverlayAction,
    update: YAMLEditor.Reference
  ) -> Bool {
    if let plain = targets.first(where: { $0.kind.shape == .plain }) {
      log.error(
        .overlayMismatch,
        "in Overlay 1.0 a target must be a mapping or a list, and this selects a plain value",
        at: action.target.span,
        notes: [.init("the value", at: plain.span)],
        help: "write `overlay: 1.1.0`, or update the mapping that holds the value"
      )
      return false
    }
    let isList = { (node: YAMLNode) in node.kind == .sequence }
    if editor.kind(of: update) == .sequence,
      targets.contains(where: { isList($0) && !$0.items.contains(where: isList) })
    {
      log.warning(
        .overlayMismatch,
        "in Overlay 1.0 a list that is added to a list becomes one item of it",
        at: editor.span(of: update).leadingEdge,
        help: "write `overlay: 1.1.0` to add its items, or one action for each item"
      )
    }
    return true
  }

  /// Says which two values do not go together.
  mutating func reportMismatch(
    of target: YAMLEditor.Reference,
    _ old: ValueShape,
    with update: YAMLEditor.Reference,
    _ new: ValueShape
  ) {
    log.error(
      .overlayMismatch,
      "this cannot be merged: the document has \(old.singular) here, the update has \(new.singular)",
      at: editor.span(of: update),
      notes: [.init("in the document", at: editor.span(of: target))],
      help: "remove the old value by an action of its own before"
    )
  }

  /// Says that there is more than one value to copy.
  mutating func reportSeveralSources(_ path: JSONPath, _ selection: JSONPathSelection) {
    log.error(
      .overlayMismatch,
      "`copy` selects \(selection.matches.count) values, and one can be copied",
      at: path.span,
      notes: selection.matches.prefix(2).map {
        .init("`\(selection.normalizedPath(of: $0))` is here", at: $0.node.span.leadingEdge)
      },
      help: "select one of them"
    )
  }

  /// Names the deepest part of a path that exists, and what the missing part may have meant.
  mutating func reportNoMatch(_ path: JSONPath, _ selection: JSONPathSelection) {
    guard let (number, values) = selection.deadEnd, let step = path.step(number), let value = values.first else {
      return
    }
    let place = step.precedingText.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    let subject = step.isDescendant ? "nothing below `\(place)` has" : "`\(place)` has no"
    log.warning(
      .overlayNoMatch,
      "the target matches nothing: \(subject) \(step.missingPart)",
      at: step.span,
      notes: [.init("`\(place)` is here", at: value.span.leadingEdge)],
      help: help(for: step, at: values)
    )
  }

  /// Of many values that a step was asked of, some tell as much as all.
  private static let mostAsked = 100

  private func help(for step: JSONPathStep, at values: [YAMLNode]) -> String {
    if values.allSatisfy({ $0.kind == .sequence }), let name = step.names.first, !step.isDescendant {
      return "this is a list; write `[*]` before `\(name)` to look into all its items"
    }
    let keys = values.prefix(Self.mostAsked).flatMap { $0.entries.map(\.key) }
    return step.names.lazy.compactMap { Suggestion.help(for: $0, in: keys) }.first
      ?? "correct the target, or set `x-client-optional: true`"
  }
}
