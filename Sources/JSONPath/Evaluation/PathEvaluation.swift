import RecastYAMLReader

/// Follows queries through a document within budgets. It recurses no deeper than filters are written in one another.
struct PathEvaluation {
  typealias Match = JSONPathSelection.Match
  typealias Exceeded = JSONPathLimits.Exceeded

  let document: YAMLNode
  let limits: JSONPathLimits
  var visits = 0
  /// Patterns that were found in the document, by their text.
  var patterns: [String: Pattern?] = [:]
  private var places: [JSONPathSelection.Place] = []

  init(document: YAMLNode, limits: JSONPathLimits) {
    self.document = document
    self.limits = limits
  }

  /// Follows the path of a document, and keeps the places of what it selects.
  mutating func select(_ query: PathQuery) throws(Exceeded) -> JSONPathSelection {
    places = [JSONPathSelection.Place(parent: -1, position: 0)]
    var matches = [Match(node: document, place: 0)]
    var deadEnd: (step: Int, values: [YAMLNode])?
    for (number, segment) in query.segments.enumerated() {
      let found = try follow(segment, from: matches)
      if found.isEmpty {
        deadEnd = (number, matches.map(\.node))
        matches = []
        break
      }
      matches = found
    }
    return JSONPathSelection(matches: matches, places: places, document: document, deadEnd: deadEnd)
  }

  /// What a query in a filter selects.
  mutating func nodes(_ query: PathQuery, current: YAMLNode) throws(Exceeded) -> [Match] {
    var matches = [Match(node: query.root == .document ? document : current, place: -1)]
    for segment in query.segments where !matches.isEmpty { matches = try follow(segment, from: matches) }
    return matches
  }

  private mutating func follow(_ segment: PathSegment, from matches: [Match]) throws(Exceeded) -> [Match] {
    var found: [Match] = []
    for match in matches {
      if segment.isDescendant {
        try selectBelow(match, by: segment.selectors, into: &found)
      } else {
        for selector in segment.selectors { try select(selector, of: match, into: &found) }
      }
      guard found.count <= limits.matches else { throw Exceeded() }
    }
    return found
  }

  /// Selects among the children of a value and of everything below it, parents before children.
  private mutating func selectBelow(
    _ match: Match,
    by selectors: [PathSelector],
    into found: inout [Match]
  ) throws(Exceeded) {
    var pending = [match]
    while let value = pending.popLast() {
      try visit()
      for selector in selectors { try select(selector, of: value, into: &found) }
      guard found.count <= limits.matches else { throw Exceeded() }
      for position in (0..<value.node.childCount).reversed() { pending.append(child(position, of: value)) }
    }
  }

  private mutating func select(
    _ selector: PathSelector,
    of match: Match,
    into found: inout [Match]
  ) throws(Exceeded) {
    try visit()
    switch selector {
    case .name(let name):
      if let position = match.node.position(of: name) { found.append(child(position, of: match)) }
    case .index(let index):
      let count = match.node.items.count
      let position = index < 0 ? count + index : index
      if (0..<count).contains(position) { found.append(child(position, of: match)) }
    case .slice(let slice):
      for position in slice.positions(in: match.node.items.count) {
        try visit()
        found.append(child(position, of: match))
      }
    case .wildcard:
      for position in 0..<match.node.childCount {
        try visit()
        found.append(child(position, of: match))
      }
    case .filter(let condition):
      for position in 0..<match.node.childCount {
        try visit()
        let child = child(position, of: match)
        if try holds(condition, for: child.node) { found.append(child) }
      }
    }
  }

  private mutating func child(_ position: Int, of parent: Match) -> Match {
    let node = parent.node.child(position)
    guard parent.place >= 0 else { return Match(node: node, place: -1) }
    places.append(JSONPathSelection.Place(parent: parent.place, position: Int32(position)))
    return Match(node: node, place: Int32(places.count - 1))
  }

  /// Counts a value that is looked at.
  mutating func visit() throws(Exceeded) {
    visits += 1
    guard visits <= limits.visits else { throw Exceeded() }
  }
}

extension YAMLNode {
  /// How many entries or items there are.
  fileprivate var childCount: Int { kind == .mapping ? entries.count : items.count }

  /// The value of an entry, or an item, at a position that exists.
  fileprivate func child(_ position: Int) -> YAMLNode {
    kind == .mapping ? entries[position].value : items[position]
  }
}
