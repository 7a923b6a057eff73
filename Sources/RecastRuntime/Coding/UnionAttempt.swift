/// A case of a union that is being tried, and what of the value its types do not know, however deep it lies.
final class UnionAttempt: Sendable {
  private let depth: Int
  private let unknown = Locked(0)

  /// A case of a union, perhaps within a case of another; nil when so many are being tried around it that trying all of
  /// them would multiply without end.
  init?(inside outer: UnionAttempt?) {
    depth = (outer?.depth ?? 0) + 1
    guard depth <= 6 else { return nil }
  }

  /// How many members and values are unknown.
  var unknownCount: Int { unknown.withLock { $0 } }

  /// Adds members or values that are unknown.
  func note(_ count: Int) {
    if count > 0 { unknown.withLock { $0 += count } }
  }
}
