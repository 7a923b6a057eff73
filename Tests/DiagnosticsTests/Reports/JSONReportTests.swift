import Foundation
import RecastDiagnosticReports
import RecastDiagnostics
import Testing

@Suite("Findings as JSON")
struct JSONReportTests {
  @Test("have the members that programs rely on")
  func members() {
    let expected = """
      {
        "diagnostics" : [
          {
            "help" : "did you mean `x`?",
            "label" : "left open",
            "location" : {
              "column" : 11,
              "endColumn" : 22,
              "endLine" : 1,
              "line" : 1,
              "path" : "my spec: 100%,ä.yaml"
            },
            "message" : "nothing is called `#/nothing`\\r\\n::error::50% of it",
            "notes" : [
              {
                "location" : {
                  "column" : 1,
                  "endColumn" : 7,
                  "endLine" : 2,
                  "line" : 2,
                  "path" : "my spec: 100%,ä.yaml"
                },
                "message" : "it is used here"
              },
              {
                "message" : "a fact, of its own"
              }
            ],
            "severity" : "warning",
            "tag" : "unresolved-reference"
          },

      """
    let text = ReportFormat.json.render(SampleLog.log(), base: SampleLog.base)
    #expect(text.hasPrefix(expected), "\(text)")
    let end = """
        "summary" : {
          "errors" : 1,
          "notes" : 1,
          "omitted" : 0,
          "warnings" : 1
        },
        "tool" : "recast-codegen",
        "version" : 1
      }

      """
    #expect(text.hasSuffix(end), "\(text)")
  }

  @Test("look as the documentation says")
  func documentation() throws {
    let page = URL(fileURLWithPath: #filePath).appendingPathComponent("../../../../Sources/recast-codegen/recast-codegen.docc/Diagnostics.md")
    let file = SourceFile(path: "api.yaml", bytes: Array("items: {$ref: \"#/Itme\" }".utf8))
    var log = DiagnosticLog()
    log.warning(
      .unresolvedReference,
      "nothing is called `#/Itme`",
      at: file.span(14..<22),
      label: "read as any value",
      notes: [.init("it is used here", at: file.span(of: "items"))],
      help: "did you mean `Item`?"
    )
    let text = try String(contentsOf: page.standardizedFileURL, encoding: .utf8)
    #expect(text.contains("```json\n\(ReportFormat.json.render(log, base: SampleLog.base))```\n"))
  }

  @Test("are a list without elements when there is nothing to say")
  func empty() throws {
    let text = ReportFormat.json.render(DiagnosticLog(), base: SampleLog.base)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    #expect((object["diagnostics"] as? [Any])?.isEmpty == true)
  }
}
