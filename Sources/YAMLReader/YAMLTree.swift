import RecastDiagnostics

/// The nodes of one or several documents in flat arrays. Records refer to each other by index and are never changed
/// once they are complete, so that an edited tree shares all it has in common with the tree it came from.
struct YAMLTree: Sendable {
  /// The files that spans refer to, by the index in a record.
  var files: [SourceFile]
  var nodes: [NodeRecord] = []
  /// The items of all sequences, each sequence's side by side.
  var items: [UInt32] = []
  /// The entries of all mappings, each mapping's side by side.
  var entries: [EntryRecord] = []
  /// Text of scalars that reads differently in the file: escapes, folded lines.
  var text: [UInt8] = []
  /// For mappings of many entries, where to find a key.
  var keyIndexes: [UInt32: KeyIndex] = [:]
}

/// A value or a key: three words.
struct NodeRecord: Sendable {
  var kind: YAMLNode.Kind
  var flags: Flags = []
  /// Index into `files`.
  var file: UInt16
  /// Levels of collections from here down, aliases followed; 0 for a scalar.
  var height: UInt16 = 0
  /// The keys of a mapping.
  var keys = KeyMarks()
  /// Byte offsets into the file.
  var start: UInt32
  var end: UInt32
  /// Where the bytes of a scalar, the items of a sequence or the entries of a mapping begin, and how many there are.
  var first: UInt32 = 0
  var count: UInt32 = 0

  struct Flags: OptionSet, Sendable {
    let rawValue: UInt8
    /// The text is found in the file at `first`, not among the tree's `text`.
    static let textInFile = Flags(rawValue: 1)
    /// Neither quotes nor a tag say that this is a string.
    static let plain = Flags(rawValue: 2)
    /// Stands in for something that was reported.
    static let standIn = Flags(rawValue: 4)
  }

  var contents: Range<Int> { Int(first)..<Int(first) + Int(count) }
}

/// A key and its value, as indices of nodes.
struct EntryRecord: Sendable {
  var key: UInt32
  var value: UInt32
  /// The mark of the key's text.
  var mark: KeyMark
}

/// What is looked at before the text of a key: nearly all keys that are not the wanted one differ in it.
struct KeyMark: Sendable, Hashable {
  private let bits: UInt32

  init(_ key: UnsafeBufferPointer<UInt8>) {
    bits = UInt32(truncatingIfNeeded: key.count) << 16 | UInt32(key.first ?? 0) << 8 | UInt32(key.last ?? 0)
  }

  /// One of sixteen bits.
  fileprivate var bit: UInt16 { 1 << UInt16(truncatingIfNeeded: (bits &* 0x9E37_79B1) >> 28) }
}

/// What marks the keys of a mapping have: most questions for a key that is not there are answered by it.
struct KeyMarks: Sendable {
  private var bits: UInt16 = 0

  mutating func insert(_ mark: KeyMark) { bits |= mark.bit }

  /// Whether a key with this mark may be among the keys.
  func mayHold(_ mark: KeyMark) -> Bool { bits & mark.bit != 0 }
}

/// Keeps a finished tree for the handles that refer to it.
final class YAMLStorage: Sendable {
  let tree: YAMLTree

  init(_ tree: YAMLTree) {
    self.tree = tree
  }
}

extension YAMLTree {
  /// The decoded text of a scalar; empty for collections.
  func withText<Result>(of node: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let record = nodes[Int(node)]
    guard record.kind.isScalar else { return body(UnsafeBufferPointer(start: nil, count: 0)) }
    let source = record.flags.contains(.textInFile) ? files[Int(record.file)].bytes : text
    return source.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[record.contents])) }
  }

  /// The decoded text of a scalar as a string.
  func string(of node: UInt32) -> String {
    withText(of: node) { String(decoding: $0, as: UTF8.self) }
  }

  /// Where a node is written.
  func span(of node: UInt32) -> SourceSpan {
    let record = nodes[Int(node)]
    return SourceSpan(file: files[Int(record.file)], range: Int(record.start)..<Int(record.end))
  }

  /// The position of a key among the entries of a mapping.
  func position(of key: UnsafeBufferPointer<UInt8>, in mapping: UInt32) -> Int? {
    let record = nodes[Int(mapping)]
    let mark = KeyMark(key)
    guard record.kind == .mapping, record.keys.mayHold(mark) else { return nil }
    if EntryList.isIndexed(count: Int(record.count)), let index = keyIndexes[mapping] {
      return index.find(key) { isKey(entries[Int(record.first) + $0].key, key) }
    }
    return entries.withUnsafeBufferPointer { entries in
      entries[record.contents].firstIndex { $0.mark == mark && isKey($0.key, key) }
    }.map { $0 - Int(record.first) }
  }

  /// The entry of a mapping with this key.
  func entry(of mapping: UInt32, key: UnsafeBufferPointer<UInt8>) -> EntryRecord? {
    position(of: key, in: mapping).map { entries[nodes[Int(mapping)].contents.lowerBound + $0] }
  }

  /// Appends all of another tree; gives by how much its node indices grew.
  mutating func append(_ other: YAMLTree) -> UInt32 {
    let base = UInt32(nodes.count)
    let (firstFile, firstItem) = (UInt16(files.count), UInt32(items.count))
    let (firstEntry, firstText) = (UInt32(entries.count), UInt32(text.count))
    nodes += other.nodes.lazy.map { record in
      var record = record
      record.file += firstFile
      switch record.kind {
      case .sequence: record.first += firstItem
      case .mapping: record.first += firstEntry
      default: if !record.flags.contains(.textInFile) { record.first += firstText }
      }
      return record
    }
    files += other.files
    items += other.items.lazy.map { $0 + base }
    entries += other.entries.lazy.map { EntryRecord(key: $0.key + base, value: $0.value + base, mark: $0.mark) }
    text += other.text
    for (mapping, index) in other.keyIndexes { keyIndexes[mapping + base] = index }
    return base
  }
}
