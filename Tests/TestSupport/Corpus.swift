import Foundation

/// Real documents and conformance suites, kept beside the repository for those who have them.
package enum Corpus {
  /// The folder that `RECAST_CORPUS` names, or else `../shared/corpus`.
  package static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["RECAST_CORPUS"] { return URL(fileURLWithPath: path) }
    return PackageFolder.root.deletingLastPathComponent().appendingPathComponent("shared/corpus", isDirectory: true)
  }()

  /// Whether tests that need the corpus run: where it is, and always where everything has to be shown.
  package static var isExpected: Bool {
    ProcessInfo.processInfo.environment["CI"] != nil || FileManager.default.fileExists(atPath: folder.path)
  }

  /// The documents below some of the folders, by their paths within the corpus.
  package static func documents(below folders: [String]) throws -> [String] {
    try folders.flatMap { name in
      let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.appendingPathComponent(name).path)
      return paths.sorted().filter { path in ["yaml", "yml", "json"].contains { path.hasSuffix(".\($0)") } }
        .map { "\(name)/\($0)" }
    }
  }

  /// The paths, within the corpus, of what lies directly in one of its folders.
  package static func files(in name: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder.appendingPathComponent(name).path).sorted()
      .map { "\(name)/\($0)" }
  }

  /// The bytes of a file of the corpus.
  package static func bytes(of file: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(file)))
  }
}
