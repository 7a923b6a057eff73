import RecastDiagnostics

/// Makes a changed document out of one or several others without touching them: new values are added beside the old
/// ones, and everything keeps its place in the file that it came from.
package struct YAMLEditor: Sendable {
  /// A value in the document that is being edited.
  package struct Reference: Hashable, Sendable {
    let index: UInt32
  }

  /// A key with its value in the document that is being edited.
  package struct Entry: Sendable {
    /// The key; a scalar.
    package var key: Reference
    /// The value.
    package var value: Reference

    /// - Parameters:
    ///   - key: the key; a scalar.
    ///   - value: the value.
    package init(key: Reference, value: Reference) {
      self.key = key
      self.value = value
    }
  }

  /// The root of the document that was given first.
  package let root: Reference

  private var tree: YAMLTree
  /// Where the values of other documents begin.
  private var adopted: [ObjectIdentifier: UInt32]

  /// - Parameter document: a whole document, or a value that becomes one.
  package init(_ document: YAMLNode) {
    root = Reference(index: document.index)
    tree = document.storage.tree
    adopted = [ObjectIdentifier(document.storage): 0]
  }

  /// A document that holds nothing but null.
  ///
  /// - Parameter span: the place that stands for it.
  init(at span: SourceSpan) {
    tree = YAMLTree(files: [span.file])
    let record = NodeRecord(
      kind: .null,
      file: 0,
      start: UInt32(clamping: span.range.lowerBound),
      end: UInt32(clamping: span.range.upperBound)
    )
    tree.nodes.append(record)
    root = Reference(index: 0)
    adopted = [:]
  }

  /// How many values and keys there are, those that are no longer used among them: what editing costs in memory.
  package var size: Int { tree.nodes.count + tree.items.count + tree.entries.count }

  /// A value as a document of its own.
  package func node(_ reference: Reference) -> YAMLNode {
    YAMLNode(storage: YAMLStorage(tree), index: reference.index)
  }

  /// Brings in a value of another document. Its values stay shared where they are shared there.
  package mutating func adopt(_ node: YAMLNode) -> Reference {
    let document = ObjectIdentifier(node.storage)
    if let base = adopted[document] { return Reference(index: base + node.index) }
    let base = tree.append(node.storage.tree)
    adopted[document] = base
    return Reference(index: base + node.index)
  }

  /// Brings in an entry of another document.
  package mutating func adopt(_ entry: YAMLEntry) -> Entry {
    let key = adopt(YAMLNode(storage: entry.storage, index: entry.record.key))
    return Entry(key: key, value: adopt(entry.value))
  }
}

extension YAMLEditor {
  /// What a value is.
  package func kind(of value: Reference) -> YAMLNode.Kind { tree.nodes[Int(value.index)].kind }

  /// Where a value is written.
  package func span(of value: Reference) -> SourceSpan { tree.span(of: value.index) }

  /// The text of a scalar; empty for collections.
  package func text(of scalar: Reference) -> String { tree.string(of: scalar.index) }

  /// Levels of collections from a value down; 0 for a scalar.
  package func height(of value: Reference) -> Int { Int(tree.nodes[Int(value.index)].height) }

  /// How many values and keys there are from a value down, shared ones counted at each of their places; `nil` when
  /// there are more than the limit.
  package func expandedSize(of value: Reference, limit: Int) -> Int? {
    // 0 stands for a size that is not known yet.
    var sizes = [Int](repeating: 0, count: tree.nodes.count)
    var pending = [value]
    while let next = pending.last {
      let children = entries(of: next).map(\.value) + items(of: next)
      let unknown = sizes[Int(next.index)] > 0 ? [] : children.filter { sizes[Int($0.index)] == 0 }
      guard unknown.isEmpty else {
        pending += unknown
        continue
      }
      pending.removeLast()
      guard sizes[Int(next.index)] == 0 else { continue }
      let keys = kind(of: next) == .mapping ? children.count : 0
      let size = children.reduce(1 + keys) { min($0 + sizes[Int($1.index)], limit + 1) }
      guard size <= limit else { return nil }
      sizes[Int(next.index)] = size
    }
    return sizes[Int(value.index)]
  }

  /// The items of a sequence; nothing for other values.
  package func items(of value: Reference) -> [Reference] {
    guard kind(of: value) == .sequence else { return [] }
    return tree.items[tree.nodes[Int(value.index)].contents].map(Reference.init)
  }

  /// The entries of a mapping; nothing for other values.
  package func entries(of value: Reference) -> [Entry] {
    guard kind(of: value) == .mapping else { return [] }
    return tree.entries[tree.nodes[Int(value.index)].contents].map {
      Entry(key: Reference(index: $0.key), value: Reference(index: $0.value))
    }
  }

  /// The position of an entry with the same key as the one given, among the entries of a mapping.
  package func position(of key: Reference, in mapping: Reference) -> Int? {
    tree.withText(of: key.index) { tree.position(of: $0, in: mapping.index) }
  }

  /// The position of an entry by its key, among the entries of a mapping.
  package func position(of key: String, in mapping: Reference) -> Int? {
    var key = key
    return key.withUTF8 { tree.position(of: $0, in: mapping.index) }
  }

  /// Adds a mapping that takes the place of another; of entries with the same key the first counts.
  package mutating func addMapping(_ entries: [Entry], replacing original: Reference) -> Reference {
    var list = EntryList(capacity: entries.count)
    for entry in entries {
      _ = list.insert(tree.entry(key: entry.key.index, value: entry.value.index), of: tree)
    }
    let mapping = add(.mapping, replacing: original, children: list.records.lazy.map(\.value))
    tree.setEntries(list, of: mapping.index)
    return mapping
  }

  /// Adds a sequence that takes the place of another.
  package mutating func addSequence(_ items: [Reference], replacing original: Reference) -> Reference {
    let sequence = add(.sequence, replacing: original, children: items.lazy.map(\.index))
    tree.setItems(items.map(\.index), of: sequence.index)
    return sequence
  }

  /// Adds a scalar that has the place of a value that is there.
  mutating func addScalar(_ text: String, _ kind: YAMLNode.Kind, at origin: Reference) -> Reference {
    var record = tree.nodes[Int(origin.index)]
    record.kind = kind
    record.flags = []
    record.height = 0
    record.first = UInt32(tree.text.count)
    record.count = UInt32(text.utf8.count)
    tree.text += text.utf8
    tree.nodes.append(record)
    return Reference(index: UInt32(tree.nodes.count - 1))
  }

  private mutating func add(
    _ kind: YAMLNode.Kind,
    replacing original: Reference,
    children: some Sequence<UInt32>
  ) -> Reference {
    var record = tree.nodes[Int(original.index)]
    record.kind = kind
    record.flags = []
    let height = children.reduce(0) { max($0, Int(tree.nodes[Int($1)].height)) } + 1
    record.height = UInt16(clamping: height)
    tree.nodes.append(record)
    return Reference(index: UInt32(tree.nodes.count - 1))
  }
}
