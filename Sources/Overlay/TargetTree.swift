import RecastJSONPath

/// The selected places of a document as a tree, so that each value on the way to them is made anew only once.
struct TargetTree {
  /// A value on the way to selected places, or such a place.
  struct Place {
    /// Whether the value is selected itself.
    var isTarget = false
    /// The children on the way to selected places: by position, their indices in the tree.
    var children: [Int: Int] = [:]
  }

  /// The places; the first is the root.
  private(set) var places = [Place()]

  /// Gathers what a path selects; a place that is selected twice is there once.
  init(_ selection: JSONPathSelection) {
    for match in selection.matches {
      var place = 0
      for position in selection.positions(of: match) {
        if let child = places[place].children[position] {
          place = child
        } else {
          places.append(Place())
          places[place].children[position] = places.count - 1
          place = places.count - 1
        }
      }
      places[place].isTarget = true
    }
  }
}
