import Foundation
import RecastCorpus

/// What generating from one document took, next to what libyaml takes for its bytes.
struct GeneratorResult {
  var name: String
  var megabytes: Double
  /// Seconds that libyaml needs.
  var scan: Double
  /// Seconds that the generator needs, without those of starting it.
  var wall: Double
  var stages: [(name: String, milliseconds: Double)]

  var ratio: Double { wall / scan }
  var rate: Double { megabytes / wall }
}

/// Runs the built generator.
struct GeneratorRunner {
  let executable: String
  let scratch: ScratchFolder
  let rounds: Int

  /// A run that did not go well.
  struct Failure: Error, CustomStringConvertible {
    var description: String
  }

  /// Measures libyaml, the start of the generator and a whole run in turns, and takes the least of each.
  func measure(_ path: String) throws -> GeneratorResult {
    let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: path)))
    var (scan, start, wall) = (Double.infinity, Double.infinity, Double.infinity)
    var stages: [(name: String, milliseconds: Double)] = []
    for _ in 0..<rounds {
      scan = min(scan, try Self.seconds { try scanned(bytes, path) }.seconds)
      start = min(start, try Self.seconds { try version() }.seconds)
      removeOutput()
      let (seconds, run) = try Self.seconds { try generate(path) }
      if seconds < wall {
        wall = seconds
        stages = Self.stages(in: run.said)
      }
    }
    return GeneratorResult(
      name: URL(fileURLWithPath: path).lastPathComponent,
      megabytes: Double(bytes.count) / 1_000_000,
      scan: scan,
      wall: max(wall - start, 0.000_001),
      stages: stages
    )
  }

  /// Runs it without a document.
  func version() throws -> MeasuredProcess { try run([executable, "--version"]) }

  /// Removes what the last run wrote: a first run is measured, and tidying up before it is no part of it.
  func removeOutput() { try? FileManager.default.removeItem(at: output) }

  /// Generates into the output folder.
  func generate(_ path: String) throws -> MeasuredProcess {
    try run([executable, "generate", "--timings", "--document", path, "--output", output.path])
  }

  private var output: URL { scratch.url.appendingPathComponent("output") }

  private func run(_ command: [String]) throws -> MeasuredProcess {
    let run = try MeasuredProcess.run(command)
    guard run.ending == .exited(0) else {
      throw Failure(description: "\(command.joined(separator: " ")) failed: \(run.said.suffix(2000))")
    }
    return run
  }

  private func scanned(_ bytes: [UInt8], _ path: String) throws {
    guard LibyamlScan.tokens(in: bytes) != nil else { throw Failure(description: "\(path) is no YAML") }
  }

  private static func seconds<Value>(_ body: () throws -> Value) rethrows -> (seconds: Double, value: Value) {
    let clock = ContinuousClock()
    let start = clock.now
    let value = try body()
    return ((clock.now - start) / .seconds(1), value)
  }

  /// The lines that `--timings` prints: `timing: emit 12.5 ms`.
  private static func stages(in text: String) -> [(name: String, milliseconds: Double)] {
    text.split(separator: "\n").compactMap { line in
      let words = line.split(separator: " ")
      guard words.count == 4, words[0] == "timing:", let milliseconds = Double(words[2]) else { return nil }
      return (String(words[1]), milliseconds)
    }
  }
}
