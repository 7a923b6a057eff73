import ArgumentParser
import Foundation
import RecastCorpus

/// `dev bench generate`: holds the generator against libyaml.
struct BenchGenerateCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "generate",
    abstract: "Measures the generator on large documents, side by side with libyaml on the same bytes.",
    discussion: """
      Wall time is the least of several runs, without that of `--version`; files go to a folder in memory where there \
      is one. Build the generator first: swift build -c release --product recast-codegen
      """
  )

  @Argument(help: "OpenAPI documents. (default: three large ones of ../shared/corpus)")
  var documents: [String] = []

  @Option(help: "The built generator.")
  var generator = ".build/release/recast-codegen"

  @Option(help: "How often each measurement is taken.")
  var rounds = 5

  @Option(help: "How many schemas the smaller of two made-up documents has.")
  var schemas = 500

  @OptionGroup var bounds: Bounds

  private static let defaults = ["sentry-derefed.json", "asana.yaml", "openai.yaml"]
    .map { "../shared/corpus/public/\($0)" }

  func validate() throws {
    guard rounds > 0, schemas > 0 else { throw ValidationError("--rounds and --schemas are at least 1.") }
    guard FileManager.default.isExecutableFile(atPath: generator) else {
      throw ValidationError(
        "There is no \(generator). Build it: swift build -c release --product recast-codegen"
      )
    }
  }

  func run() throws {
    let scratch = try ScratchFolder(in: .memory)
    defer { scratch.remove() }
    let runner = GeneratorRunner(executable: generator, scratch: scratch, rounds: rounds)
    let paths = documents.isEmpty ? Self.defaults : documents
    // A process begins with the memory that the one before it had, so peaks are taken before anything large is read.
    let memory = try MemoryPeaks(paths, runner)
    let results = try paths.map { try runner.measure($0) }
    var figures = memory.figures
    figures += print(results)
    Swift.print(memory.table)
    figures.append(try linearity(runner, scratch))
    try bounds.hold(figures)
  }

  private func print(_ results: [GeneratorResult]) -> [Bounds.Figure] {
    let stages = results.first?.stages.map(\.name) ?? []
    var table = Table(["document", "MB", "libyaml ms", "generate ms", "ratio", "MB/s"] + stages.map { "\($0) ms" })
    var figures: [Bounds.Figure] = []
    for result in results {
      table.add(
        [result.name]
          + [result.megabytes, result.scan * 1000, result.wall * 1000, result.ratio, result.rate].map(Table.number)
          + result.stages.map { Table.number($0.milliseconds) }
      )
      figures.append(.init(name: "\(result.name): ratio to libyaml", value: result.ratio, most: 10))
      figures.append(.init(name: "\(result.name): MB/s", value: result.rate, least: 8))
    }
    Swift.print(table.text)
    return figures
  }

  /// The same kind of document in two sizes: the larger one must not cost more per byte.
  private func linearity(_ runner: GeneratorRunner, _ scratch: ScratchFolder) throws -> Bounds.Figure {
    let results = try [schemas, 4 * schemas].map { count in
      let path = scratch.url.appendingPathComponent("synthetic-\(count).yaml")
      try Data(SyntheticDocument.text(schemas: count).utf8).write(to: path)
      return try runner.measure(path.path)
    }
    let growth = results[1].wall / results[1].megabytes / (results[0].wall / results[0].megabytes)
    Swift.print(
      "four times the document: \(Table.number(results[0].wall * 1000)) ms, \(Table.number(results[1].wall * 1000)) ms,"
        + " \(Table.number(growth)) times the cost per byte"
    )
    return .init(name: "growth of the cost per byte", value: growth, most: 1.5)
  }
}
