import Foundation

/// Generated Swift as far as the compiler is concerned.
enum SwiftCode {
  /// The code without documentation comments.
  static func withoutWords(_ text: String) -> String {
    text.split(separator: "\n").filter { !$0.trimmingCharacters(in: .whitespaces).hasPrefix("///") }
      .joined(separator: "\n")
  }

  /// What the code declares: its types, members and cases, in no particular order.
  static func declarations(_ text: String) -> [String] {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { line in ["public var", "case ", "nonisolated public"].contains { line.hasPrefix($0) } }
      .map { $0.replacing(#/ *\{.*/#, with: "") }.sorted()
  }
}
