import RecastDiagnostics
import RecastYAMLReader

// Readings of lists and mappings that stand for each other.
extension NodeReader {
  /// The entries of a list of mappings with one entry each; of any other value nothing, which is reported.
  mutating func entriesOfList(_ node: YAMLNode, _ what: String) -> [YAMLEntry] {
    // PHP writes an empty mapping as an empty list.
    if node.kind == .sequence, node.items.isEmpty { return [] }
    guard node.kind == .sequence, node.items.allSatisfy({ $0.entries.count == 1 }) else {
      unexpected(node, wanted: "a mapping for \(what)")
      return []
    }
    unexpected(node, wanted: "a mapping for \(what)", label: "read as one mapping")
    return node.items.flatMap { Array($0.entries) }
  }

  /// The items that a mapping stands for: its values where its keys are numbers or names, else itself; of any other
  /// value nothing. That is reported.
  mutating func itemsOfMapping(_ node: YAMLNode, _ what: String) -> [YAMLNode] {
    guard node.kind == .mapping else {
      unexpected(node, wanted: "a list for \(what)")
      return []
    }
    if node.entries.isEmpty { return [] }
    // PHP writes a list with gaps as a mapping; others name the things that the list holds.
    let isNumbered = node.entries.allSatisfy { $0.key.utf8.allSatisfy { (48...57).contains($0) } }
    let isNamed = what == "`parameters`" || what == "`servers`"
    if isNumbered || isNamed, node.entries.allSatisfy({ $0.value.kind == .mapping }) {
      unexpected(node, wanted: "a list for \(what)", label: "read as a list of its values")
      return node.entries.map(\.value)
    }
    unexpected(node, wanted: "a list for \(what)", label: "read as a list of one")
    return [node]
  }

  /// The names in a list; an object that has a name stands for it, and a list in the list for what it holds.
  mutating func names(_ node: YAMLNode?, _ what: String) -> [String] {
    guard let node, !node.isNull else { return [] }
    if node.kind != .sequence, let name = name(of: node) {
      unexpected(node, wanted: "a list for \(what)", label: "read as a list of one")
      return [name]
    }
    return items(node, what).flatMap { item -> [String] in
      if item.kind == .sequence {
        unexpected(item, wanted: "a name in \(what)", label: "its own names are taken")
        return item.items.compactMap { name(of: $0) }
      }
      guard let name = name(of: item) else {
        unexpected(item, wanted: "a name in \(what)")
        return []
      }
      return [name]
    }
  }

  private func name(of node: YAMLNode) -> String? {
    node.isNull ? nil : node.scalarText ?? node["name"]?.scalarText
  }
}
