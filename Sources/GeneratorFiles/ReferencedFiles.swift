import Foundation
import RecastDiagnostics
import RecastOpenAPIDocument

/// Reads the files that a document refers to, those that they refer to, and so on: below one folder and nowhere else.
struct ReferencedFiles {
  /// More files than this are no document that anybody writes.
  private static let mostFiles = 2000
  /// More bytes than this in all files together are not read.
  private static let mostBytes = 128 << 20

  /// The files that were read.
  private(set) var files: [SourceFile] = []
  /// Why others were not read, by path.
  private(set) var refusals: [String: String] = [:]

  private let folder: URL
  /// The folder below which files are read, without symbolic links.
  private let root: String
  /// Whether somebody chose the folder.
  private let isNamed: Bool
  private var seen: Set<String>
  private var bytes = 0

  /// - Parameters:
  ///   - folder: what relative paths are relative to.
  ///   - document: the path of the document.
  ///   - root: the path of the folder below which files are read; `nil` stands for the folder of the document.
  init(in folder: URL, document: String, root: String?) {
    self.folder = folder
    isNamed = root != nil
    let path = FilePath.normalized(document)
    let document = URL(fileURLWithPath: document, relativeTo: folder)
    let root = root.map { URL(fileURLWithPath: $0, isDirectory: true, relativeTo: folder) }
    self.root = Self.realPath((root ?? document.deletingLastPathComponent()).path)
    seen = [path]
  }

  /// Reads everything that a text leads to.
  ///
  /// - Parameter path: the path of the file that the text counts as a part of.
  mutating func collect(from text: SourceFile, at path: String) {
    var pending = [(text, path)]
    while let (text, path) = pending.popLast() {
      for found in ReferenceScan.paths(in: text, at: path) where seen.insert(found).inserted {
        guard let file = read(found) else { continue }
        files.append(file)
        pending.append((file, found))
      }
    }
  }

  private mutating func read(_ path: String) -> SourceFile? {
    let url = URL(fileURLWithPath: path, relativeTo: folder)
    let real = Self.realPath(url.path)
    guard isBelowRoot(real) else {
      refusals[path] = "it is outside of the folder that \(isNamed ? "`--root` names" : "the document is in")"
      return nil
    }
    guard let values = try? URL(fileURLWithPath: real).resourceValues(forKeys: [.isRegularFileKey, .fileSizeKey]),
      values.isRegularFile == true
    else { return nil }
    guard files.count < Self.mostFiles, bytes + (values.fileSize ?? 0) <= Self.mostBytes else {
      refusals[path] = "the files beside the document are too many or too large"
      return nil
    }
    guard let data = try? Data(contentsOf: URL(fileURLWithPath: real)) else {
      refusals[path] = "it cannot be read"
      return nil
    }
    bytes += data.count
    return SourceFile(path: path, bytes: Array(data))
  }

  private func isBelowRoot(_ path: String) -> Bool { path.hasPrefix(root.hasSuffix("/") ? root : root + "/") }

  /// The path without symbolic links and `..`; of a file that is not there, that of its folder is what counts.
  private static func realPath(_ path: String) -> String {
    URL(fileURLWithPath: path).standardizedFileURL.resolvingSymlinksInPath().path
  }
}
