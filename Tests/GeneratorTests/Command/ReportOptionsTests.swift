import Foundation
import RecastTestSupport
import Testing

@Suite("What a command says of its findings")
struct ReportOptionsTests {
  /// A folder with a document that generates with one warning.
  private func odd() throws -> Workplace {
    let work = try Workplace()
    try work.replace("description: Lists items.", by: "descripton: Lists items.")
    return work
  }

  @Test("is text, and a count in the last line")
  func text() async throws {
    let result = try await odd().run("generate")
    #expect(result.status == 0)
    #expect(result.error.hasPrefix("spec/recast.yaml:7:7: warning: "), "\(result.error)")
    #expect(result.output.hasSuffix("removed; 1 warning\n"), "\(result.output)")
  }

  @Test("is nothing but JSON on standard output when JSON is wanted", arguments: ["generate", "check"])
  func json(_ command: String) async throws {
    let work = try odd()
    _ = try await work.run("generate")
    let result = try await work.run(command, "--diagnostics", "json")
    let report = try JSONSerialization.jsonObject(with: Data(result.output.utf8)) as? [String: Any]
    #expect((report?["summary"] as? [String: Int])?["warnings"] == 1)
    #expect(!result.error.contains("warning: ") && result.error.contains("4"), "\(result.error)")
  }

  @Test("is there in every form that is wanted, also when nothing can be generated")
  func several() async throws {
    let work = try odd()
    try work.replace("title: Shop,", by: "title: \"Shop,")
    let result = try await work.run(
      "generate",
      "--diagnostics",
      "text",
      "--diagnostics",
      "github",
      "--diagnostics",
      "sarif=findings.sarif"
    )
    #expect(result.status == 1)
    #expect(result.error.contains("error: `,` or `}` is expected here [yaml-syntax]\n2 | info:"), "\(result.error)")
    #expect(result.output.hasPrefix("::error file=spec/recast.yaml,line=2,col=32,"), "\(result.output)")
    #expect(work.folder.text("findings.sarif")?.contains("\"ruleId\" : \"yaml-syntax\"") == true)
  }

  @Test("has text beside it when it only goes to files")
  func file() async throws {
    let work = try odd()
    let result = try await work.run("generate", "--diagnostics", "json=findings.json")
    #expect(result.error.contains(": warning: "))
    #expect(work.folder.text("findings.json")?.hasPrefix("{\n  \"diagnostics\" : [") == true)
  }

  @Test("has one form on standard output, and only forms that there are", arguments: [["json", "sarif"], ["xml"]])
  func invalid(_ forms: [String]) async throws {
    let work = try odd()
    let options = forms.flatMap { ["--diagnostics", $0] }
    let command = PackageFolder.products.appendingPathComponent("recast-codegen")
    let result = try await Subprocess.run(command, ["generate"] + options, in: work.folder.url)
    #expect(result.status == 64)
    #expect(!work.folder.has("Generated"))
  }

  @Test("names files relative to the repository in a run of GitHub Actions")
  func repository() async throws {
    let work = try odd()
    let folder = work.folder.url
    let result = try await Subprocess.run(
      PackageFolder.products.appendingPathComponent("recast-codegen"),
      ["generate", "--diagnostics", "github"],
      in: folder,
      environment: ["GITHUB_WORKSPACE": folder.deletingLastPathComponent().path]
    )
    #expect(result.output.hasPrefix("::warning file=\(folder.lastPathComponent)/spec/recast.yaml,"), "\(result.output)")
  }

  @Test("is an error instead of a warning when it has to be strict, and nothing is written", arguments: [true, false])
  func strict(_ isOption: Bool) async throws {
    let work = try odd()
    if !isOption { try work.folder.write("strict: true\n", to: "spec/recast-codegen.yaml") }
    let result = isOption ? try await work.run("generate", "--strict") : try await work.run("generate")
    #expect(result.status == 1)
    #expect(result.error.hasPrefix("spec/recast.yaml:7:7: error: "), "\(result.error)")
    #expect(result.error.hasSuffix("1 error; nothing was written\n"), "\(result.error)")
    #expect(!work.folder.has("Generated"))
  }

  @Test("passes when it is strict and there is nothing to say")
  func strictAndClean() async throws {
    #expect(try await Workplace().run("generate", "--strict").status == 0)
  }

  @Test("counts as the configuration says")
  func severities() async throws {
    let work = try odd()
    try work.folder.write("severities: {unknown-key: ignore}\n", to: "spec/recast-codegen.yaml")
    let ignored = try await work.run("generate", "--strict")
    #expect(ignored.status == 0 && ignored.error == "", "\(ignored.error)")
    try work.folder.write("severities: {unknown-key: error}\n", to: "spec/recast-codegen.yaml")
    #expect(try await work.run("generate").status == 1)
  }
}
