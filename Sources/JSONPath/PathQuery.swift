/// A query: where it starts, and the steps from there (RFC 9535, section 2.1).
struct PathQuery: Sendable {
  enum Root: Sendable {
    /// `$`
    case document
    /// `@`: the value that a filter looks at.
    case current
  }

  let root: Root
  let segments: [PathSegment]

  /// Whether it selects one value at most (`singular-query`): each step is one name or one index.
  var isSingular: Bool {
    segments.allSatisfy { segment in
      guard !segment.isDescendant, segment.selectors.count == 1, let selector = segment.selectors.first else {
        return false
      }
      switch selector {
      case .name, .index: return true
      default: return false
      }
    }
  }
}

/// One step down: the children that any of the selectors selects, of a value or of everything below it.
struct PathSegment: Sendable {
  let isDescendant: Bool
  /// At least one.
  let selectors: [PathSelector]
  /// The step as it is written, in bytes of the path.
  let range: Range<Int>
}

/// What a step selects among the children of a value (RFC 9535, section 2.3).
enum PathSelector: Sendable {
  /// The value of this key in a mapping.
  case name(String)
  /// The item at this position of a list; negative ones count from the end.
  case index(Int)
  /// Items of a list in even steps.
  case slice(PathSlice)
  /// All children.
  case wildcard
  /// The children that fulfil a condition.
  case filter(FilterCondition)
}

/// Items of a list from one position to before another, in steps (RFC 9535, section 2.3.4).
struct PathSlice: Sendable {
  let start: Int?
  let end: Int?
  let step: Int

  /// The positions in a list of this length, in the order in which they are selected.
  func positions(in count: Int) -> StrideTo<Int> {
    func normalized(_ position: Int) -> Int { position >= 0 ? position : count + position }
    if step > 0 {
      let lower = min(max(normalized(start ?? 0), 0), count)
      let upper = min(max(normalized(end ?? count), 0), count)
      return stride(from: lower, to: upper, by: step)
    }
    guard step < 0 else { return stride(from: 0, to: 0, by: 1) }
    let upper = min(max(start.map(normalized) ?? count - 1, -1), count - 1)
    let lower = min(max(end.map(normalized) ?? -1, -1), count - 1)
    return stride(from: upper, to: lower, by: step)
  }
}
