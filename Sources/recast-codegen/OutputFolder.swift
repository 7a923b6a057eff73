import ArgumentParser
import Foundation
import RecastClientGenerator

/// The folder of the generated client on disk.
struct OutputFolder {
  private let url: URL

  init(_ path: String) { url = URL(fileURLWithPath: path, isDirectory: true) }

  /// The bytes of the file at a path below the folder.
  func bytes(at path: String) -> [UInt8]? {
    (try? Data(contentsOf: url.appendingPathComponent(path))).map(Array.init)
  }

  /// Writes and removes files. Every file is replaced as a whole, and the manifest comes last: whenever this is
  /// interrupted, the next run finds out what is left to do.
  ///
  /// - Throws: `ExitCode.failure` when a file cannot be written, or a symbolic link leads out of the folder.
  func apply(_ changes: OutputChanges) throws {
    for file in changes.written.filter({ $0.path != OutputManifest.fileName }) { try write(file) }
    for path in changes.removed { try attempt("remove", path) { try FileManager.default.removeItem(at: $0) } }
    for file in changes.written.filter({ $0.path == OutputManifest.fileName }) { try write(file) }
  }

  private func write(_ file: (path: String, contents: String)) throws {
    try attempt("write", file.path) { target in
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(file.contents.utf8).write(to: target, options: .atomic)
    }
  }

  private func attempt(_ verb: String, _ path: String, _ body: (URL) throws -> Void) throws {
    let target = url.appendingPathComponent(path)
    do {
      guard !isLink(target), !isLink(target.deletingLastPathComponent()) else {
        Terminal.error("error: \(target.path) is or stands in a symbolic link; remove the link first")
        throw ExitCode.failure
      }
      try body(target)
    } catch let exit as ExitCode {
      throw exit
    } catch {
      Terminal.error("error: cannot \(verb) \(target.path): \(error.localizedDescription)")
      throw ExitCode.failure
    }
  }

  /// Whether a path below the folder is a symbolic link; the folder itself may be one.
  private func isLink(_ path: URL) -> Bool {
    guard path.standardizedFileURL != url.standardizedFileURL else { return false }
    return (try? FileManager.default.destinationOfSymbolicLink(atPath: path.path)) != nil
  }
}
