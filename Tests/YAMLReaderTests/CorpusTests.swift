import Foundation
import RecastDiagnostics
import RecastTestSupport
import RecastYAMLReader
import Testing

@Suite("Real documents", .enabled(if: Corpus.isExpected), .ownThread)
struct CorpusTests {
  @Test("Every document is read, except those that are invalid on purpose")
  func readsAll() throws {
    let documents = try Corpus.documents(below: ["rswag", "public", "features"])
    #expect(documents.count > 100)
    for document in documents {
      let reading = Reading(bytes: try Corpus.bytes(of: document))
      #expect(reading.log.hasErrors == document.contains("INVALID"), "\(document): \(reading.rendered)")
    }
  }

  @Test("JSON documents say what Foundation reads from them")
  func sameAsFoundation() throws {
    for document in try Corpus.documents(below: ["rswag", "features"]) where document.hasSuffix(".json") {
      let bytes = try Corpus.bytes(of: document)
      let expected = try JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
      let root = try #require(Reading(bytes: bytes).root)
      #expect(
        NSDictionary(object: expected, forKey: "" as NSString)
          == NSDictionary(object: JSONTree.value(root), forKey: "" as NSString),
        "\(document)"
      )
    }
  }

  @Test("Every scalar's span covers its text, and every child lies within its parent")
  func spans() throws {
    for document in try Corpus.documents(below: ["rswag", "features"]) {
      guard let root = Reading(bytes: try Corpus.bytes(of: document)).root else { continue }
      var pending = [root]
      while let node = pending.popLast() {
        for child in node.items.map(\.span) + node.entries.map(\.keySpan) where node.span.range.count > 0 {
          #expect(node.span.range.overlaps(child.range) || child.range.isEmpty, "\(document) \(child)")
        }
        if let text = node.scalarText, !text.contains("\n"), node.span.range.count == text.utf8.count {
          #expect(node.span.text == text, "\(document) \(node.span)")
        }
        pending += node.items
        pending += node.entries.map(\.value)
      }
    }
  }
}
