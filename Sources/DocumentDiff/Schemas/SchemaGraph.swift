import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument

/// Pairs of schemas with what differs about them, and how they lead to each other.
///
/// Every pair is compared once, however many operations use it, and schemas that lead back to themselves are a circle
/// like any other: a document of any size takes time in proportion to it.
struct SchemaGraph {
  /// A pair of schemas.
  struct Node {
    var differences: [SchemaDifference] = []
    var edges: [Edge] = []
    /// Where both were written.
    var places: (old: SourceSpan, new: SourceSpan)
    /// The components that both are.
    var components: (old: String?, new: String?)
    /// Whether both are values that travel one way only.
    var oneWay: (readOnly: Bool, writeOnly: Bool)
    /// Whether a difference can be found here or further on.
    var leadsToDifference = false
  }

  /// A way from a pair of schemas to a pair of parts.
  struct Edge {
    var step: SchemaStep
    var target: Int
    /// Where the member was written whose value the parts are.
    var places: (old: SourceSpan, new: SourceSpan)?
  }

  /// All pairs.
  private(set) var nodes: [Node] = []

  private let comparesDescriptions: Bool
  private var positions: [SchemaPair: Int] = [:]
  private var waiting: [(position: Int, old: ResolvedSchema, new: ResolvedSchema)] = []

  init(comparesDescriptions: Bool) { self.comparesDescriptions = comparesDescriptions }

  /// The position of a pair; it and everything that it leads to is compared if it is new.
  mutating func position(
    of old: SchemaOrReference,
    _ new: SchemaOrReference,
    _ documents: inout ResolvedPair
  ) -> Int {
    let position = enter(old, new, &documents)
    while let next = waiting.popLast() { compare(next.position, next.old, next.new, &documents) }
    return position
  }

  private mutating func enter(
    _ old: SchemaOrReference,
    _ new: SchemaOrReference,
    _ documents: inout ResolvedPair
  ) -> Int {
    let before = documents.old.schema(old)
    let after = documents.new.schema(new)
    let pair = SchemaPair(old: SchemaKey(before), new: SchemaKey(after))
    if let known = positions[pair] { return known }
    let position = nodes.count
    positions[pair] = position
    nodes.append(
      Node(
        places: (before.schema.span, after.schema.span),
        components: (before.component, after.component),
        oneWay: (
          before.schema.readOnly && after.schema.readOnly, before.schema.writeOnly && after.schema.writeOnly
        )
      )
    )
    waiting.append((position, before, after))
    return position
  }

  private mutating func compare(
    _ position: Int,
    _ old: ResolvedSchema,
    _ new: ResolvedSchema,
    _ documents: inout ResolvedPair
  ) {
    let comparison = SchemaComparison(old, new, comparesDescriptions: comparesDescriptions)
    nodes[position].differences = comparison.differences
    guard comparison.isComparable else { return }
    let parts = SchemaParts(old, new, &documents)
    nodes[position].differences += parts.differences
    for part in parts.pairs {
      let target = enter(part.old, part.new, &documents)
      nodes[position].edges.append(Edge(step: part.step, target: target, places: part.places))
    }
  }

  /// Finds out from where a difference can be reached, once all pairs are there.
  mutating func settle() {
    var sources = [[Int]](repeating: [], count: nodes.count)
    for (position, node) in nodes.enumerated() {
      for edge in node.edges { sources[edge.target].append(position) }
    }
    var waiting = nodes.indices.filter { !nodes[$0].differences.isEmpty }
    while let position = waiting.popLast() {
      guard !nodes[position].leadsToDifference else { continue }
      nodes[position].leadsToDifference = true
      waiting += sources[position]
    }
  }

  /// A pair with differences, and the shortest way to it.
  struct Found {
    var position: Int
    var path: [SchemaStep]
    /// Where the last member on the way was written.
    var places: (old: SourceSpan, new: SourceSpan)?
  }

  /// A pair that was reached, and from where: ways are long in documents that are chains of references.
  private struct Visit {
    var position: Int
    var edge: Edge?
    var origin: Int?
  }

  /// All pairs with differences that a pair leads to, each once: the nearest first.
  func differences(from start: Int) -> [Found] {
    guard nodes[start].leadsToDifference else { return [] }
    var found: [Found] = []
    var seen: Set<Int> = [start]
    var visits = [Visit(position: start)]
    var next = 0
    while next < visits.count {
      let node = nodes[visits[next].position]
      if !node.differences.isEmpty { found.append(way(to: next, visits)) }
      for edge in node.edges where nodes[edge.target].leadsToDifference && seen.insert(edge.target).inserted {
        visits.append(Visit(position: edge.target, edge: edge, origin: next))
      }
      next += 1
    }
    return found
  }

  private func way(to visit: Int, _ visits: [Visit]) -> Found {
    var found = Found(position: visits[visit].position, path: [], places: nil)
    var way: [Int] = []
    var current = visit
    while let origin = visits[current].origin {
      way.append(current)
      if found.places == nil { found.places = visits[current].edge?.places }
      current = origin
    }
    found.path = SchemaStep.path(way.count) { visits[way[way.count - 1 - $0]].edge?.step }
    return found
  }
}
