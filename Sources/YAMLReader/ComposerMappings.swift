import RecastDiagnostics

// Completing a mapping: repeated keys and merge keys.
extension Composer {
  /// A merge key: before which entry it stands, and what it refers to.
  private struct Merge {
    let position: Int
    let sources: [UInt32]
  }

  /// Turns the pending keys and values into entries; gives how many nodes merge keys added.
  mutating func completeMapping(_ collection: OpenCollection) -> Int {
    var merges: [Merge] = []
    var entries: [EntryRecord] = []
    entries.reserveCapacity((pending.count - collection.firstPending) / 2)
    var index = KeyIndex(capacity: entries.capacity)
    var position = collection.firstPending
    while position + 1 < pending.count {
      let entry = EntryRecord(key: pending[position], value: pending[position + 1])
      position += 2
      guard tree.nodes[Int(entry.key)].kind.isScalar else { continue }
      if isMergeKey(entry.key) {
        merges.append(Merge(position: entries.count, sources: mergeSources(entry.value)))
      } else if let earlier = insert(entry, into: &entries, index: &index) {
        reportDuplicate(entry.key, earlier: entries[earlier].key)
        entries[earlier] = entry
      }
    }
    let added = merges.isEmpty ? 0 : resolve(merges, into: &entries)
    tree.nodes[Int(collection.node)].first = UInt32(tree.entries.count)
    tree.nodes[Int(collection.node)].count = UInt32(entries.count)
    tree.entries += entries
    if entries.count > KeyIndex.threshold {
      tree.keyIndexes[collection.node] = merges.isEmpty ? index : self.index(of: entries)
    }
    return added
  }

  /// Appends an entry; gives the position of an earlier entry with the same key instead, if there is one.
  private func insert(_ entry: EntryRecord, into entries: inout [EntryRecord], index: inout KeyIndex) -> Int? {
    let number = entries.count
    let earlier = tree.withText(of: entry.key) { key in
      index.insert(number, key: key) { other in
        tree.withText(of: entries[Int(other)].key) { $0.hasSameBytes(as: key) }
      }
    }
    if earlier == nil { entries.append(entry) }
    return earlier
  }

  private func index(of entries: [EntryRecord]) -> KeyIndex {
    var index = KeyIndex(capacity: entries.count)
    var inserted: [EntryRecord] = []
    for entry in entries { _ = insert(entry, into: &inserted, index: &index) }
    return index
  }

  /// Puts the entries of merged mappings where the merge keys stand. Keys of the mapping itself win, then those of
  /// earlier sources (https://yaml.org/type/merge.html).
  private mutating func resolve(_ merges: [Merge], into entries: inout [EntryRecord]) -> Int {
    let capacity = merges.reduce(entries.count) { sum, merge in
      merge.sources.reduce(sum) { $0 + Int(tree.nodes[Int($1)].count) }
    }
    mergedEntries += capacity - entries.count
    guard tree.nodes.count + mergedEntries <= limits.nodes else {
      let place = entries.first.map { tree.nodes[Int($0.key)].start } ?? 0
      exceed("merge keys make this document grow to more than \(limits.nodes) values", at: Int(place)..<Int(place) + 1)
      return 0
    }
    var index = KeyIndex(capacity: capacity)
    var known: [EntryRecord] = []
    for entry in entries { _ = insert(entry, into: &known, index: &index) }
    var merged: [EntryRecord] = []
    merged.reserveCapacity(capacity)
    var next = 0
    for merge in merges {
      merged += entries[next..<merge.position]
      next = merge.position
      for source in merge.sources {
        for entry in tree.entries[tree.nodes[Int(source)].contents]
        where insert(entry, into: &known, index: &index) == nil {
          merged.append(entry)
        }
      }
    }
    let added = known.count - entries.count
    entries = merged + entries[next...]
    return added * 2
  }

  /// An unquoted `<<`.
  private func isMergeKey(_ key: UInt32) -> Bool {
    let record = tree.nodes[Int(key)]
    guard record.flags.contains(.plain), record.count == 2 else { return false }
    return tree.withText(of: key) { $0.hasSameBytes(as: "<<") }
  }

  /// The mappings that a merge key refers to.
  private mutating func mergeSources(_ value: UInt32) -> [UInt32] {
    let record = tree.nodes[Int(value)]
    let sources = record.kind == .sequence ? Array(tree.items[record.contents]) : [value]
    return sources.filter { source in
      let record = tree.nodes[Int(source)]
      if record.kind == .mapping { return true }
      if !record.flags.contains(.standIn) {
        log.error(
          .invalidMerge,
          "`<<` takes over keys from mappings, but this is not a mapping",
          at: tree.span(of: source),
          help: "give it an alias of a mapping, or put `<<` in quotes if it is meant as a key"
        )
      }
      return false
    }
  }
}
