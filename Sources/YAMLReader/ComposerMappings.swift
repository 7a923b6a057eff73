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
    var entries = EntryList(capacity: (pending.count - collection.firstPending) / 2)
    var merges: [Merge] = []
    var position = collection.firstPending
    while position + 1 < pending.count {
      let entry = tree.entry(key: pending[position], value: pending[position + 1])
      position += 2
      guard tree.nodes[Int(entry.key)].kind.isScalar else { continue }
      if isMergeKey(entry.key) {
        merges.append(Merge(position: entries.records.count, sources: mergeSources(entry.value)))
      } else if let earlier = entries.insert(entry, of: tree) {
        reportDuplicate(entry.key, earlier: entries.records[earlier].key)
        entries.records[earlier] = entry
      }
    }
    let added = merges.isEmpty ? 0 : resolve(merges, into: &entries)
    tree.setEntries(entries, of: collection.node)
    return added
  }

  /// Puts the entries of merged mappings where the merge keys stand. Keys of the mapping itself win, then those of
  /// earlier sources (https://yaml.org/type/merge.html).
  private mutating func resolve(_ merges: [Merge], into entries: inout EntryList) -> Int {
    let sourceEntries = merges.lazy.flatMap(\.sources).reduce(0) { $0 + Int(tree.nodes[Int($1)].count) }
    mergedEntries += sourceEntries
    guard tree.nodes.count + mergedEntries <= limits.nodes else {
      let place = entries.records.first.map { Int(tree.nodes[Int($0.key)].start) } ?? 0
      exceed("merge keys make this document grow to more than \(limits.nodes) values", at: place..<place + 1)
      return 0
    }
    let own = entries.records
    var merged = EntryList(capacity: own.count + sourceEntries)
    var next = 0
    for merge in merges {
      for entry in own[next..<merge.position] { _ = merged.insert(entry, of: tree) }
      next = merge.position
      for source in merge.sources {
        for entry in tree.entries[tree.nodes[Int(source)].contents]
        where !entries.contains(entry, of: tree) {
          _ = merged.insert(entry, of: tree)
        }
      }
    }
    for entry in own[next...] { _ = merged.insert(entry, of: tree) }
    entries = merged
    return (merged.records.count - own.count) * 2
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
      if !record.flags.contains(.standIn), isWorthReporting(.invalidMerge) {
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
