import RecastDiagnostics
import RecastYAMLReader

/// What `$dynamicRef` leads to while a schema is read.
///
/// A schema that refers to a generic one and states what its anchors stand for is read as a copy of the generic schema:
/// `FooPage` comes out as a `Page` whose items are of type `Foo`.
struct DynamicReferences {
  /// The anchors that references inside of a component leave open, by the component's node.
  private let uses: [YAMLNodeID: Set<String>]
  /// What anchors stand for in the schema that is being read; the outermost schema decides.
  fileprivate var anchors: [String: YAMLNode] = [:]
  /// Generic schemas that are being copied.
  fileprivate var copied: Set<YAMLNodeID> = []

  /// Looks through the components of a document; `nil` when it has no such reference, as nearly all have none.
  init?(_ root: YAMLNode) {
    // Before 3.1 schemas had none.
    guard root["openapi"]?.scalarText?.hasPrefix("3.0") != true, Self.isUsed(in: root.span.file.bytes) else {
      return nil
    }
    let schemas = root["components"]?["schemas"]?.entries.map(\.value) ?? []
    uses = Dictionary(schemas.map { ($0.id, Self.names(in: $0)) }) { first, _ in first }
  }

  /// Whether a schema comes out in another way with these anchors.
  fileprivate func isGeneric(_ node: YAMLNode, _ anchors: [String: YAMLNode]) -> Bool {
    guard !anchors.isEmpty, !copied.contains(node.id), let names = uses[node.id] else { return false }
    return names.contains { anchors[$0] != nil }
  }

  private static func isUsed(in bytes: [UInt8]) -> Bool {
    let wanted = Array("$dynamicRef".utf8)
    return bytes.withUnsafeBufferPointer { bytes in
      var index = 0
      while index + wanted.count <= bytes.count {
        if bytes[index] == wanted[0], bytes[index..<index + wanted.count].elementsEqual(wanted) { return true }
        index += 1
      }
      return false
    }
  }

  private static func names(in schema: YAMLNode) -> Set<String> {
    var names: Set<String> = []
    var seen: Set<YAMLNodeID> = []
    var pending = [schema]
    while let node = pending.popLast() {
      guard node.kind == .mapping || node.kind == .sequence, seen.insert(node.id).inserted else { continue }
      if let name = node.dynamicAnchor { names.insert(name) }
      pending += node.items
      pending += node.entries.map(\.value)
    }
    return names
  }
}

extension YAMLNode {
  /// The anchor that a `$dynamicRef` of the node names.
  fileprivate var dynamicAnchor: String? {
    guard let text = self["$dynamicRef"]?.string, text.hasPrefix("#"), !text.hasPrefix("#/") else { return nil }
    return String(text.dropFirst())
  }

  /// What the schema says that anchors stand for: itself, and definitions inside of it.
  fileprivate var statedAnchors: [String: YAMLNode] {
    var anchors: [String: YAMLNode] = [:]
    for entry in self["$defs"]?.entries.map({ $0 }) ?? [] {
      if let name = entry.value["$dynamicAnchor"]?.string { anchors[name] = entry.value }
    }
    if let name = self["$dynamicAnchor"]?.string { anchors[name] = self }
    return anchors
  }

  /// Whether the schema allows anything, or nothing: what stands for an anchor until somebody says what it is.
  fileprivate var isPlaceholder: Bool {
    entries.allSatisfy { ["$dynamicAnchor", "$comment", "title", "description", "not"].contains($0.key) }
  }
}

extension NodeReader {
  /// The schema of a node in which anchors are left open or stated; `nil` when it is one like any other.
  mutating func dynamicSchema(_ node: YAMLNode) -> SchemaOrReference? {
    guard let dynamic, node.kind == .mapping else { return nil }
    if let name = node.dynamicAnchor { return dynamic.anchors[name].map { anchored($0, name, node) } }
    let anchors = node.statedAnchors.merging(dynamic.anchors) { $1 }
    guard let reference = node["$ref"], let text = reference.string else {
      return anchors.count == dynamic.anchors.count
        ? nil : reading(with: anchors) { .schema(Schema(reading: node, &$0)) }
    }
    guard let target = try? references.place(of: ReferenceText(text), at: reference.span, log: &log).node,
      dynamic.isGeneric(target, anchors)
    else { return nil }
    return reading(with: anchors) { reader in
      var schema = Schema(reading: node, &reader)
      reader.dynamic?.copied.insert(target.id)
      if let copy = SchemaOrReference(reading: target, &reader) { schema.allOf.insert(copy, at: 0) }
      return .schema(schema)
    }
  }

  /// A `$dynamicRef` that no schema around it says anything about: it is like any other reference then.
  mutating func unboundReference(_ node: YAMLNode) -> Reference? {
    guard dynamic != nil, let value = node["$dynamicRef"], let text = value.string else { return nil }
    return reference(to: text, at: value.span, .schemas)
  }

  /// Reads something with anchors that stand for something.
  private mutating func reading(
    with anchors: [String: YAMLNode],
    _ read: (inout NodeReader) -> SchemaOrReference
  ) -> SchemaOrReference {
    let outer = dynamic
    dynamic?.anchors = anchors
    defer { dynamic = outer }
    return read(&self)
  }

  /// A reference to what an anchor stands for.
  private mutating func anchored(_ target: YAMLNode, _ name: String, _ node: YAMLNode) -> SchemaOrReference {
    if target.isPlaceholder { return .schema(Schema(span: node.span)) }
    let place = references.place(of: target, called: name, in: references.files.path(of: "", from: target.span))
    references.use(place)
    let found = references.target(of: place, .schemas)
    return .reference(Reference(toSchema: found.name, span: node.span), .init())
  }
}
