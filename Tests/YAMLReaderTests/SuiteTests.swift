import Foundation
import RecastDiagnostics
import RecastTestSupport
import RecastYAMLReader
import Testing

/// Every case of https://github.com/yaml/yaml-test-suite, compared with what the suite expects.
@Suite("yaml-test-suite", .enabled(if: Corpus.isExpected), .ownThread)
struct SuiteTests {
  private struct Bundle: Decodable {
    let tests: [Case]
  }

  private struct Case: Decodable {
    let id: String
    let name: String
    let fail: Bool
    let yaml: String
    /// The values of all documents, where JSON can express them.
    let json: String?
    let events: String
  }

  @Test("Every case comes out as expected, except those that are listed with a reason")
  func comparison() throws {
    let bundle = Data(try Corpus.bytes(of: "yaml-test-suite/yaml-test-suite.json"))
    let cases = try JSONDecoder().decode(Bundle.self, from: bundle).tests
    #expect(cases.count == 402)
    var listed: [String: SuiteDifference] = [:]
    for difference in SuiteDifference.all {
      for id in difference.cases { #expect(listed.updateValue(difference, forKey: id) == nil, "\(id) is listed twice") }
    }
    for item in cases {
      let expected = listed.removeValue(forKey: item.id)
      let actual = outcome(of: item)
      #expect(actual == expected?.outcome ?? .same, "\(item.id), \(item.name): \(expected?.reason ?? "not listed")")
    }
    #expect(listed.isEmpty, "no such cases: \(listed.keys.sorted())")
  }

  private func outcome(of item: Case) -> SuiteDifference.Outcome {
    let reading = Reading(item.yaml)
    if item.fail { return reading.root == nil ? .same : .acceptsInvalid }
    guard let root = reading.root else {
      // No document at all is valid YAML, and nothing that could be handed on.
      let isEmpty = !item.events.contains("+DOC") && reading.log.diagnostics.map(\.tag) == [.emptyDocument]
      return isEmpty ? .same : .rejectsValid
    }
    guard let json = item.json, let expected = firstValue(of: json) else { return .same }
    return NSArray(object: expected) == NSArray(object: JSONTree.value(root)) ? .same : .readsOtherwise
  }

  /// The first of several JSON values, each of which starts on a line of its own.
  private func firstValue(of stream: String) -> Any? {
    var text = ""
    for line in stream.split(separator: "\n") {
      text += line + "\n"
      let value = try? JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
      if let value { return value }
    }
    return nil
  }
}
