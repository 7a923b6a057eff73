import Foundation
import RecastTestSupport
import Testing

/// Compares what comes out of a case with what was recorded, or records it.
enum Snapshots {
  private static let command = "UPDATE_SNAPSHOTS=1 swift test --filter Golden"

  /// Whether the environment asks to record.
  static var isRecording: Bool { environment["UPDATE_SNAPSHOTS"].map { !["", "0"].contains($0) } ?? false }

  private static var environment: [String: String] { ProcessInfo.processInfo.environment }

  /// Reports every file that is missing, superfluous or different.
  static func compare(_ actual: [String: String], with golden: GoldenCase) {
    for path in Set(recorded(golden)).union(actual.keys).sorted() {
      switch (golden.text(path), actual[path]) {
      case (let old?, let new?):
        guard let hunk = TextDifference.firstHunk(expected: old, actual: new) else { continue }
        Issue.record("\(golden.name)/\(path) differs:\n\(hunk)\nIf that is as it should be: \(command)")
      case (nil, let new?):
        let start = new.split(separator: "\n").prefix(5).joined(separator: "\n")
        Issue.record("\(golden.name)/\(path) was not recorded. It starts:\n\(start)\nIf that is wanted: \(command)")
      case (_, nil):
        Issue.record("\(golden.name)/\(path) does not come out any more. If that is as it should be: \(command)")
      }
    }
  }

  /// Writes what comes out, and fails: a recording must never pass for a test.
  static func record(_ actual: [String: String], in golden: GoldenCase) throws {
    guard environment["CI"] == nil else {
      Issue.record("snapshots are not recorded where `CI` is set")
      return
    }
    var changed: [String] = []
    for (path, contents) in actual.sorted(by: { $0.key < $1.key }) where golden.text(path) != contents {
      let file = golden.folder.appendingPathComponent(path)
      try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(contents.utf8).write(to: file)
      changed.append("wrote \(golden.name)/\(path)")
    }
    for path in recorded(golden) where actual[path] == nil {
      try FileManager.default.removeItem(at: golden.folder.appendingPathComponent(path))
      changed.append("removed \(golden.name)/\(path)")
    }
    let summary = changed.isEmpty ? "\(golden.name): nothing to record" : changed.joined(separator: "\n")
    Issue.record("\(summary)\nRead the difference, then run the tests without UPDATE_SNAPSHOTS.")
  }

  private static func recorded(_ golden: GoldenCase) -> [String] {
    golden.expectedFiles.map { "expected/" + $0 } + (golden.text("diagnostics.txt") == nil ? [] : ["diagnostics.txt"])
  }
}
