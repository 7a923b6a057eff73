import Testing

/// Documents that say the same in other words.
@Suite("Other words for the same")
struct EquivalenceTests {
  struct Pair: Sendable, CustomStringConvertible {
    var description: String
    var first: String
    var second: String

    /// Two documents that differ in the schema of a member.
    init(_ title: String, schemas: String = "", _ first: String, _ second: String) {
      description = title
      self.first = SmallDocument(sent: first, answered: first, schemas: schemas).text
      self.second = SmallDocument(sent: second, answered: second, schemas: schemas).text
    }

    /// Two documents.
    init(_ title: String, first: SmallDocument, second: SmallDocument) {
      description = title
      self.first = first.text
      self.second = second.text
    }
  }

  static let ref = "{$ref: '#/components/schemas/A'}"

  static let pairs: [Pair] = [
    Pair("nullable and a type list", "{type: string, nullable: true}", #"{type: [string, "null"]}"#),
    Pair(
      "a type list and a branch for null",
      #"{type: [string, "null"]}"#,
      #"{oneOf: [{type: string}, {type: "null"}]}"#
    ),
    Pair(
      "branches for null",
      #"{anyOf: [{type: "null"}, {type: string}]}"#,
      #"{oneOf: [{type: string}, {type: "null"}]}"#
    ),
    Pair(
      "null in an enumeration",
      #"{type: [string, "null"], enum: [a, null]}"#,
      "{type: string, nullable: true, enum: [a]}"
    ),
    Pair(
      "a null branch beside a reference",
      #"{oneOf: [\#(ref), {type: "null"}]}"#,
      "{allOf: [\(ref)], nullable: true}"
    ),
    Pair(
      "a reference and what it leads to",
      ref,
      "{type: object, required: [kind], properties: {kind: {enum: [a]}, sort: {type: string}, p: {type: string}}}"
    ),
    Pair("a sole part of allOf", ref, "{allOf: [\(ref)]}"),
    Pair(
      "allOf and what it comes to",
      #"{allOf: [\#(ref), {type: object, required: [more], properties: {more: {type: integer}}}]}"#,
      """
      {type: object, required: [more, kind], properties: {more: {type: integer}, kind: {enum: [a]}, \
      sort: {type: string}, p: {type: string}}}
      """
    ),
    Pair("a constant and an enumeration of one", "{const: a}", "{enum: [a]}"),
    Pair(
      "the order of members",
      "{type: object, properties: {a: {type: string}, b: {type: boolean}}}",
      "{properties: {b: {type: boolean}, a: {type: string}}, type: object}"
    ),
    Pair("the order of values", "{type: string, enum: [a, b]}", "{type: string, enum: [b, a]}"),
    Pair("the order of types", "{type: [string, integer]}", "{type: [integer, string]}"),
    Pair(
      "exclusive limits",
      "{type: integer, minimum: 1, exclusiveMinimum: true}",
      "{type: integer, exclusiveMinimum: 1}"
    ),
    Pair("numbers", "{type: number, maximum: 5, default: 1}", "{type: number, maximum: 5.0, default: 1.0}"),
    Pair(
      "what is allowed anyway",
      "{type: object, properties: {a: {type: string}}}",
      "{type: object, additionalProperties: true, properties: {a: {type: string}}}"
    ),
    Pair("the order of alternatives", #"{oneOf: [\#(ref), {type: string}]}"#, #"{oneOf: [{type: string}, \#(ref)]}"#),
    Pair("descriptions", "{type: string, description: One., example: a, title: T}", "{type: string}"),
    Pair(
      "default styles",
      first: SmallDocument(parameters: "{name: q, in: query, style: form, explode: true, schema: {type: string}}"),
      second: SmallDocument(parameters: "{name: q, in: query, schema: {type: string}}")
    ),
    Pair(
      "security of the API and of the operation",
      first: SmallDocument(root: "security: [{token: []}, {key: []}]"),
      second: SmallDocument(operation: "security: [{key: []}, {token: []}]", root: "security: [{token: []}, {key: []}]")
    ),
    Pair(
      "statuses in capitals",
      first: SmallDocument(answers: "4xx: {description: no}"),
      second: SmallDocument(answers: "4XX: {description: no}")
    ),
  ]

  @Test("are no change", arguments: pairs)
  func same(_ pair: Pair) throws {
    #expect(try Comparing.changes(pair.first, pair.second).map(\.sentence) == [])
    #expect(try Comparing.changes(pair.second, pair.first).map(\.sentence) == [])
  }

  @Test("null is not the same when the value beside it allows null as well")
  func twoNulls() throws {
    let old = SmallDocument(answered: #"{type: [string, "null"]}"#).text
    let new = SmallDocument(answered: #"{oneOf: [{type: [string, "null"]}, {type: "null"}]}"#).text
    #expect(try Comparing.changes(old, new).map(\.id) == ["response-property-became-not-nullable"])
  }

  @Test("versions of the format are no change")
  func versions() throws {
    #expect(try Comparing.changes(Self.swagger, Self.openAPI("3.0.3")).map(\.sentence) == [])
    #expect(try Comparing.changes(Self.openAPI("3.0.3"), Self.openAPI("3.1.0")).map(\.sentence) == [])
    #expect(try Comparing.changes(Self.openAPI("3.2.0"), Self.swagger).map(\.sentence) == [])
  }

  private static let swagger = """
    swagger: "2.0"
    info: {title: Shop, version: "1"}
    host: shop.example
    basePath: /v1
    schemes: [https]
    consumes: [application/json]
    produces: [application/json]
    securityDefinitions: {key: {type: apiKey, in: header, name: X-Key}}
    security: [{key: []}]
    paths:
      /items:
        post:
          operationId: createItem
          parameters:
            - {name: tags, in: query, type: array, items: {type: string}, collectionFormat: csv}
            - {name: item, in: body, required: true, schema: {$ref: "#/definitions/Item"}}
          responses:
            200: {description: ok, schema: {$ref: "#/definitions/Item"}, headers: {X-Left: {type: integer}}}
    definitions:
      Item: {type: object, required: [id], properties: {id: {type: string, x-nullable: true}}}
    """

  private static func openAPI(_ version: String) -> String {
    """
    openapi: \(version)
    info: {title: Shop, version: "1"}
    servers: [{url: "https://shop.example/v1"}]
    security: [{key: []}]
    paths:
      /items:
        post:
          operationId: createItem
          parameters:
            - {name: tags, in: query, style: form, explode: false, schema: {type: array, items: {type: string}}}
          requestBody:
            required: true
            content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}
          responses:
            "200":
              description: ok
              headers: {X-Left: {schema: {type: integer}}}
              content: {application/json: {schema: {$ref: "#/components/schemas/Item"}}}
    components:
      securitySchemes: {key: {type: apiKey, in: header, name: X-Key}}
      schemas:
        Item:
          type: object
          required: [id]
          properties: {id: \(version.hasPrefix("3.0") ? "{type: string, nullable: true}" : #"{type: [string, "null"]}"#)}
    """
  }
}
