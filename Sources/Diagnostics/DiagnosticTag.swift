/// The stable name of a kind of finding, printed in brackets after the message and understood by `explain`.
///
/// The tags of each stage are static members in one file below `Catalog/`, beside their catalogue entries.
package struct DiagnosticTag: Sendable, Hashable {
  /// Lower-case words joined by hyphens, such as `duplicate-key`.
  package let name: String

  /// - Parameter name: lower-case words joined by hyphens.
  package init(_ name: String) {
    self.name = name
  }
}

extension DiagnosticTag: CustomStringConvertible {
  /// The name.
  package var description: String { name }
}
