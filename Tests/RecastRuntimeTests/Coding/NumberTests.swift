import Foundation
import RecastRuntime
import Testing

@Suite struct NumberTests {
  @Test(arguments: ["0.1000", "1e400", "-0", "1E+2", "123456789012345678901234567890", "9223372036854775808", "1.0"])
  func valuesKeepTheExactText(text: String) throws {
    #expect(try JSONValue(json: text).jsonText() == text)
    #expect(try JSONNumber(json: text).text == text)
    #expect(JSONNumber(text)?.text == text)
  }

  @Test(arguments: ["", "+1", "01", "1.", ".5", "1e", "0x1", "NaN", " 1", "1 ", "--1", "١"])
  func onlyNumbersAreNumbers(text: String) {
    #expect(JSONNumber(text) == nil)
  }

  @Test(arguments: [
    ("1", "1.0"), ("100", "1e2"), ("0.1", "0.1000"), ("-0", "0.0"), ("1e400", "10e399"),
    ("0e99999999999999999999", "0"),
  ])
  func equalityIsThatOfValues(left: String, right: String) throws {
    let (left, right) = (try JSONNumber(json: left), try JSONNumber(json: right))
    #expect(left == right)
    #expect(left.hashValue == right.hashValue)
  }

  @Test(arguments: [
    ("1", "-1"), ("1", "10"), ("0.1", "0.10000000000000000001"), ("1e400", "1e401"), ("1", "0"),
    ("1e99999999999999999999", "2e99999999999999999999"),
  ])
  func differentValuesAreDifferent(left: String, right: String) throws {
    #expect(try JSONNumber(json: left) != JSONNumber(json: right))
  }

  @Test(arguments: [
    ("0", 0), ("-0", 0), ("1.0", 1), ("1e3", 1000), ("12.50e1", 125), ("9223372036854775807", Int.max),
    ("-9223372036854775808", Int.min), ("9223372036854775807.0", Int.max), ("0e999999999999999999999", 0),
  ])
  func wholeNumbersAreIntegers(text: String, value: Int) throws {
    #expect(try Int(json: text) == value)
    #expect(try Int64(json: text) == Int64(value))
    #expect(JSONNumber(text)?.int == value)
  }

  @Test(arguments: [
    ("1.5", "fraction"), ("1e-1", "fraction"), ("9223372036854775808", "out of range"), ("1e400", "out of range"),
    ("-9223372036854775809", "out of range"), ("1e99999999999999999999", "out of range"), ("\"x\"", "found a string"),
    ("null", "found null"), ("true", "found a boolean"),
  ])
  func otherNumbersAreNoIntegers(text: String, words: String) throws {
    let error = try #require(#expect(throws: JSONError.self) { try Int(json: text) })
    #expect(error.message.contains(words))
    #expect(JSONNumber(text)?.int == nil)
  }

  @Test func unsignedIntegersHaveTheirOwnRange() throws {
    #expect(try UInt64(json: "18446744073709551615") == UInt64.max)
    #expect(UInt64.max.parameterText == "18446744073709551615")
    #expect(try UInt64.max.jsonText() == "18446744073709551615")
    #expect(throws: JSONError.self) { try UInt64(json: "18446744073709551616") }
    #expect(throws: JSONError.self) { try UInt64(json: "-1") }
  }

  @Test func smallIntegersHaveTheirOwnRange() throws {
    #expect(try Int32(json: "-2147483648") == Int32.min)
    #expect(throws: JSONError.self) { try Int32(json: "2147483648") }
  }

  @Test func doublesReadAsSwiftReadsThem() throws {
    var random = SeededRandom(seed: 1)
    for _ in 0..<3000 {
      let digits = Int.random(in: 1...19, using: &random)
      let whole = String((0..<digits).map { _ in "0123456789".randomElement(using: &random) ?? "0" })
      let point = Int.random(in: 0..<digits, using: &random)
      let text = "\(Bool.random(using: &random) ? "-" : "")1\(whole.prefix(point)).\(whole.dropFirst(point))"
      #expect(try Double(json: text) == Double(text))
    }
    for text in ["1e308", "5e-324", "1e-400", "0.1", "123456789012345680.0", "9007199254740993", "2.5E-3"] {
      #expect(try Double(json: text) == Double(text))
    }
    #expect(try Double(json: "-0.0").sign == .minus)
    #expect(throws: JSONError.self) { try Double(json: "1e309") }
    #expect(throws: JSONError.self) { try Float(json: "1e39") }
  }

  @Test func doublesAreWrittenShortAndReadBackTheSame() throws {
    var random = SeededRandom(seed: 2)
    for _ in 0..<2000 {
      let value = Double(bitPattern: random.next())
      guard value.isFinite else { continue }
      #expect(try Double(json: value.jsonBytes()) == value)
    }
    #expect(try [0.1, 3, -0.5, 1e21, 1e-7].jsonText() == "[0.1,3,-0.5,1e+21,1e-07]")
    #expect(try (Float(0.1)).jsonText() == "0.1")
    for value in [Double.infinity, -.infinity, .nan] {
      let error = try #require(#expect(throws: JSONError.self) { try [value].jsonText() })
      #expect(error.pathDescription == "[0]")
    }
  }

  @Test(arguments: [
    "0", "0.1", "-12.50", "12345678901234567890.123456789012345678", "99999999999999999999999999999999999999",
    "1e20", "1e-100", "-0", "1e127", "0.1e-127",
  ])
  func decimalsAreExact(text: String) throws {
    let value = try Decimal(json: text)
    #expect(!value.isNaN)
    #expect(try JSONNumber(json: value.jsonText()) == JSONNumber(json: text))
  }

  @Test(arguments: ["1e400", "1e-400", "1.000000000000000000000000000000000000000000001", "\"x\""])
  func numbersThatDecimalCannotHoldAreErrors(text: String) {
    #expect(throws: JSONError.self) { try Decimal(json: text) }
  }

  @Test func decimalNaNHasNoJSON() {
    #expect(throws: JSONError.self) { try Decimal.nan.jsonText() }
  }
}

/// A reproducible random number generator (SplitMix64).
struct SeededRandom: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) {
    state = seed
  }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
