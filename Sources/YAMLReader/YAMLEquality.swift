extension YAMLNode {
  /// Whether both say the same: equal kinds, texts and items, and equal keys with equal values in whatever order.
  package func isEqual(to other: YAMLNode) -> Bool {
    var pending = [(self, other)]
    while let (first, second) = pending.popLast() {
      guard first.id != second.id else { continue }
      guard first.kind == second.kind, first.scalarText == second.scalarText,
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
}
