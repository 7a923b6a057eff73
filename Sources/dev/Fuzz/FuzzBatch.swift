import ArgumentParser
import Foundation
import RecastFuzz

/// The part of `dev fuzz` that a process of its own does: it may trap, hang or grow, and then ends.
struct FuzzBatch {
  let seeds: Range<UInt64>
  let documents: [[UInt8]]
  let command: FuzzCommand

  /// Takes documents by their seeds, or the documents as they are when there are no seeds.
  func run() throws {
    limit()
    for seed in seeds {
      say("seed \(seed)")
      try check(FuzzCase(seed: seed, documents: documents).document)
    }
    guard seeds.isEmpty else { return }
    for document in documents { try check(document) }
  }

  private func check(_ document: [UInt8]) throws {
    // The process ends when nobody stops this in time.
    alarm(UInt32(command.seconds))
    let faults = FuzzCase.faults(of: document)
    alarm(0)
    guard let first = faults.first else { return }
    say("\(faults.count) faults: \(first)")
    throw ExitCode(2)
  }

  private func limit() {
    var limit = rlimit()
    limit.rlim_cur = rlim_t(command.megabytes) << 20
    limit.rlim_max = limit.rlim_cur
    #if canImport(Glibc)
      setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
    #else
      setrlimit(RLIMIT_AS, &limit)
    #endif
  }

  private func say(_ text: String) { FileHandle.standardOutput.write(Data((text + "\n").utf8)) }
}
