import Foundation

/// A file on its way: written under a temporary name beside its target, then renamed onto it in one step.
struct PartialFile {
  private let target: URL
  private let temporary: URL
  private let handle: FileHandle

  /// Creates the temporary file. It is in the target's folder because a rename is atomic only within a file system.
  ///
  /// - Throws: `FileError` when the folder does not take it, or when the target is a folder.
  init(for target: URL) throws {
    self.target = target
    let isFolder = (try? FileManager.default.attributesOfItem(atPath: target.path)[.type] as? FileAttributeType)
    guard isFolder != .typeDirectory else {
      throw FileError("\(target.path) is a folder; give the name of a file in it")
    }
    // Unguessable, so that nobody can have prepared something under that name.
    let temporary = target.deletingLastPathComponent().appendingPathComponent(".download-\(UUID().uuidString).part")
    self.temporary = temporary
    let descriptor = open(temporary.path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw FileError(errno: errno, "write", target) }
    handle = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
  }

  /// Adds bytes at the end.
  mutating func append(_ bytes: [UInt8]) throws {
    try FileError.describing("write", target) { try handle.write(contentsOf: bytes) }
  }

  /// Puts the file in its place; an earlier one is replaced.
  mutating func commit() throws {
    try FileError.describing("write", target) { try handle.close() }
    // Foundation's own moves refuse an existing target, or do it in several steps.
    guard rename(temporary.path, target.path) == 0 else { throw FileError(errno: errno, "write", target) }
  }

  /// Removes the temporary file; the target stays as it is.
  func discard() {
    try? handle.close()
    try? FileManager.default.removeItem(at: temporary)
  }
}
