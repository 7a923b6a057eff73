/// UUIDs that look random and are the same in every sandbox, so that what was recorded can be repeated.
struct IdentifierSequence: Codable, Sendable {
  private var used = 0

  mutating func next() -> String {
    used += 1
    var digits = (0..<32).map { Character(String(Int(Noise.unit(4242, used, $0) * 16), radix: 16)) }
    // The version and the variant of a random UUID.
    digits[12] = "4"
    digits[16] = "a"
    let groups = [0..<8, 8..<12, 12..<16, 16..<20, 20..<32]
    return groups.map { String(digits[$0]) }.joined(separator: "-")
  }
}
