import Foundation
import RecastTestSupport
import Testing

/// What the golden cases record is not only text: it compiles, without a warning.
@Suite("Recorded clients", .serialized)
struct GoldenCompileTests {
  @Test("compile whatever the default isolation", arguments: GoldenCase.generating)
  func compiles(_ golden: GoldenCase) async throws {
    let folder = golden.folder.appendingPathComponent("expected", isDirectory: true)
    // Two at a time: one per default isolation.
    let faults = try await withThrowingTaskGroup(of: String.self) { group in
      for isolation in Compiler.Isolation.allCases {
        group.addTask {
          let said = try Compiler.faults(below: folder, isolation: isolation)
          return said.isEmpty ? "" : "with default isolation \(isolation.rawValue):\n\(said)"
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }.filter { !$0.isEmpty }
    }
    #expect(faults.isEmpty, "\(golden.name)/expected does not compile \(faults.joined(separator: "\n"))")
  }

  @Test("are laid out as `swift format` would")
  func layout() throws {
    let faults = try Formatter.faults(below: GoldenCase.parent)
    #expect(faults.isEmpty, "\(faults)")
  }
}
