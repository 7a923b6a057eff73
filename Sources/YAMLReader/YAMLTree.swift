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

/// A value or a key: 20 bytes.
struct NodeRecord: Sendable {
  var kind: YAMLNode.Kind
  var flags: Flags = []
  /// Index into `files`.
  var file: UInt16
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

  /// The entry of a mapping with this key.
  func entry(of mapping: UInt32, key: UnsafeBufferPointer<UInt8>) -> EntryRecord? {
    let record = nodes[Int(mapping)]
    guard record.kind == .mapping else { return nil }
    let candidates = record.contents
    if let index = keyIndexes[mapping] {
      return index.find(key) { isKey(entries[candidates.lowerBound + $0].key, key) }
        .map { entries[candidates.lowerBound + $0] }
    }
    return entries[candidates].first { isKey($0.key, key) }
  }
}
