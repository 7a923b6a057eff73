import Foundation
import RecastDiagnostics

/// A file of text, wherever the caller wants it.
package enum TextFile {
  /// Reads the file as a whole.
  ///
  /// - Parameters:
  ///   - path: the path, as people know it.
  ///   - folder: what a relative path is relative to; `nil` stands for the current folder.
  /// - Throws: `FileProblem` when it does not exist or cannot be read.
  package static func source(_ path: String, in folder: URL? = nil) throws -> SourceFile {
    let url = URL(fileURLWithPath: path, relativeTo: folder)
    do {
      return SourceFile(path: path, bytes: Array(try Data(contentsOf: url)))
    } catch {
      let exists = FileManager.default.fileExists(atPath: url.path)
      throw FileProblem(exists ? "\(path) cannot be read: \(error.localizedDescription)" : "\(path) does not exist")
    }
  }

  /// Writes the file as a whole.
  ///
  /// - Throws: `FileProblem` when it cannot be written.
  package static func write(_ text: String, to path: String) throws {
    var status = stat()
    // A link, a pipe or a terminal, such as `/dev/stdout`, is written to and not replaced.
    if lstat(path, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      try AtomicWrite.fill(path, with: text)
    } else {
      try AtomicWrite.write(text, to: path)
    }
  }
}
