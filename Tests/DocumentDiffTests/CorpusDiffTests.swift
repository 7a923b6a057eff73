import RecastDiagnostics
import RecastDocumentDiff
import RecastFuzz
import RecastTestSupport
import Testing

/// Real documents, some of them large, some leading back to themselves on many ways.
@Suite("Real documents", .enabled(if: Corpus.isExpected), .ownThread(within: .seconds(120)))
struct CorpusDiffTests {
  private static let documents = (try? Corpus.documents(below: ["public"])) ?? []

  @Test("are found") func found() { #expect(Self.documents.count > 20) }

  @Test("do not differ from themselves", arguments: documents)
  func same(_ path: String) throws {
    let bytes = try Corpus.bytes(of: path)
    // Some of them cannot be read at all, and another suite says which.
    var log = DiagnosticLog()
    guard let old = Comparing.side(bytes, path: path, &log), let new = Comparing.side(bytes, path: path, &log) else {
      return
    }
    #expect(DocumentDiff.changes(from: old, to: new, descriptions: true).map(\.sentence) == [])
  }

  @Test("that are unrelated differ in everything, and in bounded time")
  func unrelated() throws {
    let old = try Comparing.side(Corpus.bytes(of: "public/openai.yaml"), path: "old.yaml")
    let new = try Comparing.side(Corpus.bytes(of: "public/box.json"), path: "new.json")
    let changes = DocumentDiff.changes(from: old, to: new)
    #expect(changes.count { $0.id == "endpoint-added" } > 200)
    #expect(changes.allSatisfy { $0.id != "endpoint-added" || $0.swift == .additive })
  }
}

@Suite("Documents that nobody meant")
struct HostileDiffTests {
  @Test("are compared all the same", arguments: 1...40)
  func fuzz(_ seed: Int) {
    let documents = GoldenCase.all.compactMap { $0.text("document.yaml") }.map { Array($0.utf8) }
    var log = DiagnosticLog()
    let sides = [seed, seed + 1].compactMap { seed in
      Comparing.side(FuzzCase(seed: UInt64(seed), documents: documents).document, path: "\(seed).yaml", &log)
    }
    guard let first = sides.first, let last = sides.last else { return }
    let (there, back) = (DocumentDiff.changes(from: first, to: last), DocumentDiff.changes(from: last, to: first))
    // A schema that nothing refers to is missed when it goes, and no news when it comes.
    let isMutual: (Change) -> Bool = { $0.id != "api-schema-removed" }
    #expect(there.contains(where: isMutual) == back.contains(where: isMutual))
    for change in there + back { #expect(ChangeCatalog.entry(named: change.id) != nil, "\(change.id)") }
  }

  @Test("long chains of references, many alternatives and circles take little time", .ownThread(within: .seconds(60)))
  func large() throws {
    let count = 1000
    let chain = (0..<count).map { position in
      "    C\(position): {type: object, properties: {next: {$ref: '#/components/schemas/C\((position + 1) % count)'}, a: TYPE}}"
    }
    let union = (0..<count).map { "{type: object, required: [m\($0)], properties: {m\($0): {type: string}}}" }
    let text = """
      openapi: 3.1.0
      info: {title: Large, version: "1"}
      paths:
        /a: {get: {responses: {"200": {description: a, content: {application/json: {schema: {$ref: '#/components/schemas/C0'}}}}}}}
        /b: {get: {responses: {"200": {description: b, content: {application/json: {schema: {oneOf: [\(union.joined(separator: ", "))]}}}}}}}
      components:
        schemas:
      \(chain.joined(separator: "\n"))
      """
    let old = text.replacing("TYPE", with: "{type: string}")
    let new = text.replacing("TYPE", with: "{type: integer}").replacing("[m", with: "[n").replacing("{m", with: "{n")
    let changes = try Comparing.changes(old, new)
    #expect(changes.count { $0.id == "response-property-type-changed" } == count)
    #expect(changes.count { $0.id == "response-body-one-of-added" } == count)
  }
}
