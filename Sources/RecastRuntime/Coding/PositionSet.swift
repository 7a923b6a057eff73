/// A set of small numbers: one word for objects of up to 64 members, an array only beyond that.
struct PositionSet: Sendable {
  private var low: UInt64 = 0
  private var high: [UInt64] = []
  /// How many numbers are in the set.
  private(set) var count = 0

  func contains(_ position: Int) -> Bool {
    if position < 64 { return low & (1 << UInt64(position)) != 0 }
    let word = position / 64 - 1
    return word < high.count && high[word] & (1 << UInt64(position % 64)) != 0
  }

  mutating func insert(_ position: Int) {
    guard !contains(position) else { return }
    count += 1
    guard position >= 64 else {
      low |= 1 << UInt64(position)
      return
    }
    let word = position / 64 - 1
    while high.count <= word { high.append(0) }
    high[word] |= 1 << UInt64(position % 64)
  }
}
