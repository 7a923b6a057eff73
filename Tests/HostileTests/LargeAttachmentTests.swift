import RecastClientGenerator
import RecastDiagnostics
import RecastTestSupport
import Testing

/// Locations that lead to very much, or nowhere in very many ways, cost no more than the document's size.
@Suite("Attachments that are too much")
struct LargeAttachmentTests {
  /// A kind of excess.
  struct Excess: Sendable, CustomTestStringConvertible {
    let name: String
    let entries: @Sendable () -> String
    let answer: @Sendable () -> String
    var schemas: @Sendable () -> String = { "" }

    var testDescription: String { name }
  }

  static let excesses = [
    Excess(
      name: "500 schemas with one name",
      entries: { list(500) { "        /response/p\($0): {name: Same}\n" } },
      answer: { "{properties: {" + list(500) { "p\($0): {properties: {m\($0): {type: string}}}, " } + "}}" }
    ),
    Excess(
      name: "500 schemas with one name and nothing in common",
      entries: { list(500) { "        /response/p\($0): {name: Same}\n" } },
      answer: {
        "{properties: {" + list(500) { "p\($0): {\($0 % 2 == 0 ? "type: string" : "properties: {m: {}}")}, " } + "}}"
      }
    ),
    Excess(
      name: "500 names for one schema",
      entries: { list(500) { "        /response/p\($0): {name: Name\($0)}\n" } },
      answer: { "{properties: {" + list(500) { "p\($0): {$ref: '#/components/schemas/S0'}, " } + "}}" },
      schemas: { "    S0: {properties: {" + list(10) { "m\($0): {type: string}, " } + "}}\n" }
    ),
    Excess(
      name: "a location of 150 steps",
      entries: { "        /response" + list(150) { _ in "/next" } + ": {name: Last}\n" },
      answer: { "{$ref: '#/components/schemas/S0'}" },
      schemas: { "    S0: {properties: {next: {$ref: '#/components/schemas/S0'}}}\n" }
    ),
    Excess(
      name: "alternatives doubled 40 times",
      entries: { list(200) { "        /response/m\($0): {name: Name\($0)}\n" } },
      answer: { "{$ref: '#/components/schemas/S0'}" },
      schemas: {
        list(40) { "    S\($0): {oneOf: [\(two($0 + 1)), {allOf: [\(two($0 + 1))]}]}\n" }
          + "    S40: {properties: {m: {type: string}}}\n"
      }
    ),
    Excess(
      name: "aliases doubled 30 times",
      entries: { list(50) { "        /response/m\($0): {name: Name\($0)}\n" } },
      answer: { "{$ref: '#/components/schemas/S29'}" },
      schemas: {
        "    S0: &a0 {properties: {m0: {type: string}}}\n"
          + list(29) { "    S\($0 + 1): &a\($0 + 1) {oneOf: [*a\($0), *a\($0)]}\n" }
      }
    ),
    Excess(
      name: "a circle of 500 references",
      entries: { "        /response: {name: Circle}\n" },
      answer: { "{$ref: '#/components/schemas/S0'}" },
      schemas: { list(500) { "    S\($0): {$ref: '#/components/schemas/S\(($0 + 1) % 500)'}\n" } }
    ),
    Excess(
      name: "100 enumerations of 500 values",
      entries: { list(100) { "        /response/p\($0): {name: Same}\n" } },
      answer: {
        let values = { (schema: Int) in list(500) { "v\(schema * 250 + $0), " } }
        return "{properties: {" + list(100) { "p\($0): {type: string, enum: [\(values($0))]}, " } + "}}"
      }
    ),
    Excess(
      name: "200 tables of 20 variants",
      entries: {
        list(200) { form in
          let rows = list(20) { "v\($0): {name: Variant\(form)x\($0), members: [a]}, " }
          return "        /response/p\(form): {name: Form\(form), "
            + "variants: {discriminator: kind, type: Kind, members: {a: {type: string}}, values: {\(rows)}}}\n"
        }
      },
      answer: { "{properties: {" + list(200) { "p\($0): {type: object, properties: {b: {type: string}}}, " } + "}}" }
    ),
  ]

  @Test("take their time and no more", .ownThread(within: .seconds(60)), arguments: excesses)
  func bounded(_ excess: Excess) {
    let text = """
      openapi: 3.1.0
      info: {title: Shop, version: "1"}
      paths:
        /items:
          get:
            operationId: getItems
            x-client-schemas:
      \(excess.entries())      responses:
              "200":
                description: Items
                content: {application/json: {schema: \(excess.answer())}}
      components:
        schemas:
          Other: {type: string}
      \(excess.schemas())
      """
    var log = DiagnosticLog()
    let file = SourceFile(path: "document.yaml", bytes: Array(text.utf8))
    let output = Generator.generate(GeneratorInput(document: file), log: &log)
    #expect(log.diagnostics.allSatisfy { $0.tag != .yamlSyntax }, "\(DiagnosticRenderer().render(log))")
    #expect(output != nil || log.hasErrors)
  }

  private static func list(_ count: Int, _ item: (Int) -> String) -> String { (0..<count).map(item).joined() }

  private static func two(_ number: Int) -> String {
    "{$ref: '#/components/schemas/S\(number)'}, {$ref: '#/components/schemas/S\(number)'}"
  }
}
