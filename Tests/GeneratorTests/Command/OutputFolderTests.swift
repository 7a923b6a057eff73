import Foundation
import RecastTestSupport
import Testing

@Suite("The folder of the client")
struct OutputFolderTests {
  @Test("loses what is no longer generated, and nothing that the generator did not write")
  func removal() async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    try work.folder.write("struct Mine {}\n", to: "Generated/Schemas/Mine.swift")
    try work.folder.write("Notes.\n", to: "Generated/notes.txt")
    try work.removeColour()
    let result = try await work.run("generate")
    #expect(result.output == "1 operation, 1 schema: 0 files written, 3 unchanged, 1 removed\n")
    #expect(!work.folder.has("Generated/Schemas/Colour.swift"))
    #expect(work.folder.has("Generated/Schemas/Mine.swift") && work.folder.has("Generated/notes.txt"))
  }

  @Test("keeps a stale file that somebody edited, and says so")
  func edited() async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    try work.folder.write("// mine\n", to: "Generated/Schemas/Colour.swift")
    try work.removeColour()
    let result = try await work.run("generate")
    #expect(result.status == 0)
    #expect(result.error.contains("Schemas/Colour.swift is no longer generated, but was edited, so it stays"))
    #expect(work.folder.text("Generated/Schemas/Colour.swift") == "// mine\n")
  }

  @Test("is all that a manifest has power over")
  func forgedManifest() async throws {
    let work = try Workplace()
    try work.folder.write("", to: "Victim.swift")
    // The fingerprint is that of an empty file.
    try work.folder.write("cbf29ce484222325 ../Victim.swift\n", to: "Generated/.recast-codegen-manifest")
    #expect(try await work.run("generate").status == 0)
    #expect(work.folder.has("Victim.swift"))
  }

  @Test("says what cannot be written, and keeps nothing half-written")
  func notWritable() async throws {
    let work = try Workplace()
    #expect(try await work.run("generate").status == 0)
    let written = try work.written()
    let path = try #require(written.first { $0.hasSuffix(".swift") })
    try FileManager.default.removeItem(at: work.folder.url.appendingPathComponent("Generated/\(path)"))
    // A folder stands where the file belongs.
    try work.folder.write("", to: "Generated/\(path)/.keep")
    let result = try await work.run("generate")
    #expect(result.status == 1)
    #expect(result.error.contains("cannot write "), "\(result.error)")
    #expect(result.error.contains("Generated/\(path): "), "\(result.error)")
    let folder = work.folder.url.appendingPathComponent("Generated/\(path)").deletingLastPathComponent().path
    let left = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.contains(".swift.") }
    #expect(left.isEmpty, "temporary files were left: \(left)")
  }

  @Test("is not left through a symbolic link, and nothing else changes then")
  func symbolicLink() async throws {
    let work = try Workplace()
    try work.folder.write("precious\n", to: "outside/keep.txt")
    try work.folder.write("", to: "Generated/.keep")
    try FileManager.default.createSymbolicLink(
      at: work.folder.url.appendingPathComponent("Generated/Schemas"),
      withDestinationURL: work.folder.url.appendingPathComponent("outside")
    )
    let result = try await work.run("generate")
    #expect(result.status != 0)
    #expect(result.error.contains("Schemas is a symbolic link; remove it first"), "\(result.error)")
    #expect(work.folder.files(below: "outside") == ["keep.txt"])
    #expect(!work.folder.has("Generated/Shop.swift"))
  }

  @Test("does not hand out the contents of a file that a link leads to")
  func linkedFile() async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    try work.folder.write("precious\n", to: "outside.txt")
    let file = work.folder.url.appendingPathComponent("Generated/Shop.swift")
    try FileManager.default.removeItem(at: file)
    let target = work.folder.url.appendingPathComponent("outside.txt")
    try FileManager.default.createSymbolicLink(at: file, withDestinationURL: target)
    #expect(try await work.run("generate").status != 0)
    #expect(work.folder.text("outside.txt") == "precious\n")
  }
}
