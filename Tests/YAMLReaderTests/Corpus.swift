import Foundation

/// Real documents kept beside the repository, for those who have them: in the folder that `RECAST_CORPUS` names, or in
/// `../shared/corpus`.
enum Corpus {
  static let folder: URL = {
    if let path = ProcessInfo.processInfo.environment["RECAST_CORPUS"] { return URL(fileURLWithPath: path) }
    return URL(fileURLWithPath: #filePath).deletingLastPathComponent()
      .appendingPathComponent("../../../shared/corpus").standardizedFileURL
  }()

  static var isPresent: Bool { FileManager.default.fileExists(atPath: folder.path) }

  /// The documents below some of the folders, by their paths within the corpus.
  static func documents(below folders: [String]) -> [String] {
    folders.flatMap { name in
      let paths = (try? FileManager.default.subpathsOfDirectory(atPath: folder.appendingPathComponent(name).path)) ?? []
      return paths.sorted().filter { path in ["yaml", "yml", "json"].contains { path.hasSuffix(".\($0)") } }
        .map { "\(name)/\($0)" }
    }
  }

  static func bytes(of document: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appendingPathComponent(document)))
  }
}
