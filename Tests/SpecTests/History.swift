import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastTestSupport
import Testing

/// The earlier states of the document, as the overlays in `spec/history/drift` make them.
struct History {
  /// One state.
  struct State: CustomTestStringConvertible, Sendable {
    /// The day from which on it held.
    let date: String
    /// The document.
    let text: String

    /// Where the state is kept.
    var file: URL { History.folder.appendingPathComponent("\(date).yaml") }
    var testDescription: String { date }
  }

  static let folder = PackageFolder.root.appendingPathComponent("spec/history", isDirectory: true)
  /// The day of the first state, which nothing leads back from.
  private static let first = "2026-07-07"
  private static let remark = "# Made from the next newer state by drift/; see README.md.\n"

  /// The dates of all states, the newest first.
  static func dates() throws -> [String] {
    let suffix = ".overlay.yaml"
    let names = try FileManager.default.contentsOfDirectory(
      atPath: folder.appendingPathComponent("drift", isDirectory: true).path
    )
    return names.filter { $0.hasSuffix(suffix) }.map { String($0.dropLast(suffix.count)) }.sorted(by: >) + [first]
  }

  /// All states, the newest first.
  static func states() throws -> [State] {
    var newer = try source("spec/recast.yaml")
    var overlays: [SourceFile] = []
    return try dates().map { date in
      let text = try overlaid(newer, overlays, date)
      newer = SourceFile(path: "\(date).yaml", bytes: Array(text.utf8))
      overlays = date == first ? [] : [try source("spec/history/drift/\(date).overlay.yaml")]
      return State(date: date, text: remark + text)
    }
  }

  private static func overlaid(_ document: SourceFile, _ overlays: [SourceFile], _ date: String) throws -> String {
    var log = DiagnosticLog()
    let input = GeneratorInput(document: document, overlays: overlays, isStrict: true, overlaysAreStrict: true)
    let text = Generator.overlaidDocument(input, as: .yaml, log: &log)
    return try #require(text, "the state of \(date): \(log.summary) \(log.diagnostics.map(\.message))")
  }

  private static func source(_ path: String) throws -> SourceFile {
    SourceFile(path: path, bytes: Array(try Data(contentsOf: PackageFolder.root.appendingPathComponent(path))))
  }
}
