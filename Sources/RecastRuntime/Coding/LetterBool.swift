/// A boolean that is written as one letter, `T` or `F`, where other strings for booleans say `true` or `false`.
public struct LetterBool: StringEncodable, ExpressibleByBooleanLiteral {
  /// The boolean.
  public var isTrue: Bool

  /// A boolean to be written as a letter.
  public init(_ isTrue: Bool) {
    self.isTrue = isTrue
  }

  /// A boolean to be written as a letter.
  public init(booleanLiteral value: Bool) {
    isTrue = value
  }

  /// Reads `T` or `F`, `true` or `false`, in either case.
  public init?(encodedText: String) {
    guard let isTrue = Bool(encodedText: encodedText) else { return nil }
    self.isTrue = isTrue
  }

  /// Writes `T` or `F`, or as long and as large as the example.
  public func encodedText(like example: String) -> String {
    isTrue.encodedText(like: Bool(encodedText: example) == nil ? "T" : example)
  }
}
