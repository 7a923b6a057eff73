import Foundation
import RecastDiagnosticReports
import RecastDiagnostics
import RecastDocumentDiff
import RecastGeneratorFiles
import RecastTestSupport
import RecastYAMLReader
import Testing

/// Two documents, and what is reported between them in every form.
///
/// `UPDATE_SNAPSHOTS=1` records what comes out now, and fails all the same.
@Suite("Reports of changes")
struct ChangeReportTests {
  private static let folder = PackageFolder.root.appendingPathComponent("Tests/DocumentDiffTests/Golden")

  @Test("come out as recorded", arguments: ChangeReportFormat.allCases)
  func golden(_ format: ChangeReportFormat) throws {
    let url = Self.folder.appendingPathComponent("changes.\(format.rawValue)")
    let text = format.render([try Self.comparison()], current: SemanticVersion("1.4.2"), base: Self.base)
    if ProcessInfo.processInfo.environment["UPDATE_SNAPSHOTS"] != nil {
      try text.write(to: url, atomically: true, encoding: .utf8)
      Issue.record("\(url.lastPathComponent) was written; read the difference")
    } else {
      #expect(text == (try String(contentsOf: url, encoding: .utf8)))
    }
  }

  @Test("say so when nothing changed", arguments: ChangeReportFormat.allCases)
  func nothing(_ format: ChangeReportFormat) throws {
    let comparison = DocumentComparison(old: "old.yaml", new: "new.yaml", changes: [])
    let text = format.render([comparison], current: SemanticVersion("1.4.2"), base: Self.base)
    switch format {
    case .text: #expect(text == "old.yaml -> new.yaml: no changes\n")
    case .markdown: #expect(text == "## `old.yaml` to `new.yaml`\n\nNo changes.\n")
    case .github: #expect(text == "")
    case .json:
      #expect(text.contains("\"changes\" : [\n\n      ]") && text.contains("\"nextVersion\" : \"1.4.2\""), "\(text)")
    }
  }

  @Test("of several comparisons count versions up one after the other")
  func chain() throws {
    let comparison = try Self.comparison()
    let text = ChangeReportFormat.markdown.render(
      [comparison, comparison],
      current: SemanticVersion("1.4.2"),
      base: Self.base
    )
    #expect(text.contains("**major: 2.0.0**") && text.contains("**major: 3.0.0**"))
  }

  @Test("look as the documentation says")
  func documentation() throws {
    let path = "Sources/recast-codegen/recast-codegen.docc/Differences.md"
    let page = try String(contentsOf: PackageFolder.root.appendingPathComponent(path), encoding: .utf8)
    var comparison = try Self.comparison()
    comparison.changes = comparison.changes.filter { $0.id == "response-property-enum-value-added" }
    let current = SemanticVersion("1.4.2")
    for (format, language) in [(ChangeReportFormat.json, "json"), (.text, "")] {
      let text = format.render([comparison], current: current, base: Self.base)
      #expect(page.contains("```\(language)\n\(text)```\n"), "\(text)")
    }
  }

  private static let base = ReportBase(
    root: URL(fileURLWithPath: "/project"),
    folder: URL(fileURLWithPath: "/project/spec")
  )

  private static func comparison() throws -> DocumentComparison {
    let (old, new) = (try side("old.yaml"), try side("new.yaml"))
    var log = DiagnosticLog()
    let root = try #require(YAMLParser.parse(try file("notes.yaml"), log: &log))
    let notes = ChangeNotes(reading: root, log: &log)
    #expect(log.diagnostics.isEmpty)
    let changes = notes.applied(to: DocumentDiff.changes(from: old, to: new), state: "new")
    return DocumentComparison(old: "old.yaml", new: "new.yaml", changes: changes)
  }

  private static func side(_ name: String) throws -> DiffSide { try Comparing.side(file(name).bytes, path: name) }

  private static func file(_ name: String) throws -> SourceFile {
    SourceFile(path: name, bytes: Array(try Data(contentsOf: folder.appendingPathComponent(name))))
  }
}

@Suite("Notes on changes")
struct ChangeNotesTests {
  @Test(
    "that make no sense are errors with places",
    arguments: [
      ("[]", "a file of notes has a list called `notes`"),
      ("notes: [{id: endpoint-added}]", "a note has no `id` or no `text`"),
      ("notes: [{id: endpoint-aded, text: a}]", "there is no kind of change called `endpoint-aded`"),
      ("notes: [{id: endpoint-added, text: a, sinse: b}]", "unknown key `sinse` in a note"),
      ("notes: [{id: endpoint-added, text: a, swift: broken}]", "`broken` is no effect on Swift code"),
      ("notes: [{id: endpoint-added, text: a, operation: /items}]", "`/items` is no operation"),
    ]
  )
  func mistakes(_ text: String, _ message: String) throws {
    var log = DiagnosticLog()
    let root = try #require(YAMLParser.parse(SourceFile(path: "notes.yaml", bytes: Array(text.utf8)), log: &log))
    _ = ChangeNotes(reading: root, log: &log)
    #expect(log.diagnostics.map(\.message) == [message])
    #expect(log.hasErrors && log.diagnostics.allSatisfy { $0.span != nil })
  }
}

@Suite("Ignored changes")
struct IgnoreListTests {
  @Test("are named by fingerprint, by id, or by id and operation")
  func rules() throws {
    let changes = try Comparing.changes(
      SmallDocument(sent: "{type: string}", answered: "{type: string}").text,
      SmallDocument(
        parameters: "{name: q, in: query, schema: {type: string}}",
        sent: "{type: string, maxLength: 3}",
        answered: "{type: integer}"
      ).text
    )
    #expect(changes.count == 3)
    let list = IgnoreList(
      reading: """
        # accepted
        \(changes[2].fingerprint)  # the type
        request-property-max-length-set POST /things
        request-property-max-length-set POST /others

        endpoint-added
        """
    )
    let (left, unused) = list.remaining(of: changes)
    #expect(left.map(\.id) == ["new-optional-request-parameter"])
    #expect(unused == [4, 6])
  }
}
