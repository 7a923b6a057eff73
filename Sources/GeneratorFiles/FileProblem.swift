import Foundation

/// A file that cannot be read or written.
package struct FileProblem: Error, CustomStringConvertible, LocalizedError {
  /// What is wrong, in one line.
  package let description: String

  /// The same line.
  package var errorDescription: String? { description }

  init(_ description: String) { self.description = description }
}
