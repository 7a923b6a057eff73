import RecastClientGenerator
import RecastDiagnostics
import RecastTestSupport
import RecastYAMLReader
import Testing

@testable import RecastCorpus

/// What was generated is compared with what the document holds.
@Suite("The comparison of document and client")
struct CoverageTests {
  private static let document = """
    openapi: 3.0.3
    info: {title: Shop, version: '1'}
    paths:
      /items:
        get:
          responses:
            '200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Item'}}}}
    components:
      schemas:
        Item:
          type: object
          properties:
            id: {type: integer}
            tags: {type: array, items: {type: string}}
            any: {}
    """

  @Test("finds everything in a client that has everything")
  func complete() throws {
    let coverage = try Self.coverage(Self.document)
    #expect(coverage.losses.map(\.description) == [])
    #expect(coverage.operations == (documented: 1, emitted: 1))
    #expect(coverage.properties == (documented: 3, emitted: 3))
    // `any` states no type, so that nothing of it can be lost.
    #expect(coverage.types == (stated: 2, kept: 2))
  }

  @Test("finds what a client does not have")
  func losses() throws {
    // The plan is that of another document: all places in this one are unknown to it.
    let file = SourceFile(path: "other.yaml", bytes: Array(Self.document.utf8))
    var log = DiagnosticLog()
    let output = try #require(Generator.generate(GeneratorInput(document: file), log: &log))
    let coverage = try Self.coverage(Self.document, plan: output)
    #expect(
      coverage.losses.map(\.description) == [
        "operation #/paths/~1items/get", "property #/components/schemas/Item/properties/id",
        "property #/components/schemas/Item/properties/tags", "property #/components/schemas/Item/properties/any",
      ]
    )
    #expect(coverage.operations == (documented: 1, emitted: 0))
  }

  @Test("sees through arrays, maps and references which types were lost")
  func types() throws {
    let coverage = try Self.coverage(
      """
      openapi: 3.0.3
      info: {title: Shop, version: '1'}
      paths: {}
      components:
        schemas:
          Anything: {}
          Undecidable: {oneOf: [{type: string, format: date-time}, {type: string}]}
          Item:
            type: object
            properties:
              one: {$ref: '#/components/schemas/Undecidable'}
              many: {type: array, items: {$ref: '#/components/schemas/Undecidable'}}
              map: {type: object, additionalProperties: {$ref: '#/components/schemas/Undecidable'}}
              anything: {type: array, items: {$ref: '#/components/schemas/Anything'}}
      """
    )
    #expect(coverage.types.stated == 4)
    #expect(coverage.types.kept == 4 - coverage.untyped.count)
    #expect(!coverage.untyped.contains { $0.description.hasSuffix("anything") })
  }

  private static func coverage(_ text: String, plan: GeneratorOutput? = nil) throws -> Coverage {
    let file = SourceFile(path: "shop.yaml", bytes: Array(text.utf8))
    var log = DiagnosticLog()
    let root = try #require(YAMLParser.parse(file, log: &log))
    let output = try #require(plan ?? Generator.generate(GeneratorInput(document: file), log: &log))
    return Coverage(root: root, file: file, plan: output.plan, diagnostics: log.diagnostics)
  }
}
