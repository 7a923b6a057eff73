import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastTestSupport
import Testing

extension Compilation {
  /// The generator is not bent to one document: those of strangers come out as clients that compile.
  @Suite("Documents of strangers", .enabled(if: Corpus.isExpected))
  struct ForeignDocumentTests {
    static let names = ["openfoodnetwork-v0", "trade-tariff", "researcher-metadata-v1"]

    @Test("come out as clients that compile", arguments: names)
    func compiles(_ name: String) async throws {
      let folder = try TemporaryFolder()
      for file in try Self.output(name).files { try folder.write(file.contents, to: file.path) }
      let faults = try await Compiler.perIsolation { isolation in
        try await Compiler.faultsOfWholeBuild(below: folder.url, isolation: isolation)
      }
      #expect(faults.isEmpty, "\(name) does not compile\n\(faults)")
    }

    @Test("come out the same twice", .ownThread, arguments: names)
    func determinism(_ name: String) throws {
      let (first, second) = (try Self.output(name), try Self.output(name))
      #expect(first.files.map(\.path) == second.files.map(\.path))
      #expect(first.files.map(\.contents) == second.files.map(\.contents))
    }

    private static func output(_ name: String) throws -> GeneratorOutput {
      let path = Corpus.folder.appendingPathComponent("rswag/\(name).yaml")
      let bytes = try Data(contentsOf: path)
      var log = DiagnosticLog()
      let input = GeneratorInput(document: SourceFile(path: "\(name).yaml", bytes: Array(bytes)))
      let output = Generator.generate(input, log: &log)
      return try #require(output, "\(DiagnosticRenderer().render(log))")
    }
  }
}
