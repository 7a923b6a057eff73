import Foundation
import RecastClientGenerator
import RecastDiagnostics

/// The folder of a generated client on disk.
package struct OutputFolder: Sendable {
  private let path: String
  private let shownPath: String
  /// What was there, in the folder and in its own folders: a look at each saves thousands of questions.
  private let present: Set<String>

  /// The folder at a path, which need not exist yet.
  package init(_ path: String) {
    shownPath = path
    self.path = URL(fileURLWithPath: path, isDirectory: true).path
    present = Self.entries(of: self.path)
  }

  private static func entries(of folder: String) -> Set<String> {
    func names(_ path: String) -> [String] { (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? [] }
    let top = names(folder)
    return Set(top).union(top.flatMap { name in names("\(folder)/\(name)").map { "\(name)/\($0)" } })
  }

  /// The bytes of the file at a path below the folder, or `nil` when there is none.
  package func bytes(at path: String) -> [UInt8]? {
    guard present.contains(path) else { return nil }
    return (try? Data(contentsOf: URL(fileURLWithPath: "\(self.path)/\(path)"))).map(Array.init)
  }

  /// The manifest of the folder; an empty one when there is none.
  ///
  /// - Parameter log: takes what is wrong with it.
  package func manifest(log: inout DiagnosticLog) -> OutputManifest {
    guard let bytes = bytes(at: OutputManifest.fileName) else { return OutputManifest([]) }
    return OutputManifest(reading: SourceFile(path: "\(shownPath)/\(OutputManifest.fileName)", bytes: bytes), log: &log)
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
      throw FileProblem(
        "\(self.path)/\(path) was not written by recast-codegen; move it, or choose another folder. Nothing was written"
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
    let folders = Set(paths.map { folder(of: $0) })
    for folder in folders.sorted() {
      do {
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      } catch {
        throw FileProblem("cannot write \(folder): \(error.localizedDescription)")
      }
    }
  }

  private func folder(of file: String) -> String {
    file.utf8.lastIndex(of: UInt8(ascii: "/")).map { "\(path)/\(file[..<$0])" } ?? path
  }

  /// Writes files side by side: each is a few calls to the system, and there may be thousands.
  private func write(_ files: [(path: String, contents: String)]) throws {
    let (lock, folder) = (NSLock(), path)
    nonisolated(unsafe) var problems: [Int: FileProblem] = [:]
    DispatchQueue.concurrentPerform(iterations: files.count) { position in
      do throws(FileProblem) {
        try AtomicWrite.write(files[position].contents, to: "\(folder)/\(files[position].path)")
      } catch {
        lock.withLock { problems[position] = error }
      }
    }
    if let first = problems.min(by: { $0.key < $1.key }) { throw first.value }
  }

  private func remove(_ path: String) throws {
    do {
      try FileManager.default.removeItem(atPath: "\(self.path)/\(path)")
    } catch {
      throw FileProblem("cannot remove \(self.path)/\(path): \(error.localizedDescription)")
    }
  }

  /// A link below the folder would have the generator write somewhere else; the folder itself may be one.
  private func refuseLinks(_ paths: [String]) throws {
    guard !present.isEmpty else { return }
    var places: Set<String> = []
    for path in paths {
      var place = ""
      for part in path.split(separator: "/") {
        place += place.isEmpty ? part : "/" + part
        guard present.contains(place), places.insert(place).inserted else { continue }
        var status = stat()
        guard lstat("\(self.path)/\(place)", &status) == 0, status.st_mode & S_IFMT == S_IFLNK else { continue }
        throw FileProblem("\(self.path)/\(place) is a symbolic link; remove it first")
      }
    }
  }
}
