import Foundation
import RecastDiagnostics
import RecastTestSupport
import Testing

/// Every folder below `Cases` is a test: a document, and the client and the diagnostics that come of it.
///
///     UPDATE_SNAPSHOTS=1 swift test --filter Golden
///
/// records what comes out now, and fails all the same: the difference is to be read before it is committed.
@Suite("Golden cases", .ownThread)
struct GoldenTests {
  @Test(
    "come out as recorded, hold what was written by hand, and give no files with an error",
    arguments: GoldenCase.all
  )
  func recorded(_ golden: GoldenCase) throws {
    let (files, diagnostics) = try golden.result()
    assert(files, diagnostics, golden)
    #expect(files.isEmpty == diagnostics.contains(": error: "))
    var actual = Dictionary(uniqueKeysWithValues: files.map { ("expected/" + $0.key, $0.value) })
    actual["diagnostics.txt"] = diagnostics.isEmpty ? nil : diagnostics
    if Snapshots.isRecording {
      try Snapshots.record(actual, in: golden)
    } else {
      Snapshots.compare(actual, with: golden)
    }
  }

  /// What a recording would happily accept is written down by hand as well.
  private func assert(_ files: [String: String], _ diagnostics: String, _ golden: GoldenCase) {
    let lines = (golden.text("contains.txt") ?? "").split(separator: "\n").map(String.init)
    #expect(!lines.isEmpty, "\(golden.name)/contains.txt needs a line `<path>: <text that must occur>`")
    for line in lines {
      guard let colon = line.range(of: ": ") else {
        Issue.record("\(golden.name)/contains.txt: `\(line)` is not `<path>: <text>`")
        continue
      }
      let (path, text) = (String(line[..<colon.lowerBound]), String(line[colon.upperBound...]))
      let contents = path == "diagnostics.txt" ? diagnostics : files[path]
      #expect(contents?.contains(text) == true, "\(path) of case \(golden.name) does not contain `\(text)`")
    }
  }

  @Test("come out the same twice", arguments: GoldenCase.all)
  func determinism(_ golden: GoldenCase) throws {
    let (first, second) = (try golden.result(), try golden.result())
    #expect(first.files == second.files)
    #expect(first.diagnostics == second.diagnostics)
  }
}
