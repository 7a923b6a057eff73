import Foundation
import RecastTestSupport
import Testing

@testable import RecastSwiftEmitter

extension Compilation {
  /// Whatever a document says, the compiler reads it as text: asked of the compiler itself.
  @Suite("Hostile text")
  struct HostileTextTests {
    @Test("comes out of a compiled program as it went in, and does nothing else there")
    func compiled() async throws {
      let folder = try TemporaryFolder()
      try folder.write(Self.program, to: "main.swift")
      let compiled = try await Subprocess.run(
        command: "swiftc",
        ["-swift-version", "6", "-warnings-as-errors", "-Onone", "main.swift", "-o", "main"],
        in: folder.url
      )
      #expect(compiled.status == 0, "\(compiled.said)")
      let run = try await Subprocess.run(folder.url.appendingPathComponent("main"), [], in: folder.url)
      let expected = HostileText.samples.map { text in text.utf8.map { String($0) }.joined(separator: " ") + "\n" }
      #expect(run.output == expected.joined())
    }

    /// Prints the bytes of every sample, each of which stands in a literal and in the comment above it.
    private static var program: String {
      let lines = HostileText.samples.map { text -> String in
        var comment: [UInt8] = []
        DocComment("The text \(code: text).").write(to: &comment, indentation: 2, width: 120)
        return "\(String(decoding: comment, as: UTF8.self))  \(StringLiteral(text).source),"
      }
      return """
        let texts: [String] = [
        \(lines.joined(separator: "\n"))
        ]
        for text in texts { print(text.utf8.map { String($0) }.joined(separator: " ")) }

        """
    }
  }
}
