import Foundation

/// A folder for what a program of ours writes for itself: gone when it is removed, or when somebody ends the program.
package struct ScratchFolder: Sendable {
  /// Where it lies.
  package enum Place: Sendable {
    /// With all other temporary files.
    case temporary
    /// In memory where the system has such a place, so that no disk is measured.
    case memory
  }

  /// The folder.
  package let url: URL
  private let clearing: Interruption.Entry

  /// - Throws: when it cannot be made.
  package init(in place: Place = .temporary) throws {
    let url = Self.parent(place).appendingPathComponent("recast-dev-\(UUID().uuidString)", isDirectory: true)
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    self.url = url
    clearing = Interruption.shared.add { try? FileManager.default.removeItem(at: url) }
  }

  /// Removes it with all that lies in it.
  package func remove() {
    try? FileManager.default.removeItem(at: url)
    Interruption.shared.remove(clearing)
  }

  private static func parent(_ place: Place) -> URL {
    let memory = URL(fileURLWithPath: "/dev/shm", isDirectory: true)
    guard place == .memory, FileManager.default.isWritableFile(atPath: memory.path) else {
      return FileManager.default.temporaryDirectory
    }
    return memory
  }
}
