import ArgumentParser
import RecastDocumentDiff
import RecastGeneratorFiles

/// How changes are handed on.
struct DiffOutputOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How changes are handed on: text, json, markdown or github, or one of them into a file. (default: text)",
      discussion: "May be given several times, as in `--format github --format markdown=changes.md`.",
      valueName: "form[=file]"
    )
  )
  var format: [ChangeReportTarget] = []

  @Option(help: "The file for the form that names none. (default: standard output)")
  var output: String?

  @Option(help: "Fails when there is a change that is: error, warning, info, source-breaking or behaviour.")
  var failOn: Threshold?

  @Option(help: "The version of the client so far, for the next one.")
  var current: SemanticVersion?

  @Flag(help: "Shows every change, however many are alike.")
  var all = false

  func validate() throws {
    let unnamed = format.filter { $0.file == nil }
    guard Set(unnamed.map(\.format)).count > 1 else { return }
    throw ValidationError("Only one form can go to standard output; give the others a file, as in `json=FILE`.")
  }

  /// Writes the changes in all forms.
  ///
  /// - Throws: `FileProblem` when a file cannot be written.
  func write(_ comparisons: [DocumentComparison]) throws {
    let isUnnamedWanted = format.isEmpty || (output != nil && !format.contains { $0.file == nil })
    for target in format + (isUnnamedWanted ? [ChangeReportTarget(format: .text)] : []) {
      let file = target.file ?? output
      let text = target.format.render(
        comparisons,
        current: current,
        base: ReportOptions.base,
        isComplete: all || file != nil
      )
      if let file { try TextFile.write(text, to: file) } else { Terminal.output(text) }
    }
  }
}

/// A form of changes, and where they go.
struct ChangeReportTarget: ExpressibleByArgument {
  var format: ChangeReportFormat
  /// The path of a file; `nil` for standard output, or the file that `--output` names.
  var file: String?

  init(format: ChangeReportFormat) { self.format = format }

  init?(argument: String) {
    guard let (name, file) = ReportTarget.parts(of: argument), let format = ChangeReportFormat(rawValue: name) else {
      return nil
    }
    self.format = format
    self.file = file
  }

  static var allValueStrings: [String] { ChangeReportFormat.allCases.map(\.rawValue) }
}

extension SemanticVersion: ExpressibleByArgument {
  /// Reads a version on the command line.
  public init?(argument: String) { self.init(argument) }
}
