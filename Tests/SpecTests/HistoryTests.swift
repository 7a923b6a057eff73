import Foundation
import RecastTestSupport
import Testing

/// `spec/history` holds what the overlays in it say, so that a correction of the document reaches its earlier states.
///
///     UPDATE_SNAPSHOTS=1 swift test --filter HistoryTests
///
/// makes the documents anew, and fails all the same: the difference is to be read before it is committed.
@Suite struct HistoryTests {
  private static var isRecording: Bool {
    ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"].map { !["", "0"].contains($0) } ?? false
  }

  @Test func everyStateFollowsFromTheNextNewerOne() throws {
    let states = try History.states()
    for state in states {
      let kept = try? String(contentsOf: state.file, encoding: .utf8)
      guard kept != state.text else { continue }
      if Self.isRecording { try state.text.write(to: state.file, atomically: true, encoding: .utf8) }
      Issue.record(
        """
        \(state.file.lastPathComponent) is not what the overlays make of spec/recast.yaml.
        UPDATE_SNAPSHOTS=1 swift test --filter HistoryTests makes it anew.
        """
      )
    }
    let names = try FileManager.default.contentsOfDirectory(atPath: History.folder.path)
    let expected = states.map { $0.file.lastPathComponent } + ["README.md", "drift", "notes.yaml"]
    #expect(Set(names) == Set(expected))
    for (newer, older) in zip(states, states.dropFirst()) { #expect(newer.text != older.text, "\(newer.date)") }
  }

  @Test(
    .enabled(if: PythonModule.isExpected("openapi_spec_validator"), "needs `pip install -r Tests/requirements.txt`")
  )
  func everyStateIsAValidDocument() async throws {
    let files = try History.dates().map { "spec/history/\($0).yaml" } + ["spec/recast.yaml"]
    let result = try await Subprocess.run(
      command: "python3",
      ["-m", "openapi_spec_validator"] + files,
      in: PackageFolder.root
    )
    #expect(result.status == 0, "\(result.said)")
    for file in files { #expect(result.output.contains("\(file): OK")) }
  }
}

/// A module for Python that tests can do without, except where everything has to be shown.
enum PythonModule {
  static func isExpected(_ name: String) -> Bool {
    if ProcessInfo.processInfo.environment["CI"] != nil { return true }
    let probe = Process()
    probe.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    probe.arguments = ["python3", "-c", "import \(name)"]
    probe.standardOutput = FileHandle.nullDevice
    probe.standardError = FileHandle.nullDevice
    guard (try? probe.run()) != nil else { return false }
    probe.waitUntilExit()
    return probe.terminationStatus == 0
  }
}
