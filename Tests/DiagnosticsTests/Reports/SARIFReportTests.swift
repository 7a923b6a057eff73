import Foundation
import RecastDiagnosticReports
import RecastDiagnostics
import Testing

@Suite("Findings as SARIF 2.1.0")
struct SARIFReportTests {
  @Test("satisfy the rules of the published schema")
  func schema() throws {
    let log = try #require(try report(SampleLog.log()) as? [String: Any])
    #expect(SARIFRules.faults(log) == [])
  }

  @Test("name files relative to the repository as a URI, and others in full")
  func paths() throws {
    let base = SampleLog.base
    let file = { SourceFile(path: $0, bytes: Array("x".utf8)) }
    let uris = try ["a/./b.yaml", "../spec/ä #1.yaml", "../../other/x.yaml", "/repository/y.yaml", "/tmp/100%.yaml"]
      .map { path in
        var log = DiagnosticLog()
        log.warning(.duplicateKey, "twice", at: file(path).span)
        let place = try #require(try locations(report(log, base: base)).first)
        return try #require(place["artifactLocation"] as? [String: String])
      }
    #expect(
      uris.map { $0["uri"] } == [
        "api/a/b.yaml", "spec/%C3%A4%20%231.yaml", "file:///other/x.yaml", "y.yaml", "file:///tmp/100%25.yaml",
      ]
    )
    #expect(uris.map { $0["uriBaseId"] } == ["%SRCROOT%", "%SRCROOT%", nil, "%SRCROOT%", nil])
  }

  @Test("count lines and columns from 1, columns in code points, and end behind the last one")
  func regions() throws {
    let log = try report(SampleLog.log())
    let regions = locations(log).compactMap { $0["region"] as? [String: Int] }
    #expect(regions.first == ["startLine": 1, "startColumn": 11, "endLine": 1, "endColumn": 22])
    #expect(regions.last == ["startLine": 2, "startColumn": 9, "endLine": 3, "endColumn": 5])
  }

  @Test("bring the whole catalogue along, with help, and each finding points at its rule")
  func rules() throws {
    let run = try #require(run(try report(SampleLog.log())))
    let driver = try #require((run["tool"] as? [String: Any])?["driver"] as? [String: Any])
    let rules = try #require(driver["rules"] as? [[String: Any]])
    #expect(rules.count == DiagnosticCatalog.entries.count)
    for result in try #require(run["results"] as? [[String: Any]]) {
      let index = try #require(result["ruleIndex"] as? Int)
      #expect(rules[index]["id"] as? String == result["ruleId"] as? String)
    }
  }

  private func report(_ log: DiagnosticLog, base: ReportBase = SampleLog.base) throws -> Any {
    let text = ReportFormat.sarif.render(log, base: base)
    return try JSONSerialization.jsonObject(with: Data(text.utf8))
  }

  private func run(_ log: Any) -> [String: Any]? { ((log as? [String: Any])?["runs"] as? [[String: Any]])?.first }

  private func locations(_ log: Any) -> [[String: Any]] {
    let results = run(log)?["results"] as? [[String: Any]] ?? []
    return results.flatMap { $0["locations"] as? [[String: Any]] ?? [] }
      .compactMap { $0["physicalLocation"] as? [String: Any] }
  }
}
