import RecastClientGenerator
import Testing

@Suite("Output manifest")
struct OutputManifestTests {
  private let files = [(path: "Schemas/Report.swift", contents: "struct A {}\n"), (path: "Shop.swift", contents: "")]

  @Test("reads what it writes, sorted by path")
  func roundTrip() {
    let manifest = OutputManifest(files.reversed())
    #expect(OutputManifest(reading: manifest.text) == manifest)
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
    #expect(OutputManifest(reading: "0000000000000000 \(path)\n").fingerprints.isEmpty)
  }

  @Test("passes over lines that are none of its own")
  func foreignLines() {
    let text = "# comment\n\nnonsense\n0123456789abcdef Shop.swift\n<<<<<<< HEAD\n"
    #expect(OutputManifest(reading: text).fingerprints == ["Shop.swift": "0123456789abcdef"])
  }
}
