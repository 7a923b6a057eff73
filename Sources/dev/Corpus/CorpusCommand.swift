import ArgumentParser
import Foundation
import RecastCorpus

/// `dev corpus`: puts real documents through the generator and the compiler.
struct CorpusCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "corpus",
    abstract: "Generates the clients of all OpenAPI documents below a folder, and says what was lost on the way.",
    discussion: """
      Prints a table with tabs between its columns, and exits with 1 when a document has a failure that is not on the \
      list of known ones, or no longer has one that is.
      """
  )

  @Argument(help: "The folder.")
  var folder: String

  @Flag(help: "Compiles each client, as it is and with the main actor as default isolation.")
  var compile = false

  @Flag(help: "Checks the types of each client instead of compiling it to the end.")
  var typecheck = false

  @Flag(help: "Puts examples, made-up values and calls through each client; needs python3 with Tests/requirements.txt.")
  var exercise = false

  @Option(help: "Takes only documents whose path contains this; may be given several times.")
  var only: [String] = []

  @Option(help: "How many compilers run at a time.")
  var jobs = max(1, ProcessInfo.processInfo.activeProcessorCount)

  @Option(help: "The most seconds that one compiler runs.")
  var limit = 900

  @Option(help: "Keeps the generated clients in this folder.")
  var keep: String?

  @Option(help: "The list of known failures.")
  var known = "Tests/CorpusTests/known-failures.tsv"

  @Flag(help: "Shows all losses, not just the first few of each document.")
  var losses = false

  @Flag(help: "Prints one JSON object per document instead of the table.")
  var json = false

  func run() throws {
    let names = only
    let search = try DocumentSearch(below: URL(fileURLWithPath: folder)) { path in
      names.isEmpty || names.contains { path.contains($0) }
    }
    let own = keep == nil ? try ScratchFolder() : nil
    defer { own?.remove() }
    let check = CorpusCheck(
      scratch: own?.url ?? URL(fileURLWithPath: keep ?? "", isDirectory: true),
      modes: modes,
      jobs: jobs,
      limit: .seconds(limit),
      judges: exercise ? URL(fileURLWithPath: "Tests/CorpusTests/Python") : nil,
      known: try knownFailures()
    )
    let report = CorpusReport(
      rows: try check.rows(of: search.documents) { Self.say($0) },
      skipped: search.skipped,
      longestDetails: losses ? .max : 20
    )
    print(try json ? report.json() : report.table())
    Self.say(report.details())
    print(report.summary())
    if report.isFailure { throw ExitCode.failure }
  }

  private var modes: [ModuleCompiler.Mode] {
    typecheck ? [.typecheck, .mainActor] : compile ? [.object, .mainActor] : []
  }

  private func knownFailures() throws -> KnownFailures {
    guard let bytes = FileManager.default.contents(atPath: known) else { return KnownFailures() }
    return try KnownFailures(String(decoding: bytes, as: UTF8.self))
  }

  /// Writes to standard error what is not the table.
  private static func say(_ text: String) {
    guard !text.isEmpty else { return }
    FileHandle.standardError.write(Data((text + "\n").utf8))
  }
}
