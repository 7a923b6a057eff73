import CRecastYAML
import RecastDiagnostics

// How scalars, aliases and the starts and ends of collections get into the tree.
extension Composer {
  mutating func takeScalar(_ event: yaml_event_t, at range: Range<Int>) {
    let scalar = event.data.scalar
    let text = UnsafeBufferPointer(start: UnsafePointer(scalar.value), count: scalar.length)
    let tag = scalar.tag.map { String(cString: $0) }
    let properties = Properties(anchor: scalar.anchor, tag: scalar.tag)
    let range = trimmed(range, style: scalar.style, properties: properties)
    let isPlain = scalar.style == YAML_PLAIN_SCALAR_STYLE && tag == nil
    var record = NodeRecord(
      kind: isPlain ? ScalarResolution.kind(of: text) : kind(of: text, tag: tag, at: range),
      flags: isPlain ? .plain : [],
      file: 0,
      start: UInt32(range.lowerBound),
      end: UInt32(range.upperBound)
    )
    keep(text, in: &record)
    guard let node = add(record) else { return }
    if let anchor = scalar.anchor {
      anchors[String(cString: anchor)] = Anchor(node: node, expandedNodes: 1, isComplete: true)
    }
    attach(node, expandedNodes: 1, at: range)
  }

  mutating func takeMappingStart(_ event: yaml_event_t, at range: Range<Int>) {
    let start = event.data.mapping_start
    checkTag(start.tag, allowed: "tag:yaml.org,2002:map", at: range)
    open(.mapping, at: range, properties: Properties(anchor: start.anchor, tag: start.tag))
  }

  mutating func takeSequenceStart(_ event: yaml_event_t, at range: Range<Int>) {
    let start = event.data.sequence_start
    checkTag(start.tag, allowed: "tag:yaml.org,2002:seq", at: range)
    open(.sequence, at: range, properties: Properties(anchor: start.anchor, tag: start.tag))
  }

  private mutating func open(_ kind: YAMLNode.Kind, at range: Range<Int>, properties: Properties) {
    let start = skip(properties, from: range.lowerBound)
    guard open.count < limits.depth else {
      exceed("lists and mappings are nested more than \(limits.depth) levels deep here", at: start..<start + 1)
      return
    }
    let isInComplexKey = open.last?.isInKey ?? false
    if expectsKey, !isInComplexKey { reportComplexKey(at: start..<start + 1) }
    let record = NodeRecord(kind: kind, file: 0, height: 1, start: UInt32(start), end: UInt32(start))
    guard let node = add(record) else { return }
    if let name = properties.anchorName {
      anchors[name] = Anchor(node: node, expandedNodes: 0, isComplete: false)
      openAnchors[node] = name
    }
    open.append(
      OpenCollection(
        node: node,
        isMapping: kind == .mapping,
        isInKey: expectsKey || isInComplexKey,
        firstPending: pending.count,
        end: start
      )
    )
  }

  /// Completes the innermost collection.
  mutating func close(at range: Range<Int>) {
    guard let collection = open.popLast() else { return }
    let node = Int(collection.node)
    let closesWithBracket = !range.isEmpty && file.bytes[range.upperBound - 1].isClosingBracket
    tree.nodes[node].end = UInt32(closesWithBracket ? range.upperBound : collection.end)
    var expandedNodes = collection.expandedNodes
    if collection.isMapping {
      expandedNodes += completeMapping(collection)
    } else {
      tree.setItems(pending[collection.firstPending...], of: collection.node)
    }
    pending.removeSubrange(collection.firstPending...)
    if let name = openAnchors.removeValue(forKey: collection.node), anchors[name]?.node == collection.node {
      anchors[name]?.expandedNodes = expandedNodes
      anchors[name]?.isComplete = true
    }
    let place = Int(tree.nodes[node].start)..<Int(tree.nodes[node].end)
    attach(collection.node, expandedNodes: expandedNodes, at: place)
  }

  mutating func takeAlias(_ event: yaml_event_t, at range: Range<Int>) {
    let name = event.data.alias.anchor.map { String(cString: $0) } ?? ""
    guard let anchor = anchors[name], anchor.isComplete else {
      reportAlias(name, isRecursive: anchors[name] != nil, at: range)
      let standIn = NodeRecord(
        kind: .null,
        flags: .standIn,
        file: 0,
        start: UInt32(range.lowerBound),
        end: UInt32(range.upperBound)
      )
      if let node = add(standIn) { attach(node, expandedNodes: 1, at: range) }
      return
    }
    if open.count + Int(tree.nodes[Int(anchor.node)].height) > limits.depth {
      exceed("aliases nest lists and mappings more than \(limits.depth) levels deep here", at: range)
      return
    }
    if expectsKey, !tree.nodes[Int(anchor.node)].kind.isScalar { reportComplexKey(at: range) }
    attach(anchor.node, expandedNodes: anchor.expandedNodes, at: range)
  }

  /// Keeps a scalar's text: by its place in the file if it reads the same there, else as a copy.
  private mutating func keep(_ text: UnsafeBufferPointer<UInt8>, in record: inout NodeRecord) {
    record.count = UInt32(text.count)
    var inFile = Int(record.start)..<Int(record.end)
    if inFile.count == text.count + 2 { inFile = inFile.lowerBound + 1..<inFile.upperBound - 1 }
    let isSame =
      inFile.count == text.count
      && file.bytes.withUnsafeBufferPointer { UnsafeBufferPointer(rebasing: $0[inFile]).hasSameBytes(as: text) }
    if isSame {
      record.flags.insert(.textInFile)
      record.first = UInt32(inFile.lowerBound)
    } else {
      record.first = UInt32(tree.text.count)
      tree.text += text
    }
  }
}

extension UInt8 {
  fileprivate var isClosingBracket: Bool { self == UInt8(ascii: "}") || self == UInt8(ascii: "]") }
}
