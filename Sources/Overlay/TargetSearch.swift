import RecastDiagnostics
import RecastYAMLReader

/// Follows a path through a document.
struct TargetSearch {
  /// The selected values. A value that aliases share is there once for each of its places.
  private(set) var matches: [YAMLEditor.Reference] = []
  /// A value at which the path went furthest before it found nothing.
  private(set) var deadEnd: (value: YAMLEditor.Reference, depth: Int)?

  /// - Parameters:
  ///   - path: what to follow.
  ///   - document: where, from its root.
  ///   - editor: holds the document.
  init(_ path: JSONPath, from document: YAMLEditor.Reference, in editor: YAMLEditor) {
    matches = [document]
    for (depth, segment) in path.segments.enumerated() {
      var children: [YAMLEditor.Reference] = []
      for value in matches {
        let found = editor.children(of: value, selectedBy: segment)
        if found.isEmpty, deadEnd?.depth ?? -1 < depth { deadEnd = (value, depth) }
        children += found.map(\.value)
      }
      matches = children
    }
  }
}

extension YAMLEditor {
  /// A child of a value: which one, counted from 0, and the child.
  typealias Child = (position: Int, value: Reference)

  /// The children that a step selects, each once, in the order of the document.
  func children(of value: Reference, selectedBy segment: JSONPath.Segment) -> [Child] {
    switch kind(of: value) {
    case .mapping:
      let entries = entries(of: value)
      return positions(selectedBy: segment, count: entries.count) { position(of: $0, in: value) }
        .map { ($0, entries[$0].value) }
    case .sequence:
      let items = items(of: value)
      return positions(selectedBy: segment, count: items.count, named: nil).map { ($0, items[$0]) }
    default: return []
    }
  }

  private func positions(
    selectedBy segment: JSONPath.Segment,
    count: Int,
    named position: ((String) -> Int?)?
  ) -> [Int] {
    var positions: Set<Int> = []
    for selector in segment.selectors {
      switch selector {
      case .wildcard: return Array(0..<count)
      case .name(let name):
        if let found = position?(name) { positions.insert(found) }
      case .index(let index):
        let found = index < 0 ? count + index : index
        if position == nil, (0..<count).contains(found) { positions.insert(found) }
      }
    }
    return positions.sorted()
  }
}
