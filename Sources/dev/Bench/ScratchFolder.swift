import Foundation

/// A folder for what a measurement writes: in memory where the system has such a place, so that no disk is measured.
struct ScratchFolder {
  let url: URL

  /// - Throws: when it cannot be made.
  init() throws {
    let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
    let hasMemory = FileManager.default.isWritableFile(atPath: memory.path)
    let parent = hasMemory ? memory : FileManager.default.temporaryDirectory
    url = parent.appendingPathComponent("recast-bench-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  /// Removes it with all that lies in it.
  func remove() { try? FileManager.default.removeItem(at: url) }
}
