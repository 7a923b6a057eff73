import Foundation
import RecastTestSupport
import Testing

@Suite("recast-codegen overlay")
struct OverlayCommandTests {
  private static let overlay = """
    overlay: 1.1.0
    info: {title: Corrections, version: "1"}
    actions:
      - {target: "$.components.schemas[?@.type != 'array']", remove: true}
      - {target: $.info, update: {description: "One\\nTwo\\n", x-old: no}}
      - {target: "$.paths['/none']", remove: true}

    """

  private func workplace() throws -> Workplace {
    let work = try Workplace()
    try work.folder.write(Self.overlay, to: "spec/overlays/a.overlay.yaml")
    return work
  }

  private let yaml = """
    openapi: "3.0.3"
    info:
      title: Shop
      version: "1"
      description: |
        One
        Two
      x-old: "no"
    paths:
      /items:
        get:
          operationId: listItems
          description: Lists items.
          responses:
            "200":
              description: All of them.
              content:
                application/json:
                  schema:
                    $ref: "#/components/schemas/ItemList"
    components:
      schemas:
        ItemList:
          type: array
          items:
            $ref: "#/components/schemas/Item"

    """

  @Test("prints the document, and says what matches nothing")
  func print() async throws {
    let result = try await workplace().run("overlay")
    #expect(result.status == 0)
    #expect(result.output == yaml)
    #expect(result.error.contains("spec/overlays/a.overlay.yaml:6:22: warning: the target matches nothing"))
  }

  @Test("writes JSON or YAML, as the name of the file or the option says")
  func formats() async throws {
    let work = try workplace()
    let result = try await work.run("overlay", "--output", "out.json")
    #expect(result.status == 0)
    #expect(result.output == "1 overlay applied: out.json\n")
    #expect(work.folder.text("out.json")?.hasPrefix("{\n  \"openapi\": \"3.0.3\",\n  \"info\": {\n") == true)
    _ = try await work.run("overlay", "--output", "out.json", "--format", "yaml")
    #expect(work.folder.text("out.json") == yaml)
    let again = try await work.run("overlay", "--document", "out.json", "--format", "yaml")
    #expect(again.output == yaml)
  }

  @Test("writes through a symbolic link, which stays one")
  func link() async throws {
    let work = try workplace()
    let link = work.folder.url.appendingPathComponent("link.yaml")
    try work.folder.write("old and longer than what comes: \(yaml)", to: "kept/real.yaml")
    try FileManager.default.createSymbolicLink(atPath: link.path, withDestinationPath: "kept/real.yaml")
    #expect(try await work.run("overlay", "--output", "link.yaml").status == 0)
    #expect(try FileManager.default.destinationOfSymbolicLink(atPath: link.path) == "kept/real.yaml")
    #expect(work.folder.text("kept/real.yaml") == yaml)
    #expect(work.folder.files(below: "kept") == ["real.yaml"])
  }

  @Test("fails when an action matches nothing and that was asked for")
  func strict() async throws {
    let work = try workplace()
    for command in [["overlay"], ["generate"]] {
      let result = try await work.run(command[0], "--strict-overlays")
      #expect(result.status == 1)
      #expect(result.output.isEmpty)
      #expect(result.error.contains("a.overlay.yaml:6:22: error: the target matches nothing"))
    }
    let optional = Self.overlay.replacing("'/none']\", ", with: "'/none']\", x-client-optional: true, ")
    try work.folder.write(optional, to: "spec/overlays/a.overlay.yaml")
    let result = try await work.run("overlay", "--strict-overlays", "--strict")
    #expect(result.status == 0)
    #expect(result.error.isEmpty)
  }

  @Test("does not mix findings for programs with the document")
  func mixed() async throws {
    let result = try await workplace().run("overlay", "--diagnostics", "json")
    #expect(result.status != 0)
    #expect(result.error.contains("give one of them a file"))
  }
}
