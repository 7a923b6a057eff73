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
    for path in files.map(\.path) + changes.removed { try refuseLinks(path) }
    for file in files { try write(file) }
    for path in changes.removed { try remove(path) }
    for file in manifest { try write(file) }
  }

  private func write(_ file: (path: String, contents: String)) throws {
    let target = url.appendingPathComponent(file.path)
    do {
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(file.contents.utf8).write(to: target, options: .atomic)
    } catch {
      throw FileProblem("cannot write \(target.path): \(error.localizedDescription)")
    }
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
  private func refuseLinks(_ path: String) throws {
    var place = url
    for part in path.split(separator: "/") {
      place.appendPathComponent(String(part))
      if (try? FileManager.default.destinationOfSymbolicLink(atPath: place.path)) != nil {
        throw FileProblem("\(place.path) is a symbolic link; remove it first")
      }
    }
  }
}
