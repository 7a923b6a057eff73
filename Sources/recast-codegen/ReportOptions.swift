import ArgumentParser
import Foundation
import RecastDiagnosticReports
import RecastDiagnostics
import RecastGeneratorFiles

/// How findings are shown, and what they count as.
struct ReportOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "How findings are handed on: text, json, sarif or github, or one of them into a file. (default: text)",
      discussion: """
        May be given several times, as in `--diagnostics github --diagnostics sarif=findings.sarif`. Text goes to \
        standard error; other forms go to standard output, which then holds nothing else.
        """,
      valueName: "form[=file]"
    )
  )
  var diagnostics: [ReportTarget] = []

  @Flag(help: "Shows every finding, however many are alike.")
  var all = false

  @Flag(help: "Takes warnings for errors: nothing is written if there are any.")
  var strict = false

  func validate() throws {
    let machines = Set(diagnostics.filter { $0.file == nil }.map(\.format)).subtracting([.text])
    guard machines.count > 1 else { return }
    throw ValidationError("Only one form can go to standard output; give the others a file, as in `sarif=FILE`.")
  }

  /// Whether standard output is taken by findings, so that everything else goes to standard error.
  var takesOutput: Bool { diagnostics.contains { $0.file == nil && $0.format != .text } }

  /// Hands findings on.
  ///
  /// - Throws: `FileProblem` when a file cannot be written.
  func report(_ log: DiagnosticLog) throws {
    let isTextWanted = !diagnostics.contains { $0.file == nil }
    for target in diagnostics + (isTextWanted ? [ReportTarget(format: .text)] : []) {
      let text = target.format.render(log, base: Self.base, isComplete: all || target.file != nil)
      if let file = target.file {
        try TextFile.write(text, to: file)
      } else if target.format == .text {
        if !text.isEmpty { Terminal.error(text) }
      } else {
        Terminal.output(text)
      }
    }
  }

  /// What a command did: a line on standard output, unless findings take it.
  func say(_ line: String) {
    if takesOutput { Terminal.error(line) } else { Terminal.output(line + "\n") }
  }

  /// In a run of GitHub Actions paths are relative to the repository, wherever in it the command runs.
  static var base: ReportBase {
    let folder = URL(fileURLWithPath: FileManager.default.currentDirectoryPath, isDirectory: true)
    let root = ProcessInfo.processInfo.environment["GITHUB_WORKSPACE"].map {
      URL(fileURLWithPath: $0, isDirectory: true).resolvingSymlinksInPath()
    }
    return ReportBase(root: root ?? folder, folder: folder)
  }
}

/// A form of findings, and where they go.
struct ReportTarget: ExpressibleByArgument {
  var format: ReportFormat
  /// The path of a file; `nil` for the terminal.
  var file: String?

  init(format: ReportFormat) { self.format = format }

  init?(argument: String) {
    guard let (name, file) = Self.parts(of: argument), let format = ReportFormat(rawValue: name) else { return nil }
    self.format = format
    self.file = file
  }

  /// The name of a form and the path of a file; `nil` when one of them is empty.
  static func parts(of argument: String) -> (name: String, file: String?)? {
    let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    guard let name = parts.first, !name.isEmpty, parts.last?.isEmpty == false else { return nil }
    return (name, parts.count > 1 ? parts.last : nil)
  }

  static var allValueStrings: [String] { ReportFormat.allCases.map(\.rawValue) }
}
