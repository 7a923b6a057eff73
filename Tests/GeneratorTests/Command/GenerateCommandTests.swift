import Foundation
import RecastTestSupport
import Testing

@Suite("recast-codegen generate")
struct GenerateCommandTests {
  @Test("needs no options, and says in one line what it did")
  func defaults() async throws {
    let work = try Workplace()
    let result = try await work.run("generate")
    #expect(result.status == 0)
    #expect(result.error == "")
    #expect(result.output == "1 operation, 2 schemas: 4 files written, 0 unchanged, 0 removed\n")
    let files = [
      ".recast-codegen-manifest", "Operations/Items.swift", "Schemas/Colour.swift", "Schemas/Item.swift", "Shop.swift",
    ]
    #expect(work.folder.files(below: "Generated") == files)
  }

  @Test("applies overlays in the order of their names, and the configuration")
  func overlays() async throws {
    let work = try Workplace()
    for (file, name) in [("20-b", "second"), ("10-a", "first")] {
      let overlay = """
        overlay: 1.1.0
        info: {title: Names, version: "1"}
        actions:
          - target: $.paths['/items'].get
            update: {x-client-name: \(name)}
        """
      try work.folder.write(overlay, to: "spec/overlays/\(file).overlay.yaml")
    }
    try work.folder.write("not: [an overlay", to: "spec/overlays/notes.yaml")
    try work.folder.write("root-type: Store\n", to: "spec/recast-codegen.yaml")
    let result = try await work.run("generate")
    #expect(result.status == 0, "\(result.error)")
    #expect(work.folder.text("Generated/Operations/Items.swift")?.contains("func second(") == true)
    #expect(work.folder.has("Generated/Store.swift"))
  }

  @Test("takes other places by option, and leaves the default ones alone then")
  func options() async throws {
    let work = try Workplace(document: nil)
    try work.folder.write(Workplace.document, to: "api.yaml")
    try work.folder.write("root-type: Store\n", to: "spec/recast-codegen.yaml")
    try work.folder.write("access: internal\n", to: "mine.yaml")
    let result = try await work.run(
      "generate",
      "--document",
      "api.yaml",
      "--configuration",
      "mine.yaml",
      "--output",
      "Out"
    )
    #expect(result.status == 0, "\(result.error)")
    #expect(work.folder.text("Out/Shop.swift")?.contains("\nnonisolated struct Shop: Sendable {") == true)
    #expect(!work.folder.has("Generated"))
  }

  @Test("writes nothing the second time")
  func twice() async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    try work.dateBack()
    let result = try await work.run("generate")
    #expect(result.output == "1 operation, 2 schemas: 0 files written, 4 unchanged, 0 removed\n")
    #expect(try work.written() == [])
  }

  @Test("writes exactly the files that a changed description concerns")
  func oneDescription() async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    let before = work.folder.text("Generated/Schemas/Item.swift")
    try work.dateBack()
    try work.replace("One item.", by: "One thing.")
    let result = try await work.run("generate")
    #expect(result.output == "1 operation, 2 schemas: 1 file written, 3 unchanged, 0 removed\n")
    #expect(try work.written() == [".recast-codegen-manifest", "Schemas/Item.swift"])
    #expect(before?.replacing("One item.", with: "One thing.") == work.folder.text("Generated/Schemas/Item.swift"))
  }

  /// A mistake in the document, and what is said of it.
  struct Mistake: Sendable {
    var old: String
    var new: String
    var start: String
    var excerpt: String

    static let all = [
      Mistake(
        old: "title: Shop,",
        new: "title: \"Shop,",
        start: "spec/recast.yaml:2:32: error: `,` or `}` is expected here [yaml-syntax]",
        excerpt: "2 | info: {title: \"Shop, version: \"1\"}\n"
      ),
      Mistake(
        old: "openapi: 3.0.3",
        new: "swagger: '1.2'",
        start: "spec/recast.yaml:1:10: error: Swagger version 1.2 is not supported [unsupported-version]",
        excerpt: "help: convert the document to OpenAPI 3.0\n"
      ),
      Mistake(
        old: "operationId: listItems",
        new: "x-client-nme: listItems",
        start: "spec/recast.yaml:6:7: error: `x-client-nme` has no meaning on an operation [unknown-extension]",
        excerpt: "6 |       x-client-nme: listItems\n"
      ),
    ]
  }

  @Test("says where an error is, exits with 1, and writes nothing", arguments: Mistake.all)
  func errors(_ mistake: Mistake) async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    let files = work.folder.files(below: "Generated")
    try work.dateBack()
    try work.replace(mistake.old, by: mistake.new)
    let result = try await work.run("generate")
    #expect(result.status == 1)
    #expect(result.output == "")
    #expect(result.error.hasPrefix(mistake.start), "\(result.error)")
    #expect(result.error.contains(mistake.excerpt), "\(result.error)")
    #expect(result.error.hasSuffix("nothing was written\n"))
    #expect(try work.written() == [])
    #expect(work.folder.files(below: "Generated") == files)
  }

  @Test("names a file that is missing", arguments: ["--document", "--overlay", "--configuration"])
  func missing(_ option: String) async throws {
    let work = try Workplace()
    let result = try await work.run("generate", option, "nowhere.yaml", "--output", "Generated")
    #expect(result.status != 0)
    #expect(result.error.contains("nowhere.yaml does not exist"), "\(result.error)")
    #expect(!work.folder.has("Generated"))
  }

  @Test("does not put another API in the place of the default one", arguments: ["generate", "check"])
  func anotherDocument(_ command: String) async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    try work.folder.write(Workplace.document, to: "api.yaml")
    try work.dateBack()
    let result = try await work.run(command, "--document", "api.yaml")
    #expect(result.status != 0)
    #expect(result.error.contains("--document needs --output"), "\(result.error)")
    #expect(try work.written() == [])
  }

  @Test("leaves a file alone that it did not write, and everything else then too")
  func foreignFile() async throws {
    let work = try Workplace()
    try work.folder.write("mine\n", to: "Generated/Schemas/Item.swift")
    let result = try await work.run("generate")
    #expect(result.status != 0)
    #expect(result.error.contains("was not written by recast-codegen"), "\(result.error)")
    #expect(work.folder.text("Generated/Schemas/Item.swift") == "mine\n")
    #expect(work.folder.files(below: "Generated") == ["Schemas/Item.swift"])
  }

  @Test("needs a document")
  func noDocument() async throws {
    let result = try await Workplace(document: nil).run("generate")
    #expect(result.status != 0)
    #expect(result.error.contains("spec/recast.yaml does not exist"), "\(result.error)")
  }
}
