import Foundation

/// A file of text, wherever the caller wants it.
package enum TextFile {
  /// Writes the file as a whole.
  ///
  /// - Throws: `FileProblem` when it cannot be written.
  package static func write(_ text: String, to path: String) throws {
    do {
      try Data(text.utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
    } catch {
      throw FileProblem("\(path) cannot be written: \(error.localizedDescription)")
    }
  }
}
