import Foundation

/// Replaces files as a whole: the bytes go to a new file beside the old one, which then takes its name.
///
/// Whoever looks sees the old contents or the new ones, never a part. Nothing waits for the disk: after a power failure
/// the generator runs again.
enum AtomicWrite {
  /// Writes a text to the file at a path.
  ///
  /// - Throws: `FileProblem` when the system refuses; the file is as it was.
  static func write(_ text: String, to path: String) throws(FileProblem) {
    let (folder, name) = split(path)
    // Nobody can have put a file or a link under a name that nobody knows.
    let temporary = "\(folder).\(name).\(String(UInt64.random(in: .min ... .max), radix: 36))"
    let file = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o666)
    guard file >= 0 else { throw problem(path) }
    guard writeAndClose(text, file), rename(temporary, path) == 0 else {
      let problem = problem(path)
      unlink(temporary)
      throw problem
    }
  }

  /// Writes a text to what exists at a path and cannot be replaced.
  ///
  /// - Throws: `FileProblem` when the system refuses.
  static func fill(_ path: String, with text: String) throws(FileProblem) {
    let file = open(path, O_WRONLY | O_TRUNC | O_CLOEXEC)
    guard file >= 0, writeAndClose(text, file) else { throw problem(path) }
  }

  private static func split(_ path: String) -> (folder: Substring, name: Substring) {
    guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return ("", path[...]) }
    let start = path.index(after: slash)
    return (path[..<start], path[start...])
  }

  private static func writeAndClose(_ text: String, _ file: Int32) -> Bool {
    var text = text
    let isWritten = text.withUTF8 { writeAll($0, to: file) }
    return close(file) == 0 && isWritten
  }

  private static func writeAll(_ bytes: UnsafeBufferPointer<UInt8>, to file: Int32) -> Bool {
    var rest = UnsafeRawBufferPointer(bytes)
    while !rest.isEmpty {
      let count = Foundation.write(file, rest.baseAddress, rest.count)
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { return false }
      rest = UnsafeRawBufferPointer(rebasing: rest.dropFirst(count))
    }
    return true
  }

  private static func problem(_ path: String) -> FileProblem {
    FileProblem("cannot write \(path): \(String(cString: strerror(errno)))")
  }
}
