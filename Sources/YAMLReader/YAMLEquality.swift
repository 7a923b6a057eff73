extension YAMLNode {
  /// Whether both say the same: equal kinds, texts and items, and equal keys with equal values in whatever order. Null
  /// is null and true is true, however it is spelt.
  package func isEqual(to other: YAMLNode) -> Bool {
    var pending = [(self, other)]
    while let (first, second) = pending.popLast() {
      guard first.id != second.id else { continue }
      guard first.kind == second.kind, first.hasSameText(as: second),
        first.items.count == second.items.count, first.entries.count == second.entries.count
      else { return false }
      pending += zip(first.items, second.items)
      for entry in first.entries {
        guard let value = second[entry.key] else { return false }
        pending.append((entry.value, value))
      }
    }
    return true
  }

  private func hasSameText(as other: YAMLNode) -> Bool {
    switch kind {
    case .null, .sequence, .mapping: true
    case .bool: bool == other.bool
    // Swift calls different spellings of one text equal; here they are as different as they are for a key.
    default: (scalarText ?? "").utf8.elementsEqual((other.scalarText ?? "").utf8)
    }
  }
}
