import ArgumentParser
import RecastClientPlan
import RecastDiagnostics
import RecastDocumentDiff
import RecastGeneratorFiles

/// `recast-codegen diff`: says what changed between two documents.
struct DiffCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "diff",
    abstract: "Says what changed between two documents, on the wire and for Swift code.",
    discussion: """
      Documents may be of any version that `generate` reads. What says the same in other words is no change: references, \
      `allOf`, the order of anything, the spellings of null. With --history, every state of a document below a folder is \
      compared with the one before it.

      Exit status: 0, 1 when a document or file cannot be used, 2 when there is a change that --fail-on names, 64 when \
      the arguments make no sense.
      """
  )

  @Argument(help: "The older document.")
  var old: String?

  @Argument(help: "The newer document.")
  var new: String?

  @Option(
    help: "A folder with states of a document, named so that they sort by age; `notes.yaml` in it holds notes."
  )
  var history: String?

  @OptionGroup var sources: DiffSourceOptions
  @OptionGroup var output: DiffOutputOptions

  func validate() throws {
    guard (history == nil) == (new != nil), (old == nil) == (new == nil) else {
      throw ValidationError("Name two documents, or a folder with --history.")
    }
  }

  func run() throws {
    let notes = try sources.readNotes(beside: history)
    var names = NameLock()
    let comparisons = try pairs().map { old, new in try sources.compare(old, new, notes, names: &names) }
    let remaining = try sources.withoutIgnored(comparisons)
    try output.write(remaining)
    guard let threshold = output.failOn else { return }
    let changes = remaining.flatMap(\.changes).filter(threshold.isMet)
    guard !changes.isEmpty else { return }
    Terminal.error("\(Quantity.of(changes.count, "change")) that --fail-on \(threshold.rawValue) names")
    throw ExitCode(2)
  }

  /// The documents that are compared with each other.
  private func pairs() throws -> [(old: String, new: String)] {
    guard let history else { return [(old, new)].compactMap { old, new in old.flatMap { o in new.map { (o, $0) } } } }
    let states = try HistoryFolder(history).states
    return zip(states, states.dropFirst()).map { ($0, $1) }
  }
}

extension Threshold: ExpressibleByArgument {}
