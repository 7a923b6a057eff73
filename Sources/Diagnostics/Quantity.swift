/// A number of things in words.
package enum Quantity {
  /// `1 error`, `2 errors`, `0 errors`.
  ///
  /// - Parameter noun: a word that forms its plural with an `s`.
  package static func of(_ count: Int, _ noun: String) -> String { "\(count) \(noun)\(count == 1 ? "" : "s")" }
}

extension DiagnosticLog {
  /// How many findings of each severity there are, `2 errors, 1 warning`; empty when there are none.
  package var summary: String {
    Severity.allCases.filter { count(of: $0) > 0 }.map { Quantity.of(count(of: $0), $0.rawValue) }
      .joined(separator: ", ")
  }
}
