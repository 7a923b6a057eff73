import Foundation
import RecastDiagnostics
import RecastYAMLReader

/// Finds the OpenAPI and Swagger documents below a folder by what is in them, not by their names.
package struct DocumentSearch: Sendable {
  /// A file that is an OpenAPI or Swagger document.
  package struct Found: Sendable {
    /// The path below the folder.
    package let path: String
    /// The whole text.
    package let file: SourceFile
    /// The root of the tree; `nil` when the text cannot be read as YAML.
    package let root: YAMLNode?
  }

  /// The documents, sorted by path.
  package private(set) var documents: [Found] = []
  /// The paths of all other files, sorted, those that are parts of a document included.
  package private(set) var skipped: [String] = []

  /// Looks through a folder.
  ///
  /// - Parameters:
  ///   - folder: where to look, links not followed.
  ///   - isWanted: tells by the path below the folder what to look at.
  package init(below folder: URL, where isWanted: (String) -> Bool = { _ in true }) throws {
    let paths = try FileManager.default.subpathsOfDirectory(atPath: folder.path).sorted()
    for path in paths where isWanted(path) {
      let url = folder.appendingPathComponent(path)
      guard (try? url.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true else { continue }
      guard Self.endings.contains(url.pathExtension.lowercased()), let bytes = try? Data(contentsOf: url),
        let found = Self.document(SourceFile(path: url.path, bytes: Array(bytes)), at: path)
      else {
        skipped.append(path)
        continue
      }
      documents.append(found)
    }
    setPartsAside(in: folder)
  }

  private static let endings: Set<String> = ["yaml", "yml", "json"]

  private static func document(_ file: SourceFile, at path: String) -> Found? {
    guard mentionsVersion(file) else { return nil }
    var log = DiagnosticLog()
    guard let root = YAMLParser.parse(file, log: &log) else { return Found(path: path, file: file, root: nil) }
    let isDocument = ["openapi", "swagger"].contains { root[$0]?.scalarText != nil }
    return isDocument ? Found(path: path, file: file, root: root) : nil
  }

  /// Whether a key `openapi` or `swagger` starts a line, or the text. What cannot be read is recognised by this alone.
  private static func mentionsVersion(_ file: SourceFile) -> Bool {
    let text = String(decoding: file.bytes, as: UTF8.self)
    return ["openapi", "swagger"].contains { word in
      text.range(of: "(^|[\\n{,\\uFEFF])\\s*[\"']?\(word)[\"']?\\s*:", options: .regularExpression) != nil
    }
  }

  /// A document that another one refers to is a part of that one.
  private mutating func setPartsAside(in folder: URL) {
    var parts: Set<String> = []
    for document in documents {
      guard let root = document.root else { continue }
      parts.formUnion(
        DocumentParts(root: root, file: document.file).files.map(\.path).filter { $0 != document.file.path }
      )
    }
    skipped += documents.filter { parts.contains($0.file.path) }.map(\.path)
    skipped.sort()
    documents.removeAll { parts.contains($0.file.path) }
  }
}
