/// The members of an object, one after the other, to be compared with those of another one of the same type.
///
/// Synthesized conformance to `Hashable` takes a third of the time that a compiler spends on a schema. Going through
/// the list of members that writing needs anyhow takes none.
struct MemberComparison: Sendable {
  /// The members of the first object.
  private(set) var values: [any Hashable & Sendable] = []
  private(set) var isEqual = true
  /// The member of the first object that the next one of the second is compared with; `nil` while the first is visited.
  private var next: Int?

  /// Visits the members of an object.
  init(_ object: some ObjectSchema) {
    visitMembers(of: object)
  }

  /// Compares with the members of another object.
  mutating func compare(with other: some ObjectSchema) {
    next = 0
    visitMembers(of: other)
    isEqual = isEqual && next == values.count
  }

  mutating func visit<Value: Hashable & Sendable>(_ value: Value) {
    guard let position = next else {
      values.append(value)
      return
    }
    guard isEqual else { return }
    isEqual = position < values.count && values[position] as? Value == value
    next = position + 1
  }

  private mutating func visitMembers(of object: some ObjectSchema) {
    var writer = JSONObjectWriter(self)
    object.write(to: &writer)
    if let visited = writer.comparison { self = visited }
  }
}

extension ObjectSchema {
  /// Whether all members are equal, unknown ones and nulls included.
  public static func == (left: Self, right: Self) -> Bool {
    guard left.unknownMembers == right.unknownMembers else { return false }
    var comparison = MemberComparison(left)
    comparison.compare(with: right)
    return comparison.isEqual
  }

  /// Hashes all members.
  public func hash(into hasher: inout Hasher) {
    for value in MemberComparison(self).values { hasher.combine(value) }
    hasher.combine(unknownMembers)
  }

  /// The hash of all members.
  public var hashValue: Int {
    var hasher = Hasher()
    hash(into: &hasher)
    return hasher.finalize()
  }
}
