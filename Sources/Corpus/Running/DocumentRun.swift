import Foundation
import RecastClientGenerator
import RecastClientPlan
import RecastDiagnostics
import RecastGeneratorFiles

/// One document put through the generator, and what came of it.
package struct DocumentRun: Sendable {
  /// The document's path below the folder that was searched.
  package let path: String
  /// How many bytes the document has.
  package let size: Int
  /// What was said about it.
  package let log: DiagnosticLog
  /// The client; `nil` when the document has an error.
  package let output: GeneratorOutput?
  /// How long generating took, reading included.
  package let seconds: Double
  /// What of the document came out; `nil` when it cannot be read as YAML.
  package let coverage: Coverage?

  /// Generates the client of a document.
  ///
  /// - Throws: when one of its files cannot be read.
  package init(_ document: DocumentSearch.Found) throws {
    let clock = ContinuousClock()
    let started = clock.now
    let input = try InputFiles(document: document.file.path).read()
    var log = DiagnosticLog()
    output = Generator.generate(input, log: &log)
    seconds = (clock.now - started) / .seconds(1)
    path = document.path
    size = document.file.bytes.count
    self.log = log
    coverage = document.root.map { [output] root in
      Coverage(root: root, file: document.file, plan: output?.plan, diagnostics: log.diagnostics)
    }
  }

  /// How many lines were generated.
  package var lineCount: Int {
    output?.files.reduce(0) { $0 + $1.contents.utf8.reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) } } ?? 0
  }

  /// How often each kind of finding was made, the most frequent first. Notes are left out: they lose nothing.
  package var findingCounts: [(tag: String, count: Int)] {
    let tags = log.diagnostics.filter { $0.severity != .note }.map(\.tag.name)
    return Dictionary(grouping: tags) { $0 }.map { ($0.key, $0.value.count) }
      .sorted { ($1.count, $0.tag) < ($0.count, $1.tag) }
  }

  /// Writes the client below a folder that is empty or does not exist.
  package func write(to folder: URL) throws {
    for file in output?.files ?? [] {
      let target = folder.appendingPathComponent(file.path)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(file.contents.utf8).write(to: target)
    }
  }
}
