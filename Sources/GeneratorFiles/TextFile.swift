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
    guard let bytes = bytes(at: url.path) else {
      let (exists, reason) = (errno != ENOENT, String(cString: strerror(errno)))
      throw FileProblem(exists ? "\(path) cannot be read: \(reason)" : "\(path) does not exist")
    }
    return SourceFile(path: path, bytes: bytes)
  }

  /// The bytes of a file, read straight into their place: documents are large. `nil`, with `errno`, on failure.
  private static func bytes(at path: String) -> [UInt8]? {
    let file = open(path, O_RDONLY | O_CLOEXEC)
    guard file >= 0 else { return nil }
    defer { close(file) }
    var status = stat()
    guard fstat(file, &status) == 0 else { return nil }
    var bytes: [UInt8] = []
    // What is no regular file does not know its size.
    var room = max(Int(status.st_size) + 1, 1 << 16)
    while true {
      var count = 0
      let rest = [UInt8](unsafeUninitializedCapacity: room) { buffer, initialized in
        count = read(file, buffer.baseAddress, buffer.count)
        initialized = max(count, 0)
      }
      if count < 0, errno == EINTR { continue }
      guard count >= 0 else { return nil }
      if count == 0 { return bytes }
      if bytes.isEmpty { bytes = rest } else { bytes += rest }
      room = 1 << 16
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
