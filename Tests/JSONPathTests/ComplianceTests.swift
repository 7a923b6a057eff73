import Foundation
import RecastDiagnostics
import RecastJSONPath
import RecastTestSupport
import RecastYAMLReader
import Testing

/// The JSONPath compliance suite, case by case.
@Suite("Compliance with RFC 9535", .enabled(if: Corpus.isExpected), .ownThread)
struct ComplianceTests {
  private func cases() throws -> YAMLItems {
    var log = DiagnosticLog()
    let file = SourceFile(path: "cts.json", bytes: try Corpus.bytes(of: "jsonpath/cts.json"))
    let suite = try #require(YAMLParser.parse(file, log: &log))
    #expect(log.diagnostics.isEmpty)
    return try #require(suite["tests"]).items
  }

  @Test("Every path that is none is refused, at a place within it")
  func invalid() throws {
    let cases = try cases().filter { $0["invalid_selector"]?.bool == true }
    #expect(cases.count == 247)
    for test in cases {
      let selector = try #require(test["selector"]?.scalarText)
      let problem = Reading(selector).problem
      #expect(problem != nil, "\(selector) was accepted")
      #expect(selector.isEmpty || problem?.span.range.lowerBound ?? 0 <= selector.utf8.count)
    }
  }

  @Test("Every path selects what it should, in the order it should")
  func results() throws {
    let cases = try cases().filter { $0["invalid_selector"]?.bool != true }
    #expect(cases.count == 456)
    for test in cases {
      let selector = try #require(test["selector"]?.scalarText)
      let document = try #require(test["document"])
      let path = try #require(Reading(selector).path, "\(selector): \(Reading(selector).words)")
      let selection = try path.select(in: document)
      let results = try alternatives(test, "result")
      let found = selection.matches.map(\.node)
      #expect(results.contains { isEqual(found, Array($0.items)) }, "\(selector) selects \(found.map(\.span.text))")
      let paths = try alternatives(test, "result_paths")
      let places = selection.matches.map(selection.normalizedPath)
      #expect(paths.contains { $0.items.compactMap(\.string) == places }, "\(selector) selects \(places)")
    }
  }

  /// Where a mapping has no order, the suite gives several results under a plural key.
  private func alternatives(_ test: YAMLNode, _ key: String) throws -> [YAMLNode] {
    if let only = test[key] { return [only] }
    return Array(try #require(test[key.replacingOccurrences(of: "result", with: "results")]).items)
  }

  private func isEqual(_ found: [YAMLNode], _ expected: [YAMLNode]) -> Bool {
    found.count == expected.count && zip(found, expected).allSatisfy { $0.isEqual(to: $1) }
  }
}
