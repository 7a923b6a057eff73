import ArgumentParser
import Foundation
import RecastCorpus
import RecastFuzz

/// `dev fuzz`: puts changed documents through the generator.
struct FuzzCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fuzz",
    abstract: "Changes documents at random, generates from them, and looks for traps, endless loops and broken code.",
    discussion: """
      The same seed makes the same document of the same files. Documents are taken in batches by processes of their own, \
      so that a trap costs one of them. Each failure is written to the folder of findings, as small as it gets.
      """
  )

  @Argument(help: "Documents, or folders of documents.")
  var paths: [String]

  @Option(help: "The first seed.")
  var seed: UInt64 = 1

  @Option(help: "How many documents are made.")
  var count = 1000

  @Option(help: "How many seconds one document may take.")
  var seconds = 20

  @Option(help: "How many megabytes one process may take.")
  var megabytes = 2000

  @Option(help: "Where failures are written.")
  var findings = "fuzz-findings"

  @Option(help: "Documents larger than this many bytes are left out.")
  var largest = 300_000

  @Flag(help: .hidden)
  var batch = false

  func run() throws {
    let documents = try documents()
    guard !documents.isEmpty else { throw ValidationError("There are no documents in \(paths).") }
    if batch { return try FuzzBatch(seeds: seeds, documents: documents, command: self).run() }
    var failures = 0
    var next = seed
    while next < seeds.upperBound {
      let size = min(50, seeds.upperBound - next)
      guard let failed = try child(from: next, count: Int(size)) else {
        next += size
        continue
      }
      failures += 1
      try write(failed, FuzzCase(seed: failed.seed, documents: documents).document)
      next = failed.seed + 1
    }
    print("\(count) documents, \(failures) failures")
    if failures > 0 { throw ExitCode.failure }
  }

  private var seeds: Range<UInt64> { seed..<seed + UInt64(max(0, count)) }

  /// The seed that a process stopped at, and why.
  private func child(from first: UInt64, count: Int) throws -> (seed: UInt64, reason: String)? {
    let process = try MeasuredProcess.run(
      [CommandLine.arguments[0], "fuzz", "--batch", "--seed", String(first), "--count", String(count)]
        + ["--seconds", String(seconds), "--megabytes", String(megabytes), "--largest", String(largest)] + paths,
      within: .seconds(count * seconds)
    )
    if process.ending == .exited(0) { return nil }
    let lines = process.said.split(separator: "\n")
    let last = lines.last { $0.hasPrefix("seed ") }?.dropFirst(5)
    let reason = lines.drop { !$0.hasPrefix("seed \(last ?? "")") }.dropFirst().prefix(5).joined(separator: "\n")
    return (last.flatMap { UInt64($0) } ?? first, "\(process.ending)\n\(reason)")
  }

  private func write(_ failure: (seed: UInt64, reason: String), _ document: [UInt8]) throws {
    let folder = URL(fileURLWithPath: findings, isDirectory: true)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appendingPathComponent("\(failure.seed).yaml")
    var minimizer = Minimizer(attempts: 400) { candidate in
      (try? Data(candidate).write(to: file)) != nil && (try? isFaulty(file)) == true
    }
    let smallest = isFaulty(file, document) ? minimizer.smallest(document) : document
    try Data(smallest).write(to: file)
    print("seed \(failure.seed): \(failure.reason)\n\(file.path), \(smallest.count) bytes\n")
  }

  private func isFaulty(_ file: URL, _ document: [UInt8]) -> Bool {
    (try? Data(document).write(to: file)) != nil && (try? isFaulty(file)) == true
  }

  private func isFaulty(_ file: URL) throws -> Bool {
    let limits = ["--seconds", String(seconds), "--megabytes", String(megabytes)]
    let command = [CommandLine.arguments[0], "fuzz", "--batch", "--seed", "0", "--count", "0"] + limits + [file.path]
    return try MeasuredProcess.run(command, within: .seconds(seconds * 2)).ending != .exited(0)
  }

  private func documents() throws -> [[UInt8]] {
    let files = paths.sorted().flatMap { path -> [URL] in
      let url = URL(fileURLWithPath: path)
      guard let below = FileManager.default.subpaths(atPath: path), !below.isEmpty else { return [url] }
      return below.sorted().filter(\.isDocument).map { url.appendingPathComponent($0) }
    }
    return try files.map { Array(try Data(contentsOf: $0)) }.filter { $0.count <= largest }
  }
}

extension String {
  fileprivate var isDocument: Bool { [".yaml", ".yml", ".json"].contains { hasSuffix($0) } }
}
