import Foundation
import RecastClientGenerator
import RecastDiagnostics

/// The files that a client is generated from, on disk.
package struct InputFiles: Sendable {
  /// The document that is read when nobody names one.
  package static let defaultDocument = "spec/recast.yaml"
  /// The folder that the client is written to when nobody names one.
  package static let defaultOutput = "Generated"

  private static let defaultOverlays = "spec/overlays"
  private static let defaultConfiguration = "spec/recast-codegen.yaml"

  /// The path of the document.
  package let document: String
  /// The paths of overlays, in the order in which they are applied.
  package let overlays: [String]
  /// The path of the configuration, if there is one.
  package let configuration: String?
  /// The path of the folder below which files are read that references name; `nil` stands for that of the document.
  package let root: String?
  private let folder: URL

  /// Finds the files.
  ///
  /// Overlays and configuration in `spec/` belong to the default document, and to no other.
  ///
  /// - Parameters:
  ///   - folder: what relative paths are relative to.
  ///   - overlays: none stands for `spec/overlays/*.overlay.yaml` in name order.
  ///   - configuration: `nil` stands for `spec/recast-codegen.yaml`.
  ///   - root: the folder below which files are read that references name; `nil` stands for that of the document.
  ///   - findsOthers: whether overlays and configuration are looked for where none are named.
  /// - Throws: `FileProblem` when the folder of overlays cannot be listed.
  package init(
    in folder: URL = URL(fileURLWithPath: ".", isDirectory: true),
    document: String = Self.defaultDocument,
    overlays: [String] = [],
    configuration: String? = nil,
    root: String? = nil,
    findsOthers: Bool = true
  ) throws {
    self.root = root
    let isDefault = findsOthers && document == Self.defaultDocument
    self.folder = folder
    self.document = document
    self.overlays = overlays.isEmpty && isDefault ? try Self.overlays(in: folder) : overlays
    let path = folder.appendingPathComponent(Self.defaultConfiguration).path
    let hasDefault = isDefault && FileManager.default.fileExists(atPath: path)
    self.configuration = configuration ?? (hasDefault ? Self.defaultConfiguration : nil)
  }

  /// Reads the files.
  ///
  /// - Throws: `FileProblem` when one does not exist or cannot be read.
  package func read() throws -> GeneratorInput {
    var input = GeneratorInput(
      document: try file(document),
      overlays: try overlays.map(file),
      configuration: try configuration.map(file)
    )
    var others = ReferencedFiles(in: folder, document: document, root: root)
    for text in [input.document] + input.overlays { others.collect(from: text, at: document) }
    input.files = others.files
    input.refusals = others.refusals
    return input
  }

  private func file(_ path: String) throws -> SourceFile { try TextFile.source(path, in: folder) }

  private static func overlays(in folder: URL) throws -> [String] {
    let path = folder.appendingPathComponent(defaultOverlays).path
    guard FileManager.default.fileExists(atPath: path) else { return [] }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
      return names.filter { $0.hasSuffix(".overlay.yaml") }.sorted().map { "\(defaultOverlays)/\($0)" }
    } catch {
      throw FileProblem("\(defaultOverlays) cannot be listed: \(error.localizedDescription)")
    }
  }
}
