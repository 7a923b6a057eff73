import RecastYAMLReader

/// Budgets that keep a path from using up the machine: every step may multiply what it is given.
package struct JSONPathLimits: Sendable {
  /// Why following a path was given up.
  package struct Exceeded: Error {}

  /// Most values that a step may select.
  package var matches: Int
  /// Most values that are looked at, those among them that filters look at.
  package var visits: Int

  /// - Parameters:
  ///   - matches: most values that a step may select.
  ///   - visits: most values that are looked at.
  package init(matches: Int = 2_000_000, visits: Int = 30_000_000) {
    self.matches = min(matches, 1 << 30)
    self.visits = min(visits, 1 << 30)
  }
}

/// What a path selects in a document, in the order of RFC 9535. A value that is selected twice is there twice.
package struct JSONPathSelection: Sendable {
  /// A selected value, at one of its places.
  package struct Match: Sendable {
    /// The value.
    package let node: YAMLNode
    /// An index among the selection's places; -1 where places are not kept.
    let place: Int32
  }

  /// The selected values.
  package let matches: [Match]
  /// Where nothing was selected: the step that selects nothing, and the values that it was asked of.
  package let deadEnd: (step: Int, values: [YAMLNode])?
  let places: [Place]
  private let document: YAMLNode

  /// A child of another place.
  struct Place: Sendable {
    /// An index among the places; -1 for the root.
    let parent: Int32
    /// The position among the entries or items of the parent.
    let position: Int32
  }

  init(
    matches: [Match],
    places: [Place],
    document: YAMLNode,
    deadEnd: (step: Int, values: [YAMLNode])?
  ) {
    self.matches = matches
    self.places = places
    self.document = document
    self.deadEnd = deadEnd
  }

  /// The positions among entries and items that lead from the root to a match.
  package func positions(of match: Match) -> [Int] {
    var positions: [Int] = []
    var place = match.place
    while place > 0 {
      positions.append(Int(places[Int(place)].position))
      place = places[Int(place)].parent
    }
    return positions.reversed()
  }

  /// The place of a match as a normalized path (RFC 9535, section 2.7).
  package func normalizedPath(of match: Match) -> String {
    var path = "$"
    var node = document
    for position in positions(of: match) {
      if node.kind == .mapping {
        path += PathSelector.quoted(node.entries[position].key)
        node = node.entries[position].value
      } else {
        path += "[\(position)]"
        node = node.items[position]
      }
    }
    return path
  }
}

extension JSONPath {
  /// Follows the path through a document.
  ///
  /// - Parameters:
  ///   - document: the root.
  ///   - limits: budgets.
  /// - Throws: `JSONPathLimits.Exceeded` when a budget is used up.
  package func select(
    in document: YAMLNode,
    limits: JSONPathLimits = JSONPathLimits()
  ) throws(JSONPathLimits.Exceeded) -> JSONPathSelection {
    var evaluation = PathEvaluation(document: document, limits: limits)
    return try evaluation.select(query)
  }
}
