import Foundation
import RecastClientGenerator
import RecastDiagnostics
import RecastTestSupport
import Testing

/// Documents that ask for more than anybody needs cost no more than their size, or are refused.
@Suite("Documents that are too much")
struct LargeDocumentTests {
  /// A kind of excess.
  struct Excess: Sendable, CustomTestStringConvertible {
    let name: String
    let schemas: @Sendable () -> String

    var testDescription: String { name }
  }

  static let excesses = [
    Excess(name: "2,000 properties") {
      "    S0:\n      properties:\n" + list(2_000) { "        p\($0): {type: string}\n" }
    },
    Excess(name: "an allOf of 2,000 parts") {
      "    S0:\n      allOf:\n"
        + list(2_000) { "        - {properties: {p\($0): {type: string}}, required: [p\($0)]}\n" }
    },
    Excess(name: "a oneOf of 2,000 alternatives") {
      "    S0:\n      oneOf:\n"
        + list(2_000) { "        - {properties: {p\($0): {type: string}}, required: [p\($0)]}\n" }
    },
    Excess(name: "an enum of 2,000 values") { "    S0:\n      enum:\n" + list(2_000) { "        - v\($0)\n" } },
    Excess(name: "a chain of 2,000 references") {
      list(2_000) { "    S\($0): {$ref: '#/components/schemas/S\($0 + 1)'}\n" } + "    S2000: {type: string}\n"
    },
    Excess(name: "a circle of 2,000 references") {
      list(2_000) { "    S\($0): {$ref: '#/components/schemas/S\(($0 + 1) % 2_000)'}\n" }
    },
    Excess(name: "arrays of arrays by 2,000 references") {
      list(2_000) { "    S\($0): {type: array, items: {$ref: '#/components/schemas/S\($0 + 1)'}}\n" }
    },
    Excess(name: "allOf doubled 60 times") { doubled("{allOf: [REF, {allOf: [REF]}]}") },
    Excess(name: "oneOf doubled 60 times") { doubled("{oneOf: [REF, {type: array, items: REF}]}") },
    Excess(name: "everything doubled 60 times") {
      doubled("{allOf: [{oneOf: [REF, REF]}, {anyOf: [REF, {allOf: [REF]}]}]}")
    },
    Excess(name: "members doubled 60 times that include others") {
      doubled("{properties: {a: {allOf: [REF, {properties: {b: {}}}]}, c: {allOf: [REF, {properties: {d: {}}}]}}}")
    },
    Excess(name: "60 unions of each other") {
      let all = list(60) { "{$ref: '#/components/schemas/S\($0)'}, " }
      return list(60) { "    S\($0): {oneOf: [\(all)]}\n" }
    },
    Excess(name: "a member that 2,000 parts describe") {
      "    S0:\n      allOf:\n" + list(2_000) { "        - {properties: {a: {properties: {p\($0): {}}}}}\n" }
    },
    Excess(name: "a limit that 2,000 parts state") {
      "    S0:\n      allOf:\n" + list(2_000) { "        - {properties: {a: {type: string, maxLength: \($0)}}}\n" }
    },
    Excess(name: "2,000 lists of one alternative") {
      "    S0:\n      allOf:\n" + list(2_000) { "        - {oneOf: [{properties: {p\($0): {}}}]}\n" }
    },
    Excess(name: "properties doubled 60 times") { doubled("{type: object, properties: {a: REF, b: REF}}") },
    Excess(name: "240 schemas inside each other") {
      "    S0: " + String(repeating: "{properties: {a: ", count: 240) + "{}" + String(repeating: "}}", count: 240)
        + "\n"
    },
    Excess(name: "anchors doubled 40 times") {
      "    S0: &a0 {type: string}\n"
        + list(40) { "    S\($0 + 1): &a\($0 + 1) {properties: {a: *a\($0), b: *a\($0)}}\n" }
    },
    Excess(name: "an anchor inside itself") { "    S0: &a {properties: {a: *a}}\n" },
    Excess(name: "merge keys doubled 40 times") {
      "    S0: &a0 {type: string}\n"
        + list(40) { "    S\($0 + 1): &a\($0 + 1) {<<: [*a\($0), *a\($0)], title: t\($0)}\n" }
    },
    Excess(name: "a description of 1 MB") {
      "    S0: {description: '\(String(repeating: "word ", count: 200_000))'}\n"
    },
    Excess(name: "a name of 100 kB") {
      "    ? \(String(repeating: "n", count: 100_000))\n    : {type: object}\n    S0: {}\n"
    },
    Excess(name: "a number of 4,000 digits") {
      "    S0: {type: integer, default: \(String(repeating: "9", count: 4_000))}\n"
    },
    Excess(name: "names that differ in nothing that Swift has") {
      "    S0:\n      properties:\n"
        + list(1_000) { "        'a\(String(repeating: "-", count: $0))': {type: string}\n" }
    },
    Excess(name: "5,000 findings") { "    S0:\n      properties:\n" + list(5_000) { "        p\($0): {tpye: x}\n" } },
  ]

  // A debug build takes a few seconds for the slowest of these; what grows out of hand takes minutes or for ever.
  @Test("cost no more than their size", .ownThread(within: .seconds(60)), arguments: excesses)
  func cost(_ excess: Excess) throws {
    let text = """
      openapi: 3.0.3
      info: {title: Shop, version: "1"}
      paths:
        /a:
          get:
            operationId: a
            responses:
              "200": {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/S0'}}}}
      components:
        schemas:\n
      """
    var log = DiagnosticLog()
    let input = GeneratorInput(document: SourceFile(path: "a.yaml", bytes: Array((text + excess.schemas()).utf8)))
    let output = Generator.generate(input, log: &log)
    #expect(output != nil || log.diagnostics.first?.span != nil)
    #expect((output?.files.reduce(0) { $0 + $1.contents.utf8.count } ?? 0) < 50_000_000)
  }

  private static func list(_ count: Int, _ line: (Int) -> String) -> String { (0..<count).map(line).joined() }

  private static func doubled(_ schema: String) -> String {
    list(60) { "    S\($0): " + schema.replacing("REF", with: "{$ref: '#/components/schemas/S\($0 + 1)'}") + "\n" }
      + "    S60: {type: object, properties: {a: {type: string}}}\n"
  }
}
