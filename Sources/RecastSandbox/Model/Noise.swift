import Foundation

/// Repeatable pseudo-random numbers: the same place always gets the same number, in every process and on every machine.
enum Noise {
  /// A number in 0..<1 for a tuple of integers (SplitMix64 finaliser over each).
  static func unit(_ place: Int...) -> Double {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    for number in place {
      state = mixed(state &+ UInt64(bitPattern: Int64(number)) &* 0xD134_2543_DE82_EF95)
    }
    return Double(state >> 11) / Double(1 << 53)
  }

  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value &+ 0x9E37_79B9_7F4A_7C15
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
