import RecastDiagnostics
import RecastYAMLReader

/// What a document holds, found by walking its tree. Nothing of the generator beyond the tree is used here, so that
/// this can disagree with it.
package struct DocumentWalk: Sendable {
  /// A property of a schema, wherever the schema stands.
  package struct Property: Sendable {
    /// The way from the root to the property's schema, for people.
    package let pointer: String
    /// Where the property's name is written.
    package let key: SourceSpan
    /// The schema.
    package let schema: YAMLNode
    /// Whether a finding lies on something that holds the property.
    package let isReportedAbove: Bool
  }

  /// An operation.
  package struct Operation: Sendable {
    /// The way from the root to the operation, for people.
    package let pointer: String
    /// Where the method is written.
    package let key: SourceSpan
    /// The operation.
    package let node: YAMLNode
    /// Whether a client calls it: it stands below a path, not in a callback or webhook.
    package let isCalled: Bool
    /// Whether a finding lies on something that holds the operation.
    package let isReportedAbove: Bool
  }

  /// Every property once, however often its schema is used.
  package private(set) var properties: [Property] = []
  /// The pointer to each schema, by where the schema is written.
  private(set) var schemas: [SourcePlace: String] = [:]
  /// Every operation once for each path that leads to it.
  package private(set) var operations: [Operation] = []

  private struct Visit {
    var node: YAMLNode
    var place: Place
    var pointer: String
    var isReported: Bool
    /// The path that leads here, down to operations. A path item counts once for each path that shares it.
    var path: String?
  }

  private struct Seen: Hashable {
    let node: YAMLNodeID
    let place: Place
    let path: String?
  }

  private let parts: DocumentParts
  private let findings: FindingIndex
  private var seen: Set<Seen> = []
  private var open: [Visit] = []
  private var behindReferences: [Visit] = []
  private var behindReportedReferences: [Visit] = []

  /// Walks a document.
  package init(root: YAMLNode, parts: DocumentParts, findings: FindingIndex) {
    self.parts = parts
    self.findings = findings
    open = [Visit(node: root, place: .root, pointer: "#", isReported: false)]
    // What stands where it is written comes first: what a reference leads to from within something that was reported
    // is not reported itself.
    while let visit = open.popLast() ?? behindReferences.popLast() ?? behindReportedReferences.popLast() {
      take(visit)
    }
  }

  private mutating func take(_ visit: Visit) {
    let path = visit.place == .pathItem ? visit.path : nil
    guard seen.insert(Seen(node: visit.node.id, place: visit.place, path: path)).inserted else { return }
    if visit.place == .schema { schemas[SourcePlace(visit.node.span)] = visit.pointer }
    follow(visit)
    if case .list(let place) = visit.place {
      for (position, item) in visit.node.items.enumerated() { take(item, at: position, of: visit, as: place) }
      return
    }
    for entry in visit.node.entries.reversed() {
      guard let place = visit.place.value(of: entry.key) else { continue }
      take(entry, of: visit, as: place)
    }
  }

  private mutating func take(_ entry: YAMLEntry, of visit: Visit, as place: Place) {
    let isReported = visit.isReported || findings.touch(entry.keySpan)
    let pointer = visit.pointer + "/" + Self.escaped(entry.key)
    if visit.place == .properties {
      properties.append(
        Property(pointer: pointer, key: entry.keySpan, schema: entry.value, isReportedAbove: isReported)
      )
    }
    if place == .operation {
      operations.append(
        Operation(
          pointer: pointer,
          key: entry.keySpan,
          node: entry.value,
          isCalled: visit.path != nil,
          isReportedAbove: isReported
        )
      )
    }
    var next = Visit(
      node: entry.value,
      place: place,
      pointer: pointer,
      isReported: isReported,
      path: visit.place == .paths ? entry.key : nil
    )
    if place == .schema, entry.value.kind == .sequence { next.place = .list(.schema) }
    open.append(next)
  }

  /// An item has no key to report it at; the name of a parameter is one in effect.
  private mutating func take(_ item: YAMLNode, at position: Int, of visit: Visit, as place: Place) {
    let names = place == .parameter ? ["name", "in", "$ref"] : ["$ref"]
    let isReported = names.contains { name in item.entry(name).map { findings.touch(entry: $0) } ?? false }
    open.append(
      Visit(
        node: item,
        place: place,
        pointer: "\(visit.pointer)/\(position)",
        isReported: visit.isReported || isReported
      )
    )
  }

  private mutating func follow(_ visit: Visit) {
    guard let reference = visit.node.entry("$ref"), let text = reference.value.string,
      let target = parts.target(of: text, seenFrom: reference.keySpan.file.path)
    else { return }
    var next = visit
    next.node = target
    next.pointer = parts.reference(text, seenFrom: reference.keySpan.file.path)
    next.isReported = visit.isReported || findings.touch(entry: reference)
    if next.isReported { behindReportedReferences.append(next) } else { behindReferences.append(next) }
  }

  private static func escaped(_ key: String) -> String {
    key.replacing("~", with: "~0").replacing("/", with: "~1")
  }
}
