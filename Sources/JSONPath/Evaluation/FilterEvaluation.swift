import RecastYAMLReader

extension PathEvaluation {
  /// Whether a condition holds for a value.
  mutating func holds(_ condition: FilterCondition, for current: YAMLNode) throws(Exceeded) -> Bool {
    switch condition {
    case .any(let conditions):
      for condition in conditions where try holds(condition, for: current) { return true }
      return false
    case .all(let conditions):
      for condition in conditions where try !holds(condition, for: current) { return false }
      return true
    case .not(let condition): return try !holds(condition, for: current)
    case .exists(let query): return try !nodes(query, current: current).isEmpty
    case .comparison(let left, let comparison, let right):
      return try compare(value(left, for: current), comparison, value(right, for: current))
    case .pattern(let text, let pattern, let extent):
      guard case .text(let text) = try value(text, for: current),
        let pattern = try self.pattern(pattern, for: current)
      else { return false }
      return try matches(pattern, text, extent)
    }
  }

  /// What a comparable or an argument stands for.
  private mutating func value(_ value: FilterValue, for current: YAMLNode) throws(Exceeded) -> PathValue {
    switch value {
    case .literal(let literal): return literal
    case .query(let query), .only(let query):
      let matches = try nodes(query, current: current)
      guard matches.count == 1, let match = matches.first else { return .nothing }
      return PathValue(match.node)
    case .count(let query): return .number(PathNumber(try nodes(query, current: current).count))
    case .length(let value):
      switch try self.value(value, for: current) {
      case .text(let text): return .number(PathNumber(text.unicodeScalars.count))
      case .collection(let node): return .number(PathNumber(node.items.count + node.entries.count))
      default: return .nothing
      }
    }
  }

  private mutating func pattern(_ pattern: FilterPattern, for current: YAMLNode) throws(Exceeded) -> Pattern? {
    switch pattern {
    case .written(let pattern): return pattern
    case .found(let value):
      guard case .text(let source) = try self.value(value, for: current) else { return nil }
      if let known = patterns[source] { return known }
      visits += source.utf8.count
      try visit()
      let read = try? Pattern.parse(source).get()
      patterns[source] = read
      return read
    }
  }

  /// Matches within what is left of the budget.
  private mutating func matches(
    _ pattern: Pattern,
    _ text: String,
    _ extent: PatternExtent
  ) throws(Exceeded) -> Bool {
    var steps = limits.visits - visits
    let isMatch = pattern.matches(text, extent, steps: &steps)
    visits = limits.visits - steps
    guard let isMatch else { throw Exceeded() }
    return isMatch
  }
}
