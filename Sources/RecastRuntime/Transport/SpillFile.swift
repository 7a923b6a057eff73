import Foundation

/// A queue of bytes on disk: what arrives faster than it is read waits here instead of in memory.
///
/// The file has no name any more once it is open, so nobody else can read it and the system removes it with the last
/// handle, even when the process is killed.
struct SpillFile {
  private let handle: FileHandle
  private var written: UInt64 = 0
  private var consumed: UInt64 = 0

  /// Creates an empty queue in the system's temporary folder.
  ///
  /// - Throws: What the file system reports.
  init() throws {
    let url = FileManager.default.temporaryDirectory.appendingPathComponent("body-\(UUID().uuidString).tmp")
    guard
      FileManager.default.createFile(atPath: url.path, contents: nil, attributes: [.posixPermissions: 0o600])
    else { throw CocoaError(.fileWriteUnknown) }
    defer { try? FileManager.default.removeItem(at: url) }
    handle = try FileHandle(forUpdating: url)
  }

  /// Whether everything written has been read.
  var isDrained: Bool { consumed == written }

  /// Adds bytes at the end.
  mutating func append(_ data: Data) throws {
    try handle.seek(toOffset: written)
    try handle.write(contentsOf: data)
    written += UInt64(data.count)
  }

  /// Takes bytes from the beginning, at most `limit`.
  mutating func take(_ limit: Int) throws -> [UInt8] {
    try handle.seek(toOffset: consumed)
    let data = try handle.read(upToCount: min(limit, Int(written - consumed))) ?? Data()
    guard !data.isEmpty || isDrained else { throw CocoaError(.fileReadCorruptFile) }
    consumed += UInt64(data.count)
    return [UInt8](data)
  }
}
