import ArgumentParser
import Foundation
import RecastClientGenerator
import RecastClientPlan
import RecastDiagnosticReports
import RecastDiagnostics
import RecastDocumentDiff
import RecastGeneratorFiles
import RecastYAMLReader

/// What is compared.
struct DiffSourceOptions: ParsableArguments {
  @Option(help: "An overlay for both documents; may be given several times.")
  var overlay: [String] = []

  @Option(help: "An overlay for the older document, behind those for both; may be given several times.")
  var oldOverlay: [String] = []

  @Option(help: "An overlay for the newer document, behind those for both; may be given several times.")
  var newOverlay: [String] = []

  @Option(help: "The configuration, for names and types in Swift. (default: none)")
  var configuration: String?

  @Option(help: "The folder below which files are read that references name. (default: the folder of each document)")
  var root: String?

  @Flag(help: "Compares descriptions as well.")
  var descriptions = false

  @Option(help: "A file with notes on what no document shows. (default: `notes.yaml` in the folder of --history)")
  var notes: String?

  @Option(help: "A file with changes that are not reported: a fingerprint or an id per line.")
  var ignore: String?

  /// Compares two documents. The client of the newer one keeps the names of the older one's, as `generate` does.
  ///
  /// - Parameter names: the names before the older document, and then those that it has.
  /// - Throws: `FileProblem` when a file cannot be read, `ExitCode.failure` when a document has an error.
  func compare(_ old: String, _ new: String, _ notes: ChangeNotes, names: inout NameLock) throws -> DocumentComparison {
    let before = try read(old, overlay + oldOverlay, names)
    names = before.plan.names
    let after = try read(new, overlay + newOverlay, names)
    let changes = DocumentDiff.changes(from: before, to: after, descriptions: descriptions)
    let state = URL(fileURLWithPath: new).deletingPathExtension().lastPathComponent
    return DocumentComparison(old: old, new: new, changes: notes.applied(to: changes, state: state))
  }

  private func read(_ path: String, _ overlays: [String], _ names: NameLock) throws -> DiffSide {
    let files = try InputFiles(
      document: path,
      overlays: overlays,
      configuration: configuration,
      root: root,
      findsOthers: false
    )
    var log = DiagnosticLog()
    var input = try files.read()
    input.names = names
    let planned = Generator.planned(input, log: &log)
    guard let planned else { throw Self.failure(log, path) }
    return DiffSide(document: planned.document, plan: planned.plan)
  }

  /// Reads the notes, if there are any.
  ///
  /// - Throws: `FileProblem` when the file cannot be read, `ExitCode.failure` when it makes no sense.
  func readNotes(beside history: String?) throws -> ChangeNotes {
    let beside = history.map { "\($0)/\(HistoryFolder.notes)" }
    guard let path = notes ?? beside.flatMap({ FileManager.default.fileExists(atPath: $0) ? $0 : nil }) else {
      return ChangeNotes()
    }
    var log = DiagnosticLog()
    let root = YAMLParser.parse(try TextFile.source(path), log: &log)
    let notes = root.map { ChangeNotes(reading: $0, log: &log) }
    guard let notes, !log.hasErrors else { throw Self.failure(log, path) }
    return notes
  }

  /// Takes out what the file of ignored changes names, and says which of its lines name nothing.
  ///
  /// - Throws: `FileProblem` when the file cannot be read.
  func withoutIgnored(_ comparisons: [DocumentComparison]) throws -> [DocumentComparison] {
    guard let ignore else { return comparisons }
    let source = try TextFile.source(ignore)
    let list = IgnoreList(reading: source.span.text)
    let results = comparisons.map { list.remaining(of: $0.changes) }
    // A line has done its duty when it names a change of any of the comparisons.
    let unused = results.dropFirst().reduce(into: Set(results.first?.unusedLines ?? [])) { lines, result in
      lines.formIntersection(result.unusedLines)
    }
    for line in unused.sorted() {
      Terminal.error("\(VisibleText.line(ignore)):\(line): note: no change is ignored because of this line")
    }
    return zip(comparisons, results).map { DocumentComparison(old: $0.old, new: $0.new, changes: $1.changes) }
  }

  private static func failure(_ log: DiagnosticLog, _ path: String) -> ExitCode {
    var errors = DiagnosticLog()
    for diagnostic in log.diagnostics where diagnostic.severity == .error { errors.report(diagnostic) }
    Terminal.error(TextReport(errors).text)
    Terminal.error("\(VisibleText.line(path)): \(errors.summary); nothing was compared")
    return .failure
  }
}
