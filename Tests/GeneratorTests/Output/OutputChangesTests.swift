import RecastClientGenerator
import RecastDiagnostics
import RecastSwiftEmitter
import Testing

/// A folder in memory.
private struct MemoryFolder {
  var files: [String: [UInt8]] = [:]

  func bytes(at path: String) -> [UInt8]? { files[path] }

  mutating func apply(_ changes: OutputChanges) {
    for file in changes.written { files[file.path] = Array(file.contents.utf8) }
    for path in changes.removed { files[path] = nil }
  }
}

@Suite("Output changes")
struct OutputChangesTests {
  @Test("write everything into an empty folder, and nothing the second time")
  func twice() throws {
    let files = try generated(["Report", "Status"])
    var folder = MemoryFolder()
    let first = OutputChanges(files, existing: folder.bytes(at:))
    #expect(first.written.map(\.path) == files.map(\.path) + [OutputManifest.fileName])
    folder.apply(first)
    let second = OutputChanges(files, existing: folder.bytes(at:))
    #expect(second.isEmpty)
    #expect(second.unchanged == files.map(\.path))
  }

  @Test("remove a file that is no longer generated")
  func removed() throws {
    var folder = MemoryFolder()
    folder.apply(OutputChanges(try generated(["Report", "Status"]), existing: folder.bytes(at:)))
    let changes = OutputChanges(try generated(["Report"]), existing: folder.bytes(at:))
    #expect(changes.removed == ["Schemas/Status.swift"])
    #expect(changes.written.map(\.path) == [OutputManifest.fileName])
    folder.apply(changes)
    #expect(OutputChanges(try generated(["Report"]), existing: folder.bytes(at:)).isEmpty)
  }

  @Test("keep a file that is no longer generated when somebody edited it")
  func kept() throws {
    var folder = MemoryFolder()
    folder.apply(OutputChanges(try generated(["Report", "Status"]), existing: folder.bytes(at:)))
    folder.files["Schemas/Status.swift"]?.append(10)
    let changes = OutputChanges(try generated(["Report"]), existing: folder.bytes(at:))
    #expect(changes.removed.isEmpty)
    #expect(changes.kept == ["Schemas/Status.swift"])
  }

  @Test("leave alone what the generator never wrote")
  func foreign() throws {
    var folder = MemoryFolder(files: ["Schemas/Mine.swift": [], "notes.txt": []])
    folder.apply(OutputChanges(try generated(["Report"]), existing: folder.bytes(at:)))
    #expect(folder.files["Schemas/Mine.swift"] != nil && folder.files["notes.txt"] != nil)
  }

  @Test("restore a generated file that was edited or deleted")
  func restored() throws {
    let files = try generated(["Report", "Status"])
    var folder = MemoryFolder()
    folder.apply(OutputChanges(files, existing: folder.bytes(at:)))
    folder.files["Schemas/Report.swift"] = Array("edited".utf8)
    folder.files["Schemas/Status.swift"] = nil
    let changes = OutputChanges(files, existing: folder.bytes(at:))
    #expect(changes.written.map(\.path) == ["Schemas/Report.swift", "Schemas/Status.swift"])
  }

  /// The client of a document with these schemas.
  private func generated(_ schemas: [String]) throws -> [GeneratedFile] {
    let components = schemas.map { "    \($0): {type: object, properties: {id: {type: integer}}}\n" }.joined()
    let text = "openapi: 3.0.3\ninfo: {title: Shop}\npaths: {}\ncomponents:\n  schemas:\n" + components
    var log = DiagnosticLog()
    let input = GeneratorInput(document: SourceFile(path: "document.yaml", bytes: Array(text.utf8)))
    return try #require(Generator.generate(input, log: &log)).files
  }
}
