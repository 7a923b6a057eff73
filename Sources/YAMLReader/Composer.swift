import CRecastYAML
import RecastDiagnostics

/// Builds a tree from events, with a stack of its own: nothing here recurses, however deep a document is.
struct Composer {
  /// A sequence or mapping whose end has not been read.
  struct OpenCollection {
    let node: UInt32
    let isMapping: Bool
    /// Whether it is a key or a part of one, which was reported.
    let isInKey: Bool
    /// Where its children begin among `pending`.
    let firstPending: Int
    /// Nodes inside, aliases replaced by copies.
    var expandedNodes = 1
    /// Where its last child ends.
    var end: Int
  }

  /// What an anchor marks.
  struct Anchor {
    let node: UInt32
    var expandedNodes: Int
    var isComplete: Bool
  }

  let file: SourceFile
  let limits: YAMLLimits
  /// What aliases may make of the document: people repeat a few things, hostile documents repeat repetitions. Without
  /// aliases there are never more values than bytes.
  private let mostExpandedNodes: Int
  var log: DiagnosticLog
  var tree: YAMLTree
  var anchors: [String: Anchor] = [:]
  /// Names of anchors on collections that are not complete, by node.
  var openAnchors: [UInt32: String] = [:]
  var open: [OpenCollection] = []
  /// Children of open collections: items, or keys and values in turn.
  var pending: [UInt32] = []
  var root: UInt32?
  /// Whether a second document has started: it is checked, but not kept.
  var isPastFirstDocument = false
  /// How many findings there are of a kind.
  var reports: [DiagnosticTag: Int] = [:]
  /// Entries that merge keys brought in.
  var mergedEntries = 0
  /// Whether events are still of use: not after the end, nor after an error that makes going on pointless.
  var wantsMore = true

  init(file: SourceFile, limits: YAMLLimits, log: DiagnosticLog) {
    self.file = file
    self.limits = limits
    self.log = log
    tree = YAMLTree(files: [file])
    // About as many values as documents have for their size; room that is not used costs nothing.
    tree.nodes.reserveCapacity(file.bytes.count / 12)
    tree.entries.reserveCapacity(file.bytes.count / 24)
    tree.text.reserveCapacity(file.bytes.count / 2)
    mostExpandedNodes = min(
      limits.expandedNodes,
      max(Self.harmlessExpansion, file.bytes.count * Self.mostRepetitions)
    )
  }

  /// The tree's root, once all events are taken and none was an error.
  func finish() -> YAMLNode? {
    root.map { YAMLNode(storage: YAMLStorage(tree), index: $0) }
  }

  /// Takes the next event.
  mutating func take(_ event: yaml_event_t, at range: Range<Int>) {
    if isPastFirstDocument, event.type != YAML_STREAM_END_EVENT { return }
    switch event.type {
    case YAML_SCALAR_EVENT: takeScalar(event, at: range)
    case YAML_MAPPING_START_EVENT: takeMappingStart(event, at: range)
    case YAML_SEQUENCE_START_EVENT: takeSequenceStart(event, at: range)
    case YAML_MAPPING_END_EVENT, YAML_SEQUENCE_END_EVENT: close(at: range)
    case YAML_ALIAS_EVENT: takeAlias(event, at: range)
    case YAML_DOCUMENT_START_EVENT: startDocument(at: range)
    case YAML_STREAM_END_EVENT: endStream()
    default: break
    }
  }

  /// Adds a record, and says where; `nil` when the budget is used up.
  mutating func add(_ record: NodeRecord) -> UInt32? {
    guard tree.nodes.count < limits.nodes else {
      exceed(
        "the document has more than \(limits.nodes) values and keys",
        at: Int(record.start)..<Int(record.start) + 1
      )
      return nil
    }
    tree.nodes.append(record)
    return UInt32(tree.nodes.count - 1)
  }

  /// Puts a complete value into the collection that is open, or at the root.
  mutating func attach(_ node: UInt32, expandedNodes: Int, at range: Range<Int>) {
    guard let last = open.indices.last else {
      root = node
      return
    }
    open[last].expandedNodes += expandedNodes
    let parent = Int(open[last].node)
    tree.nodes[parent].height = max(tree.nodes[parent].height, tree.nodes[Int(node)].height + 1)
    open[last].end = max(open[last].end, range.upperBound)
    pending.append(node)
    if open[last].expandedNodes > mostExpandedNodes {
      exceed("aliases make this document grow to more than \(mostExpandedNodes) values", at: range)
    }
  }

  private static let harmlessExpansion = 200_000
  private static let mostRepetitions = 8

  /// Whether the next child of the open collection is a key.
  var expectsKey: Bool {
    guard let last = open.last, last.isMapping else { return false }
    return (pending.count - last.firstPending) % 2 == 0
  }

  /// Reports that a budget is used up, and stops.
  mutating func exceed(_ message: String, at range: Range<Int>) {
    guard wantsMore else { return }
    wantsMore = false
    log.error(
      .documentTooLarge,
      message,
      at: file.span(range),
      help: "check what was meant here; no description of an API needs as much"
    )
  }

  private mutating func startDocument(at range: Range<Int>) {
    guard let first = root else { return }
    // Nothing before a line `---` is no document that anybody means.
    guard tree.nodes[Int(first)].start < tree.nodes[Int(first)].end else { return }
    isPastFirstDocument = true
    log.warning(
      .severalDocuments,
      "another document starts here",
      at: file.span(range),
      label: "only the first one is read",
      help: "keep one document per file"
    )
  }

  private mutating func endStream() {
    wantsMore = false
    guard root == nil, !log.hasErrors else { return }
    log.error(
      .emptyDocument,
      "the file holds no value",
      at: file.span(0..<0),
      help: "check that this is the right file, and that it was saved completely"
    )
  }
}
