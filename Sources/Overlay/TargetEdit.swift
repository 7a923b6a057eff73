import RecastDiagnostics
import RecastYAMLReader

/// What happens to each value that a target selects.
enum TargetEdit {
  /// It is taken out.
  case remove
  /// This is merged in.
  case merge(YAMLEditor.Reference)
}

extension OverlayApplication {
  /// Makes a value in which everything is edited that was selected; gives `nil` when it is to be removed. A value is
  /// edited before what it holds, as in a walk along the selection.
  ///
  /// Only the values on the way are made anew, and a value that aliases share is edited at the selected place only.
  mutating func replace(
    _ value: YAMLEditor.Reference,
    at place: Int,
    of targets: TargetTree,
    edit: TargetEdit
  ) -> YAMLEditor.Reference? {
    var value = value
    if targets.places[place].isTarget {
      guard case .merge(let update) = edit else { return nil }
      value = mergeTarget(value, with: update)
    }
    let children = targets.places[place].children.sorted { $0.key < $1.key }
    guard !children.isEmpty, !isFull else { return value }
    let values =
      editor.kind(of: value) == .mapping ? editor.entries(of: value).map(\.value) : editor.items(of: value)
    var replacements: [Int: YAMLEditor.Reference?] = [:]
    for (position, child) in children where values.indices.contains(position) {
      let replacement = replace(values[position], at: child, of: targets, edit: edit)
      if replacement != values[position] { replacements.updateValue(replacement, forKey: position) }
    }
    return replacements.isEmpty ? value : rebuild(value, replacing: replacements)
  }

  /// A mapping or list with some of its children replaced, or removed where there is no replacement.
  private mutating func rebuild(
    _ value: YAMLEditor.Reference,
    replacing replacements: [Int: YAMLEditor.Reference?]
  ) -> YAMLEditor.Reference {
    guard editor.kind(of: value) == .mapping else {
      let items = editor.items(of: value).enumerated().compactMap { position, item in
        replacements[position] ?? item
      }
      return editor.addSequence(items, replacing: value)
    }
    let entries = editor.entries(of: value).enumerated().compactMap { position, entry -> YAMLEditor.Entry? in
      (replacements[position] ?? entry.value).map { YAMLEditor.Entry(key: entry.key, value: $0) }
    }
    return editor.addMapping(entries, replacing: value)
  }

  /// Merges an update into a selected value: into a list it goes as one item, unless it is a list itself (from 1.1).
  private mutating func mergeTarget(
    _ target: YAMLEditor.Reference,
    with update: YAMLEditor.Reference
  ) -> YAMLEditor.Reference {
    guard editor.kind(of: target) == .sequence, version == .v1_0 || editor.kind(of: update) != .sequence else {
      return merge(target, with: update)
    }
    return editor.addSequence(editor.items(of: target) + [update], replacing: target)
  }

  /// Merges by the rules of Overlay 1.1, section 4.4.3: mappings key by key, lists one after the other, and a plain
  /// value replaces a plain value. No deeper than the update, whose depth is bounded.
  private mutating func merge(
    _ target: YAMLEditor.Reference,
    with update: YAMLEditor.Reference
  ) -> YAMLEditor.Reference {
    guard !isFull else { return target }
    switch (editor.kind(of: target).shape, editor.kind(of: update).shape) {
    case (.plain, .plain): return update
    case (.list, .list):
      return editor.addSequence(editor.items(of: target) + editor.items(of: update), replacing: target)
    case (.mapping, .mapping):
      var entries = editor.entries(of: target)
      for entry in editor.entries(of: update) {
        if let position = editor.position(of: entry.key, in: target) {
          entries[position].value = merge(entries[position].value, with: entry.value)
        } else {
          entries.append(entry)
        }
      }
      return editor.addMapping(entries, replacing: target)
    case (let old, let new):
      reportMismatch(of: target, old, with: update, new)
      return target
    }
  }
}
