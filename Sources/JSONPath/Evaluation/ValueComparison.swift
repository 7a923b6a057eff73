import RecastYAMLReader

extension PathEvaluation {
  /// Compares by the rules of RFC 9535, section 2.3.5.2.2: values of different types are unequal, and neither is less.
  mutating func compare(
    _ left: PathValue,
    _ comparison: ComparisonOperator,
    _ right: PathValue
  ) throws(Exceeded) -> Bool {
    switch comparison {
    case .less: return isLess(left, right)
    case .greater: return isLess(right, left)
    case .lessOrEqual where isLess(left, right), .greaterOrEqual where isLess(right, left): return true
    case .equal, .lessOrEqual, .greaterOrEqual: return try isEqual(left, right)
    case .notEqual: return try !isEqual(left, right)
    }
  }

  private func isLess(_ left: PathValue, _ right: PathValue) -> Bool {
    switch (left, right) {
    case (.number(let left), .number(let right)): left < right
    // The order of UTF-8 is the order of Unicode scalars, which the RFC asks for.
    case (.text(let left), .text(let right)): left.utf8.lexicographicallyPrecedes(right.utf8)
    default: false
    }
  }

  private mutating func isEqual(_ left: PathValue, _ right: PathValue) throws(Exceeded) -> Bool {
    guard case .collection(let left) = left, case .collection(let right) = right else {
      return isEqualScalar(left, right)
    }
    var pending = [(left, right)]
    while let (left, right) = pending.popLast() {
      try visit()
      guard left.items.count == right.items.count, left.entries.count == right.entries.count else { return false }
      switch (PathValue(left), PathValue(right)) {
      case (.collection, .collection):
        guard left.kind == right.kind else { return false }
        pending += zip(left.items, right.items)
        for entry in left.entries {
          guard let value = right[entry.key] else { return false }
          pending.append((entry.value, value))
        }
      case (let left, let right):
        guard isEqualScalar(left, right) else { return false }
      }
    }
    return true
  }

  private func isEqualScalar(_ left: PathValue, _ right: PathValue) -> Bool {
    switch (left, right) {
    case (.nothing, .nothing), (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.number(let left), .number(let right)): left == right
    // Swift calls different spellings of one text equal; the RFC compares scalar by scalar.
    case (.text(let left), .text(let right)): left.utf8.elementsEqual(right.utf8)
    default: false
    }
  }
}
