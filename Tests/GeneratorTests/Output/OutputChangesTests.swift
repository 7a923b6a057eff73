import RecastClientGenerator
import Testing

@Suite("Output changes")
struct OutputChangesTests {
  private let paths = ["Schemas/Report.swift", "Schemas/Status.swift", "Shop.swift"]

  @Test("write everything into an empty folder, and nothing the second time")
  func twice() throws {
    var folder = MemoryFolder()
    let first = try folder.changes(for: document(["Report", "Status"]))
    #expect(first.written.map(\.path) == paths + [OutputManifest.fileName])
    try folder.generate(document(["Report", "Status"]))
    let second = try folder.changes(for: document(["Report", "Status"]))
    #expect(second.isEmpty)
    #expect(second.unchanged == paths)
  }

  @Test("remove a file that is no longer generated")
  func removed() throws {
    var folder = MemoryFolder()
    try folder.generate(document(["Report", "Status"]))
    let changes = try folder.changes(for: document(["Report"]))
    #expect(changes.removed == ["Schemas/Status.swift"])
    #expect(changes.written.map(\.path) == [OutputManifest.fileName])
    try folder.generate(document(["Report"]))
    #expect(try folder.changes(for: document(["Report"])).isEmpty)
  }

  @Test("keep a file that is no longer generated when somebody edited it")
  func kept() throws {
    var folder = MemoryFolder()
    try folder.generate(document(["Report", "Status"]))
    folder.files["Schemas/Status.swift"]?.append(10)
    let changes = try folder.changes(for: document(["Report"]))
    #expect(changes.removed.isEmpty)
    #expect(changes.kept == ["Schemas/Status.swift"])
  }

  @Test("leave alone what the generator never wrote")
  func foreign() throws {
    var folder = MemoryFolder(files: ["Schemas/Mine.swift": [], "notes.txt": []])
    try folder.generate(document(["Report"]))
    #expect(folder.files["Schemas/Mine.swift"] != nil && folder.files["notes.txt"] != nil)
  }

  @Test("restore a generated file that was edited or deleted")
  func restored() throws {
    var folder = MemoryFolder()
    try folder.generate(document(["Report", "Status"]))
    folder.files["Schemas/Report.swift"] = Array("edited".utf8)
    folder.files["Schemas/Status.swift"] = nil
    let changes = try folder.changes(for: document(["Report", "Status"]))
    #expect(changes.written.map(\.path) == ["Schemas/Report.swift", "Schemas/Status.swift"])
  }

  /// A document with these schemas.
  private func document(_ schemas: [String]) -> String {
    let components = schemas.map { "    \($0): {type: object, properties: {id: {type: integer}}}\n" }.joined()
    return "openapi: 3.0.3\ninfo: {title: Shop}\npaths: {}\ncomponents:\n  schemas:\n" + components
  }
}
