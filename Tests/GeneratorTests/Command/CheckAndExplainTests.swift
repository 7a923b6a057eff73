import RecastTestSupport
import Testing

@Suite("recast-codegen check")
struct CheckCommandTests {
  @Test("agrees with what was just generated")
  func current() async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    let result = try await work.run("check")
    #expect(result.status == 0)
    #expect(result.output == "Generated is current: 4 files\n")
  }

  @Test("names every file that is missing, different or stale, and writes nothing")
  func outOfDate() async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    try work.dateBack()
    try work.replace("Colour: {", by: "Size: {")
    try work.replace("One item.", by: "One thing.")
    let result = try await work.run("check")
    #expect(result.status == 1)
    #expect(result.output == "")
    for line in [
      "out of date: Schemas/Item.swift", "missing: Schemas/Size.swift", "no longer generated: Schemas/Colour.swift",
      "Generated is not current; run `recast-codegen generate`",
    ] {
      #expect(result.error.contains(line + "\n"), "\(result.error)")
    }
    #expect(try work.written() == [])
    #expect(!work.folder.has("Generated/Schemas/Size.swift"))
  }

  @Test("tells an empty folder from a current one")
  func empty() async throws {
    let work = try Workplace()
    #expect(try await work.run("check").status == 1)
    #expect(!work.folder.has("Generated"))
  }

  @Test("does not pass with an error in the document")
  func error() async throws {
    let work = try Workplace()
    _ = try await work.run("generate")
    try work.replace("type: integer", by: "type: integr")
    let result = try await work.run("check")
    #expect(result.status == 1)
    #expect(result.error.contains("[unknown-type]"))
  }
}

@Suite("recast-codegen explain")
struct ExplainCommandTests {
  @Test("says what a kind of finding means and what to do")
  func tag() async throws {
    let result = try await Workplace().run("explain", "unresolved-reference")
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("unresolved-reference: a reference leads nowhere\n\n"))
    #expect(result.output.contains("Correct the name"))
  }

  @Test("lists all kinds by stage, sorted, with what they count as")
  func list() async throws {
    let result = try await Workplace().run("explain", "--list")
    #expect(result.status == 0)
    let stages = result.output.split(separator: "\n\n").map { $0.split(separator: "\n") }
    #expect(stages.compactMap(\.first).first == "Reading YAML and JSON" && stages.count > 3)
    for stage in stages {
      let names = stage.dropFirst().compactMap { $0.split(separator: "(").first }
      #expect(!names.isEmpty && names == names.sorted())
    }
    #expect(result.output.contains("\n  duplicate-key (warning): a mapping has the same key twice\n"))
  }

  @Test("says which kinds of findings cannot be lowered")
  func weight() async throws {
    let fatal = try await Workplace().run("explain", "yaml-syntax")
    #expect(fatal.output.hasSuffix("An error, whatever the configuration says.\n"))
    let other = try await Workplace().run("explain", "duplicate-key")
    #expect(other.output.hasSuffix("A warning, unless the configuration says otherwise under `severities`.\n"))
  }

  @Test("suggests the nearest kind for an unknown one")
  func unknown() async throws {
    let result = try await Workplace().run("explain", "unresolved-refrence")
    #expect(result.status != 0)
    #expect(result.error.contains("did you mean `unresolved-reference`?"), "\(result.error)")
  }

  @Test("needs a kind")
  func nothing() async throws {
    let result = try await Workplace().run("explain")
    #expect(result.status != 0)
    #expect(result.error.contains("--list"))
  }
}
