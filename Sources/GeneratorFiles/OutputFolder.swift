import Foundation
import RecastClientGenerator

/// The folder of a generated client on disk.
package struct OutputFolder: Sendable {
  private let url: URL

  /// The folder at a path, which need not exist yet.
  package init(_ path: String) { url = URL(fileURLWithPath: path, isDirectory: true) }

  /// The bytes of the file at a path below the folder, or `nil` when there is none.
  package func bytes(at path: String) -> [UInt8]? {
    let file = url.appendingPathComponent(path)
    // Most files do not exist when a client is generated for the first time; asking costs less than an error.
    guard FileManager.default.fileExists(atPath: file.path) else { return nil }
    return (try? Data(contentsOf: file)).map(Array.init)
  }

  /// Writes and removes files. Every file is replaced as a whole, and the manifest comes last: whenever this is
  /// interrupted, the next run finds out what is left to do.
  ///
  /// - Throws: `FileProblem` when a file cannot be written or removed, would be reached through a symbolic link, or is
  ///   somebody else's.
  package func apply(_ changes: OutputChanges) throws {
    let (manifest, files) = (
      changes.written.filter { $0.path == OutputManifest.fileName },
      changes.written.filter { $0.path != OutputManifest.fileName }
    )
    if let path = changes.foreign.first {
      let place = url.appendingPathComponent(path).path
      throw FileProblem(
        "\(place) was not written by recast-codegen; move it, or choose another folder. Nothing was written"
      )
    }
    // Everything that can be known to go wrong is found before the first change.
    try refuseLinks(files.map(\.path) + changes.removed)
    try createFolders(for: files.map(\.path))
    try write(files)
    for path in changes.removed { try remove(path) }
    try write(manifest)
  }

  private func createFolders(for paths: [String]) throws {
    let folders = Set(paths.map { url.appendingPathComponent($0).deletingLastPathComponent() })
    for folder in folders.sorted(by: { $0.path < $1.path }) {
      do {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
      } catch {
        throw FileProblem("cannot write \(folder.path): \(error.localizedDescription)")
      }
    }
  }

  /// Writes files side by side: each is a few calls to the system, and there may be thousands.
  private func write(_ files: [(path: String, contents: String)]) throws {
    let (lock, url) = (NSLock(), url)
    nonisolated(unsafe) var problems: [Int: FileProblem] = [:]
    DispatchQueue.concurrentPerform(iterations: files.count) { position in
      let target = url.appendingPathComponent(files[position].path)
      do {
        try Data(files[position].contents.utf8).write(to: target, options: .atomic)
      } catch {
        let problem = FileProblem("cannot write \(target.path): \(error.localizedDescription)")
        lock.withLock { problems[position] = problem }
      }
    }
    if let first = problems.min(by: { $0.key < $1.key }) { throw first.value }
  }

  private func remove(_ path: String) throws {
    let target = url.appendingPathComponent(path)
    do {
      try FileManager.default.removeItem(at: target)
    } catch {
      throw FileProblem("cannot remove \(target.path): \(error.localizedDescription)")
    }
  }

  /// A link below the folder would have the generator write somewhere else; the folder itself may be one.
  private func refuseLinks(_ paths: [String]) throws {
    var places: Set<String> = []
    for path in paths {
      var place = url.path
      for part in path.split(separator: "/") {
        place += "/" + part
        guard places.insert(place).inserted else { continue }
        var status = stat()
        guard lstat(place, &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { continue }
        throw FileProblem("\(place) is a symbolic link; remove it first")
      }
    }
  }
}
