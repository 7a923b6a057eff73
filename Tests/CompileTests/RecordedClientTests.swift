import Foundation
import RecastTestSupport
import Testing

extension Compilation {
  /// What the golden cases record is not only text: it compiles, without a warning.
  @Suite("Recorded clients")
  struct RecordedClientTests {
    @Test("compile whatever the default isolation", arguments: GoldenCase.generating)
    func compiles(_ golden: GoldenCase) async throws {
      let folder = golden.folder.appendingPathComponent("expected", isDirectory: true)
      let faults = try await Compiler.perIsolation { try await Compiler.faults(below: folder, isolation: $0) }
      #expect(faults.isEmpty, "\(golden.name)/expected does not compile\n\(faults)")
    }

    @Test("are laid out as `swift format` would")
    func layout() async throws {
      let faults = try await Formatter.faults(below: GoldenCase.parent)
      #expect(faults.isEmpty, "\(faults)")
    }
  }
}
