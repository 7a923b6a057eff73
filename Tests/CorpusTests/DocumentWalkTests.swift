import RecastClientGenerator
import RecastDiagnostics
import RecastTestSupport
import RecastYAMLReader
import Testing

@testable import RecastCorpus

/// The walk that counts what a document holds finds every property and operation, and knows what was said about it.
@Suite("The walk over a document")
struct DocumentWalkTests {
  @Test("finds properties wherever a schema can stand, and nowhere else")
  func properties() throws {
    let walk = try Walked(
      """
      openapi: 3.1.0
      x-ignored: {properties: {no: {}}}
      paths:
        /a:
          parameters: [{name: f, in: query, schema: {properties: {inParameter: {}}}}]
          post:
            requestBody:
              content:
                application/json:
                  example: {properties: {no: {}}}
                  schema:
                    allOf: [{properties: {inPart: {default: {properties: {no: {}}}}}}]
            responses:
              x-note: {content: {a/b: {schema: {properties: {no: {}}}}}}
              '200':
                headers: {X-Rate: {schema: {properties: {inHeader: {}}}}}
                content: {a/b: {schema: {items: {additionalProperties: {properties: {inValue: {}}}}}}}
            callbacks: {done: {'{$url}': {post: {requestBody: {content: {a/b: {schema: {properties: {called: {}}}}}}}}}}
      components:
        schemas:
          One: {properties: {x-real: {enum: [{properties: {no: {}}}]}}, $defs: {D: {properties: {defined: {}}}}}
        responses:
          Two: {content: {a/b: {schema: {oneOf: [{$ref: '#/components/schemas/One'}, {properties: {other: {}}}]}}}}
      """
    ).walk
    let names = walk.properties.map { $0.pointer.split(separator: "/").last.map(String.init) ?? "" }
    let expected = [
      "inParameter", "inPart", "inHeader", "inValue", "called", "x-real", "defined", "other",
    ]
    #expect(names.sorted() == expected.sorted())
  }

  @Test("counts an operation once for each path that leads to it, and knows which are called")
  func operations() throws {
    let walk = try Walked(
      """
      openapi: 3.1.0
      paths:
        /a: {get: {}, parameters: [], post: {callbacks: {done: {'{$url}': {put: {}}}}}}
        /b: {$ref: '#/components/pathItems/Shared'}
        /c: {$ref: '#/components/pathItems/Shared'}
        /d: {$ref: '#/paths/~1d'}
        x-e: {get: {}}
      webhooks: {happened: {post: {}}}
      components:
        pathItems: {Shared: {delete: {}}}
      """
    ).walk
    let called = walk.operations.filter(\.isCalled).map(\.pointer).sorted()
    #expect(
      called == [
        "#/components/pathItems/Shared/delete", "#/components/pathItems/Shared/delete", "#/paths/~1a/get",
        "#/paths/~1a/post",
      ]
    )
    let others = Set(walk.operations.filter { !$0.isCalled }.map(\.pointer))
    #expect(others.isSuperset(of: ["#/webhooks/happened/post", "#/paths/~1a/post/callbacks/done/{$url}/put"]))
  }

  @Test(
    "takes a finding for a report of what it lies on, around or directly within",
    arguments: [
      ("get", ["outer", "inner", "other"]), ("outer", ["outer", "inner"]), ("inner", ["inner"]),
      ("format", ["inner"]), ("shown", []), ("openapi", []),
    ]
  )
  func reports(at word: String, about expected: [String]) throws {
    let text = """
      openapi: 3.1.0
      paths:
        /a:
          get:
            summary: shown
            responses:
              '200':
                content:
                  application/json:
                    schema:
                      properties:
                        outer:
                          properties:
                            inner: {format: odd}
                        other: {}
      """
    let found = try Walked(text, reportedAt: word)
    let reported = OwnFindings(found.walk.properties, findings: found.findings)
    let names = found.walk.properties.filter { $0.isReportedAbove || reported.contains($0) }.map(\.key.text)
    #expect(Set(names) == Set(expected))
  }
}

/// A document that was walked.
private struct Walked {
  let walk: DocumentWalk
  let findings: FindingIndex

  /// - Parameter word: where the document is reported to be odd: where the word is first written.
  init(_ text: String, reportedAt word: String? = nil) throws {
    let file = SourceFile(path: "/document.yaml", bytes: Array(text.utf8))
    var log = DiagnosticLog()
    let root = try #require(YAMLParser.parse(file, log: &log))
    if let word, let place = text.range(of: word) {
      let start = text.utf8.distance(from: text.startIndex, to: place.lowerBound)
      log.warning(DiagnosticTag("odd"), "odd", at: file.span(start..<start + word.utf8.count))
    }
    findings = FindingIndex(log.diagnostics, sections: ["paths", "components"].compactMap { root[$0]?.span })
    walk = DocumentWalk(root: root, parts: DocumentParts(root: root, file: file), findings: findings)
  }
}
