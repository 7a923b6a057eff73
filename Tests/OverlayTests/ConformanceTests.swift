import Foundation
import RecastDiagnostics
import RecastOverlay
import RecastTestSupport
import RecastYAMLReader
import Testing

@Suite("Conformance", .enabled(if: Corpus.isExpected))
struct ConformanceTests {
  private func expect(_ overlay: String, on document: String, gives expected: String) throws {
    let application = Application(overlay: try Corpus.bytes(of: overlay), document: try Corpus.bytes(of: document))
    var log = DiagnosticLog()
    let wanted = YAMLParser.parse(SourceFile(path: expected, bytes: try Corpus.bytes(of: expected)), log: &log)
    let result = try #require(application.result, "\(overlay): \(application.rendered)")
    #expect(try result.isEqual(to: #require(wanted)), "\(overlay): \(outline(result))")
  }

  @Test(
    "The sets of the specification with plain targets give their outputs",
    arguments: [
      "add-a-license", "description-and-summary", "remove-example", "replace-servers-for-sandbox", "update-root",
    ]
  )
  func compliantSets(name: String) throws {
    let set = "overlay/oai-compliant-sets/\(name)"
    try expect("\(set)/overlay.yaml", on: "\(set)/openapi.yaml", gives: "\(set)/output.yaml")
  }

  @Test("The other sets are refused because of their targets")
  func beyondTheSubset() throws {
    for name in ["remove-matching-responses", "remove-property", "remove-server"] {
      let set = "overlay/oai-compliant-sets/\(name)"
      let application = Application(
        overlay: try Corpus.bytes(of: "\(set)/overlay.yaml"),
        document: try Corpus.bytes(of: "\(set)/openapi.yaml")
      )
      #expect(Set(application.log.diagnostics.map(\.tag)) == [.overlayUnsupported], "\(name)")
    }
  }

  @Test(
    "The cases of another implementation give their outputs",
    arguments: [
      ("overlay", "petstore", "output1"), ("building-description", "town", "town-building-description"),
      ("remove-example", "town", "town-remove-example"), ("update-root", "town", "town-root-updated"),
    ]
  )
  func otherImplementation(overlay: String, document: String, expected: String) throws {
    let folder = "overlay/lornajane-overlays-js"
    try expect(
      "\(folder)/overlays/\(overlay).yaml",
      on: "\(folder)/openapi/\(document).yaml",
      gives: "\(folder)/expected/\(expected).yaml"
    )
  }

  @Test(
    "Overlays that the schema accepts are read, and those that it rejects are reported",
    arguments: ["v1.0", "v1.1"]
  )
  func schemaTests(version: String) throws {
    for file in try Corpus.files(in: "overlay/oai-schema-tests/\(version)/pass") {
      let tags = Application(overlay: try Corpus.bytes(of: file), document: Array("a: 1".utf8)).log.diagnostics
        .filter { $0.severity == .error }.map(\.tag)
      #expect(Set(tags).isSubset(of: [.overlayUnsupported, .overlayMismatch]), "\(file): \(tags)")
    }
    for file in try Corpus.files(in: "overlay/oai-schema-tests/\(version)/fail") {
      let log = Application(overlay: try Corpus.bytes(of: file), document: Array("a: 1".utf8)).log
      #expect(log.diagnostics.contains { $0.tag != .overlayNoMatch }, "\(file)")
    }
  }
}
