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
  /// Makes a value in which everything is edited that the segments select; gives `nil` when it is to be removed.
  ///
  /// Only the values on the way are made anew, and a value that aliases share is edited at the selected place only.
  mutating func replace(
    _ value: YAMLEditor.Reference,
    along segments: ArraySlice<JSONPath.Segment>,
    edit: TargetEdit
  ) -> YAMLEditor.Reference? {
    guard let segment = segments.first else {
      guard case .merge(let update) = edit else { return nil }
      return mergeTarget(value, with: update)
    }
    var replacements: [Int: YAMLEditor.Reference?] = [:]
    for child in editor.children(of: value, selectedBy: segment) {
      let replacement = replace(child.value, along: segments.dropFirst(), edit: edit)
      if replacement != child.value { replacements.updateValue(replacement, forKey: child.position) }
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
  /// value replaces a plain value. No deeper than the update, whose depth the reader bounds.
  private mutating func merge(
    _ target: YAMLEditor.Reference,
    with update: YAMLEditor.Reference
  ) -> YAMLEditor.Reference {
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
      log.error(
        .overlayMismatch,
        "this cannot be merged: the document has \(old.words) here, the update has \(new.words)",
        at: editor.span(of: update),
        notes: [.init("in the document", at: editor.span(of: target))],
        help: "remove the old value by an action of its own before"
      )
      return target
    }
  }
}

extension ValueShape {
  /// The shape of one value, with its article.
  fileprivate var words: String {
    switch self {
    case .mapping: "a mapping"
    case .list: "a list"
    case .plain: "a plain value"
    }
  }
}
