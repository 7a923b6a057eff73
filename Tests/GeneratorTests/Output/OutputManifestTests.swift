import RecastClientGenerator
import RecastClientPlan
import RecastDiagnostics
import Testing

@Suite("Output manifest")
struct OutputManifestTests {
  private let files = [(path: "Schemas/Report.swift", contents: "struct A {}\n"), (path: "Shop.swift", contents: "")]

  @Test("reads what it writes, sorted by path")
  func roundTrip() {
    let manifest = OutputManifest(files.reversed())
    #expect(Self.read(manifest.text) == manifest)
    #expect(manifest.text == OutputManifest(files).text)
    #expect(manifest.text.hasSuffix("\n"))
  }

  @Test("owns a file as long as nobody edits it")
  func ownership() {
    let manifest = OutputManifest(files)
    #expect(manifest.owns("Schemas/Report.swift", with: Array("struct A {}\n".utf8)))
    #expect(!manifest.owns("Schemas/Report.swift", with: Array("struct A { }\n".utf8)))
    #expect(!manifest.owns("Other.swift", with: []))
  }

  @Test(
    "claims nothing outside its folder, whoever wrote it",
    arguments: [
      "../Package.swift", "../../x.swift", "/etc/x.swift", "a/../x.swift", "a/b/../../x.swift", "./x.swift", ".x.swift",
      "a//x.swift", "a/b/c.swift", "Package.resolved", "x.swift/", "", " ", "a/.hidden.swift", "~/x.txt",
    ]
  )
  func confined(_ path: String) {
    #expect(Self.read("0000000000000000 \(path)\n").fingerprints.isEmpty)
  }

  @Test("passes over lines that are none of its own, and says so")
  func foreignLines() {
    var log = DiagnosticLog()
    let manifest = Self.read("# comment\r\n\nnonsense\n0123456789abcdef Shop.swift\r\nschema Pet\r\n", &log)
    #expect(manifest.fingerprints == ["Shop.swift": "0123456789abcdef"])
    #expect(manifest.names.entries.map(\.name.text) == ["Pet"])
    #expect(log.diagnostics.map(\.tag) == [.brokenManifest])
  }

  @Test("reads both sides of a merge that nobody settled, and says so once")
  func conflict() {
    var log = DiagnosticLog()
    let text = "<<<<<<< HEAD\nschema Pet\n||||||| base\n=======\nschema PetSchema pet\n>>>>>>> other\n"
    #expect(Self.read(text, &log).names.entries.map(\.name.text) == ["Pet", "PetSchema"])
    #expect(log.diagnostics.map(\.tag) == [.brokenManifest])
  }

  @Test(
    "keeps any text as what has a name",
    arguments: ["", " ", "GET /pets  list ", "a%0Ab\n\r\u{202E}ü✓\u{0}", "é", "#"]
  )
  func keys(_ key: String) throws {
    let names = NameLock([
      NameLock.Entry(.member, in: [SwiftName.type("pet"), SwiftName.type("status")], SwiftName.value("old"), key: key)
    ])
    let manifest = OutputManifest([], names: names)
    #expect(Self.read(manifest.text) == manifest)
    #expect(manifest.text.utf8.allSatisfy { $0 == 0x0A || $0 >= 0x20 })
  }

  @Test(
    "takes nothing for a name that is none",
    arguments: [
      "schema", "schema ", "schema Pet.Status", "schema pet", "schema class", "type Pet.", "type .Pet",
      "type Pet..Status",
      "type Pet{}", "schema A;import", "schema `A`", "member Pet", "method pets", "call a.b", "schema 1", "Schema Pet",
      "schema Pet %G0", "schema Pet %1", "schema _", "type Pet/Status", "method pets.get.x y",
    ]
  )
  func notNames(_ line: String) {
    var log = DiagnosticLog()
    let names = Self.read(line + "\n", &log).names
    #expect(names.isEmpty)
    #expect(log.diagnostics.count == 1)
  }

  private static func read(_ text: String) -> OutputManifest {
    var log = DiagnosticLog()
    return read(text, &log)
  }

  private static func read(_ text: String, _ log: inout DiagnosticLog) -> OutputManifest {
    OutputManifest(reading: SourceFile(path: "manifest", bytes: Array(text.utf8)), log: &log)
  }
}
