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
    "The sets of the specification give their outputs",
    arguments: [
      "add-a-license", "description-and-summary", "remove-example", "remove-matching-responses", "remove-property",
      "remove-server", "replace-servers-for-sandbox", "update-root",
    ]
  )
  func compliantSets(name: String) throws {
    let set = "overlay/oai-compliant-sets/\(name)"
    try expect("\(set)/overlay.yaml", on: "\(set)/openapi.yaml", gives: "\(set)/output.yaml")
  }

  @Test(
    "The cases of another implementation give their outputs",
    arguments: [
      ("overlay", "petstore", "output1"), ("building-description", "town", "town-building-description"),
      ("remove-example", "town", "town-remove-example"), ("update-root", "town", "town-root-updated"),
      ("remove-descriptions", "town", "town-remove-descriptions"),
      ("remove-properties", "town", "town-remove-properties"), ("remove-responses", "responses", "remove-responses"),
      ("remove-server", "openapi-with-servers", "one-less-server"),
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

  @Test("Cases of other implementations that no RFC or version covers are refused with a reason")
  func refusals() throws {
    for (overlay, tags) in [
      ("lornajane-overlays-js/overlays/empty", [.invalidOverlay]),
      ("lornajane-overlays-js/overlays/immutable", [.invalidOverlay, .overlayTarget]),
      ("lornajane-overlays-js/overlays/not-jsonpath", [.unknownOverlayKey, .overlayTarget]),
      ("lornajane-overlays-js/overlays/not-overlay", [.invalidOverlay, .unknownOverlayKey]),
      // Filters after `.*`, and the key selector `~`, are of older dialects; plain targets are of Overlay 1.1.
      ("speakeasy/overlay-old", [.overlayTarget]), ("speakeasy/overlay", [.overlayTarget]),
      ("speakeasy/overlay-generated", [.overlayMismatch]),
      ("speakeasy/overlay-mismatched", [.overlayMismatch, .overlayNoMatch]),
      ("speakeasy/overlay-zero-change", [.overlayMismatch]),
    ] as [(String, Set<DiagnosticTag>)] {
      let application = Application(
        overlay: try Corpus.bytes(of: "overlay/\(overlay).yaml"),
        document: try Corpus.bytes(of: "overlay/speakeasy/openapi.yaml")
      )
      #expect(application.result == nil)
      #expect(Set(application.log.diagnostics.map(\.tag)) == tags, "\(overlay): \(application.rendered)")
    }
  }

  /// The output was made from another version of the document; its examples are what the overlay is about.
  @Test("A large overlay of others gives the examples that it should")
  func examples() throws {
    let application = Application(
      overlay: try Corpus.bytes(of: "overlay/train-travel-microcks/overlays.yaml"),
      document: try Corpus.bytes(of: "public/train-travel.yaml")
    )
    var log = DiagnosticLog()
    let file = SourceFile(path: "", bytes: try Corpus.bytes(of: "overlay/train-travel-microcks/output-openapi.yaml"))
    let wanted = try #require(YAMLParser.parse(file, log: &log)?["paths"])
    let paths = try #require(application.result?["paths"], "\(application.rendered)")
    for path in wanted.entries {
      for method in path.value.entries where method.value.kind == .mapping {
        for key in ["parameters", "responses"] {
          guard let expected = method.value[key] else { continue }
          let place = "\(path.key) \(method.key) \(key)"
          #expect(paths[path.key]?[method.key]?[key]?.isEqual(to: expected) == true, "\(place)")
        }
      }
    }
    #expect(application.findings == ["overlay.yaml:53:69 warning overlay-no-match"])
  }

  @Test("Overlays of others are applied")
  func applications() throws {
    for (name, document) in [("allof_merge_extensions", "spec"), ("external_json_ref", "packageA/spec")] {
      let folder = "overlay/oapi-codegen/\(name)"
      let application = Application(
        overlay: try Corpus.bytes(of: "\(folder)/overlay.yaml"),
        document: try Corpus.bytes(of: "\(folder)/\(document).yaml")
      )
      #expect(application.result != nil && application.findings.isEmpty, "\(application.rendered)")
    }
  }

  @Test(
    "Overlays that the schema accepts are read, and those that it rejects are reported",
    arguments: ["v1.0", "v1.1"]
  )
  func schemaTests(version: String) throws {
    for file in try Corpus.files(in: "overlay/oai-schema-tests/\(version)/pass") {
      let tags = Application(overlay: try Corpus.bytes(of: file), document: Array("a: 1".utf8)).log.diagnostics
        .filter { $0.severity == .error }.map(\.tag)
      // `@.x-oai-traits` was written before RFC 9535 was read closely: an unquoted name has no hyphen.
      let isExpected = file.hasSuffix("actions-traits-example.yaml") ? tags == [.overlayTarget] : tags.isEmpty
      #expect(isExpected, "\(file): \(tags)")
    }
    for file in try Corpus.files(in: "overlay/oai-schema-tests/\(version)/fail") {
      let log = Application(overlay: try Corpus.bytes(of: file), document: Array("a: 1".utf8)).log
      #expect(log.diagnostics.contains { $0.tag != .overlayNoMatch }, "\(file)")
    }
  }
}
