/// A token of Swift source, as far as it takes to tell code from text.
package enum SwiftToken: Hashable, Sendable {
  /// A keyword, an identifier, or an identifier in backticks (which is then no keyword).
  case word(String, isQuoted: Bool)
  /// A number.
  case number
  /// A string literal, or the part of one up to or between interpolations.
  case text
  /// An attribute, without its `@`.
  case attribute(String)
  /// One character of punctuation or of an operator.
  case mark(Character)
}

/// Where text stands that is no code at all.
package struct SwiftSource: Sendable {
  /// The tokens in order; comments are none.
  package var tokens: [SwiftToken] = []
  /// What is wrong, each with its line: what cannot be lexed, and what generated code never has.
  package var faults: [String] = []
}
