import RecastDiagnostics

/// A value in a YAML or JSON document: a handle of two words on a flat tree that never changes.
package struct YAMLNode: Sendable {
  /// What a value is by the YAML 1.2 core schema, of which JSON is a part.
  package enum Kind: UInt8, Sendable, Hashable {
    /// `null`, `~` or nothing at all.
    case null
    /// `true` or `false`.
    case bool
    /// A number without fraction, also `0o17` and `0x1F`.
    case integer
    /// A number with fraction or exponent, also `.inf` and `.nan`.
    case float
    /// Any other scalar; `no`, `on`, `2024-01-31` and `1_000` among them.
    case string
    /// A list.
    case sequence
    /// Keys with values.
    case mapping

    var isScalar: Bool { self != .sequence && self != .mapping }
  }

  let storage: YAMLStorage
  let index: UInt32

  init(storage: YAMLStorage, index: UInt32) {
    self.storage = storage
    self.index = index
  }

  private var tree: YAMLTree { storage.tree }
  private var record: NodeRecord { tree.nodes[Int(index)] }

  /// What the value is.
  package var kind: Kind { record.kind }

  /// Where the value is written. A value that is used through an alias has the place of its anchor.
  package var span: SourceSpan { tree.span(of: index) }

  /// Tells values apart; the uses of one value through aliases have the same.
  package var id: YAMLNodeID { YAMLNodeID(tree: ObjectIdentifier(storage), index: index) }

  /// Whether the value is null.
  package var isNull: Bool { kind == .null }

  /// The text of a string; `nil` for other values.
  package var string: String? { kind == .string ? tree.string(of: index) : nil }

  /// The value of a boolean; `nil` for other values.
  package var bool: Bool? {
    guard kind == .bool else { return nil }
    return tree.withText(of: index) { $0.first == UInt8(ascii: "t") || $0.first == UInt8(ascii: "T") }
  }

  /// The text of any scalar, with escapes and line folding resolved; `nil` for collections.
  package var scalarText: String? { kind.isScalar ? tree.string(of: index) : nil }

  /// The items of a sequence; nothing for other values.
  package var items: YAMLItems {
    YAMLItems(storage: storage, range: kind == .sequence ? record.contents : 0..<0)
  }

  /// The entries of a mapping in the order of the document, merge keys resolved; nothing for other values.
  package var entries: YAMLEntries {
    YAMLEntries(storage: storage, range: kind == .mapping ? record.contents : 0..<0)
  }

  /// The value of a key; `nil` when there is none, and for anything but mappings.
  package subscript(_ key: String) -> YAMLNode? { entry(key)?.value }

  /// A key with its value; `nil` when there is none, and for anything but mappings.
  package func entry(_ key: String) -> YAMLEntry? {
    var key = key
    let found = key.withUTF8 { tree.entry(of: index, key: $0) }
    return found.map { YAMLEntry(storage: storage, record: $0) }
  }

  /// The position of a key among the entries; `nil` when there is none, and for anything but mappings.
  package func position(of key: String) -> Int? {
    var key = key
    return key.withUTF8 { tree.position(of: $0, in: index) }
  }
}

/// Tells the values of a tree apart.
package struct YAMLNodeID: Hashable, Sendable {
  let tree: ObjectIdentifier
  let index: UInt32
}
