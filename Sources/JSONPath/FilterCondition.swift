/// What a filter asks of a value (`logical-expr`, RFC 9535, section 2.3.5). Types are checked while reading: what is
/// ill-typed cannot be expressed.
indirect enum FilterCondition: Sendable {
  case any([FilterCondition])
  case all([FilterCondition])
  case not(FilterCondition)
  case comparison(FilterValue, ComparisonOperator, FilterValue)
  /// The query selects something.
  case exists(PathQuery)
  /// `match` and `search`.
  case pattern(text: FilterValue, pattern: FilterPattern, extent: PatternExtent)
}

/// What is compared, or given to a function (`ValueType`).
indirect enum FilterValue: Sendable {
  case literal(PathValue)
  /// A query that selects one value at most.
  case query(PathQuery)
  case length(FilterValue)
  case count(PathQuery)
  /// `value`: of one value, that value.
  case only(PathQuery)
}

/// The second argument of `match` and `search`.
enum FilterPattern: Sendable {
  /// Written in the path; `nil` when it is no pattern, so that nothing matches.
  case written(Pattern?)
  /// Found in the document.
  case found(FilterValue)
}

/// How much of a text has to match.
enum PatternExtent: Sendable {
  /// All of it: `match`.
  case whole
  /// A part of it: `search`.
  case part
}

enum ComparisonOperator: String, Sendable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  // The longer ones first: reading takes the first that fits.
  case lessOrEqual = "<="
  case greaterOrEqual = ">="
  case less = "<"
  case greater = ">"
}
