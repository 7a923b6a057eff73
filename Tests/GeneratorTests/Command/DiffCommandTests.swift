import Foundation
import RecastTestSupport
import Testing

@Suite("recast-codegen diff")
struct DiffCommandTests {
  /// A workplace with three states of a document.
  private static func workplace() throws -> Workplace {
    let work = try Workplace()
    let document = Workplace.document
    try work.folder.write(document, to: "history/2026-01-01.yaml")
    try work.folder.write(
      document.replacing("      description: Lists items.\n", with: "      deprecated: true\n"),
      to: "history/2026-02-01.yaml"
    )
    try work.folder.write(document.replacing("{type: integer}", with: "{type: string}"), to: "history/2026-03-01.yaml")
    return work
  }

  private static let (first, second, third) = (
    "history/2026-01-01.yaml", "history/2026-02-01.yaml", "history/2026-03-01.yaml"
  )

  @Test("prints a line per change as compilers do, with the place in both documents")
  func text() async throws {
    let result = try await Self.workplace().run("diff", Self.first, Self.third)
    #expect(result.status == 0)
    #expect(
      result.output.hasPrefix(
        """
        history/2026-03-01.yaml:18:24: error: `GET /items`: the response property `items/id` of status `200` changed \
        from `integer` to `string` [response-property-type-changed]
        """
      ),
      "\(result.output)"
    )
    #expect(result.output.contains("\nhistory/2026-01-01.yaml:18:24: note: it was here\n"))
    #expect(result.output.contains("in Swift: source-breaking: `Item.id` is `String?` now, and was `Int?`"))
    #expect(result.output.hasSuffix("1 change: 1 error; in Swift 1 source-breaking\nnext version: major\n"))
  }

  @Test("fails with 2 when there is a change that was named")
  func failOn() async throws {
    let work = try Self.workplace()
    #expect(try await work.run("diff", Self.first, Self.second, "--fail-on", "error").status == 0)
    #expect(try await work.run("diff", Self.first, Self.second, "--fail-on", "info").status == 2)
    #expect(try await work.run("diff", Self.first, Self.third, "--fail-on", "source-breaking").status == 2)
    #expect(try await work.run("diff", Self.first, Self.first, "--fail-on", "info").status == 0)
  }

  @Test("fails with 1 when a document cannot be used, and says which")
  func unusable() async throws {
    let work = try Self.workplace()
    try work.folder.write("openapi: [", to: "broken.yaml")
    let result = try await work.run("diff", Self.first, "broken.yaml")
    #expect(result.status == 1 && result.output == "")
    #expect(result.error.contains("broken.yaml:1:") && result.error.contains("nothing was compared"))
    let missing = try await work.run("diff", Self.first, "missing.yaml")
    #expect(missing.status == 1 && missing.error.contains("missing.yaml does not exist"))
  }

  @Test(
    "refuses arguments that make no sense",
    arguments: [
      ["diff"], ["diff", "a.yaml"], ["diff", "a.yaml", "b.yaml", "--history", "c"],
      ["diff", "a", "b", "--current", "x"],
      ["diff", "a", "b", "--format", "json", "--format", "markdown"],
    ]
  )
  func usage(_ arguments: [String]) async throws {
    #expect(try await Self.workplace().run(arguments).status == 64)
  }

  @Test("writes several forms at once, and says the next version")
  func forms() async throws {
    let work = try Self.workplace()
    let result = try await work.run(
      "diff",
      Self.first,
      Self.third,
      "--format",
      "github",
      "--format",
      "markdown=changes.md",
      "--format",
      "json=changes.json",
      "--current",
      "1.2.3"
    )
    #expect(result.status == 0)
    #expect(result.output.hasPrefix("::error file=history/2026-03-01.yaml,line=18,"), "\(result.output)")
    #expect(work.folder.text("changes.md")?.contains("Next version: **major: 2.0.0**") == true)
    #expect(work.folder.text("changes.json")?.contains("\"nextVersion\" : \"2.0.0\"") == true)
    let other = try await work.run("diff", Self.first, Self.third, "--format", "json", "--output", "other.json")
    #expect(other.output == "" && work.folder.text("other.json")?.hasPrefix("{") == true)
  }

  @Test("compares all states of a folder, and adds the notes that lie there")
  func history() async throws {
    let work = try Self.workplace()
    try work.folder.write(
      """
      notes:
        - {since: 2026-02-01, id: endpoint-meaning-changed, operation: GET /items, text: lists what is on sale}
      """,
      to: "history/notes.yaml"
    )
    let result = try await work.run("diff", "--history", "history", "--format", "markdown")
    #expect(result.status == 0)
    let titles = result.output.split(separator: "\n").filter { $0.hasPrefix("## ") }
    #expect(titles == ["## `\(Self.first)` to `\(Self.second)`", "## `\(Self.second)` to `\(Self.third)`"])
    #expect(result.output.contains("lists what is on sale"))
    #expect(result.output.contains("`response-property-type-changed`"))
    try FileManager.default.removeItem(at: work.folder.url.appendingPathComponent(Self.second))
    try FileManager.default.removeItem(at: work.folder.url.appendingPathComponent(Self.third))
    #expect(try await work.run("diff", "--history", "history").status == 1)
  }

  @Test("leaves out what a file names, and says which of its lines name nothing")
  func ignore() async throws {
    let work = try Self.workplace()
    try work.folder.write("response-property-type-changed GET /items\nendpoint-added\n", to: "ignored.txt")
    let result = try await work.run(
      "diff",
      Self.first,
      Self.third,
      "--ignore",
      "ignored.txt",
      "--fail-on",
      "info"
    )
    #expect(result.status == 0)
    #expect(result.output.hasSuffix("no changes\n"))
    #expect(result.error == "ignored.txt:2: note: no change is ignored because of this line\n")
  }

  @Test("applies overlays to both documents or to one of them, and none unless they are named")
  func overlays() async throws {
    let work = try Self.workplace()
    let overlay = """
      overlay: 1.0.0
      info: {title: Tag, version: "1"}
      actions: [{target: "$.paths['/items'].get", update: {deprecated: true}}]
      """
    try work.folder.write(overlay, to: "spec/overlays/own.overlay.yaml")
    let path = "spec/overlays/own.overlay.yaml"
    #expect(try await work.run("diff", Self.first, "spec/recast.yaml").output.hasSuffix("no changes\n"))
    let one = try await work.run("diff", Self.first, "spec/recast.yaml", "--new-overlay", path)
    #expect(one.output.contains("[endpoint-deprecated]"))
    let other = try await work.run("diff", Self.first, "spec/recast.yaml", "--old-overlay", path)
    #expect(other.output.contains("[endpoint-reactivated]"))
    let both = try await work.run("diff", Self.first, "spec/recast.yaml", "--overlay", path)
    #expect(both.output.hasSuffix("no changes\n"))
  }

  @Test("has its kinds of changes explained")
  func explain() async throws {
    let work = try Workplace()
    let result = try await work.run("explain", "response-property-became-nullable")
    #expect(result.status == 0)
    #expect(
      result.output == """
        response-property-became-nullable: a member of the body of an answer may be null now

        On the wire: answers may hold what they never held before.

        An error: clients that keep to the old document may fail.
        The id and the level are those of oasdiff.

        """
    )
    let list = try await work.run("explain", "--list-changes")
    #expect(list.output.contains("\n  new-required-request-parameter (error): the required … parameter … was added\n"))
    let unknown = try await work.run("explain", "response-property-became-nulable")
    #expect(unknown.status == 64 && unknown.error.contains("did you mean `response-property-became-nullable`?"))
  }
}
