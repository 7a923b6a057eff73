import RecastDiagnostics

/// The items of a sequence.
package struct YAMLItems: RandomAccessCollection, Sendable {
  let storage: YAMLStorage
  let range: Range<Int>

  /// Always 0.
  package var startIndex: Int { 0 }

  /// How many items there are.
  package var endIndex: Int { range.count }

  /// An item by its position, counted from 0.
  package subscript(position: Int) -> YAMLNode {
    YAMLNode(storage: storage, index: storage.tree.items[range.lowerBound + position])
  }
}

/// The entries of a mapping, in the order of the document.
package struct YAMLEntries: RandomAccessCollection, Sendable {
  let storage: YAMLStorage
  let range: Range<Int>

  /// Always 0.
  package var startIndex: Int { 0 }

  /// How many entries there are.
  package var endIndex: Int { range.count }

  /// An entry by its position, counted from 0.
  package subscript(position: Int) -> YAMLEntry {
    YAMLEntry(storage: storage, record: storage.tree.entries[range.lowerBound + position])
  }
}

/// A key with its value.
package struct YAMLEntry: Sendable {
  let storage: YAMLStorage
  let record: EntryRecord

  /// The key's text; keys such as `200`, `1.0` or `null` are text like any other.
  package var key: String { storage.tree.string(of: record.key) }

  /// The key as a value of its own.
  package var keyNode: YAMLNode { YAMLNode(storage: storage, index: record.key) }

  /// Where the key is written.
  package var keySpan: SourceSpan { storage.tree.span(of: record.key) }

  /// The value.
  package var value: YAMLNode { YAMLNode(storage: storage, index: record.value) }
}
