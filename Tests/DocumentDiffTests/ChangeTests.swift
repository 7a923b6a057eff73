import RecastDocumentDiff
import Testing

@Suite("Changes")
struct ChangeTests {
  @Test("have fingerprints that other tools can compute")
  func fingerprint() throws {
    let old = SmallDocument(answers: "").text
    let new = SmallDocument(answers: #""404": {description: None.}"#).text
    let change = try #require(try Comparing.changes(old, new).first)
    // printf 'response-non-success-status-added:POST:/things:404' | sha256sum
    #expect(change.fingerprint == "87eda1c05a35")
  }

  @Test("keep their fingerprints when other things change")
  func stability() throws {
    let changes = try ["int32", "int64"].map { format in
      try Comparing.changes(
        SmallDocument(sent: "{type: string}", answered: "{type: integer, format: \(format)}").text,
        SmallDocument(sent: "{type: string, maxLength: 5}", answered: "{type: integer, format: \(format)}").text
      )
    }
    #expect(changes[0].map(\.fingerprint) == changes[1].map(\.fingerprint))
    #expect(Set(changes[0].map(\.fingerprint)).count == changes[0].count)
  }

  @Test("name their places in both documents")
  func places() throws {
    let old = SmallDocument(answered: "{type: object, properties: {a: {type: string}}}").text
    let new = SmallDocument(answered: "{type: object, properties: {b: {type: string}}}").text
    let changes = try Comparing.changes(old, new)
    #expect(changes.map(\.id) == ["response-optional-property-removed", "response-optional-property-added"])
    #expect(changes.map { $0.old?.text.prefix(13) } == ["a", "{type: object"])
    #expect(changes.map { $0.new?.text.prefix(13) } == ["{type: object", "b"])
  }

  @Test("show enumeration values where they were written")
  func values() throws {
    let changes = try Comparing.changes(
      SmallDocument(answered: "{type: string, enum: [red, green]}").text,
      SmallDocument(answered: "{type: string, enum: [green, blue]}").text
    )
    #expect(changes.map { $0.old?.text } == ["red", "{type: string, enum: [red, green]}"])
    #expect(changes.map { $0.new?.text } == ["{type: string, enum: [green, blue]}", "blue"])
  }

  @Test("are told once of a schema that is met on many ways, at the nearest")
  func nearest() throws {
    let schema = "Node: {type: object, properties: {next: {$ref: '#/components/schemas/Node'}, x: {type: TYPE}}}"
    let content = "{application/json: {schema: {type: object, properties: {far: {$ref: '#/components/schemas/Node'}}}}}"
    let changes = try Comparing.changes(
      SmallDocument(schemas: schema.replacing("TYPE", with: "string"), content: content).text,
      SmallDocument(schemas: schema.replacing("TYPE", with: "integer"), content: content).text
    )
    #expect(changes.map(\.text) == ["the response property `far/x` of status `200` changed from `string` to `integer`"])
  }

  @Test("recognise alternatives by the value that selects them")
  func alternatives() throws {
    let schemas = """
      One: {type: object, required: [kind], properties: {kind: {type: string}, a: {type: TYPE}}}
          Two: {type: object, required: [kind], properties: {kind: {type: string}, b: {type: string}}}
      """
    let union = { (first: String, second: String) in
      """
      {discriminator: {propertyName: kind, mapping: {one: '\(first)', two: '\(second)'}}, \
      oneOf: [{$ref: '#/components/schemas/\(first)'}, {$ref: '#/components/schemas/\(second)'}]}
      """
    }
    let changes = try Comparing.changes(
      SmallDocument(answered: union("One", "Two"), schemas: schemas.replacing("TYPE", with: "string")).text,
      SmallDocument(
        answered: union("Uno", "Two"),
        schemas: schemas.replacing("TYPE", with: "integer").replacing("One", with: "Uno")
      ).text
    )
    #expect(
      changes.map(\.text) == [
        "the schema `One` is called `Uno` now",
        "the response property `x/oneOf[one]/a` of status `200` changed from `string` to `integer`",
      ]
    )
  }

  @Test("keep text of the document inside of its code")
  func hostileText() throws {
    let changes = try Comparing.changes(
      SmallDocument(answered: "{type: object}").text,
      SmallDocument(answered: "{type: object, properties: {'`a` | <b>$0@': {type: string}}}").text
    )
    #expect(changes.map(\.text) == ["the response property `x/'a' | <b>$0@` of status `200` was added"])
  }
}

@Suite("Versions of the client")
struct SemanticVersionTests {
  @Test(
    "count up by what changed",
    arguments: [
      ("1.2.3", ["info none"], "1.2.4"), ("1.2.3", ["info additive"], "1.3.0"), ("1.2.3", ["warning none"], "1.3.0"),
      ("1.2.3", ["info source-breaking"], "2.0.0"), ("1.2.3", ["error behaviour"], "2.0.0"),
      ("0.2.3", ["error none"], "0.3.0"),
      ("0.2.3", ["info additive"], "0.2.4"), ("v1.2.3-beta.1", [], "1.2.3"),
    ]
  )
  func next(_ current: String, _ changes: [String], _ expected: String) throws {
    let changes = try changes.map { words in
      let parts = words.split(separator: " ").map(String.init)
      return Change(
        id: "endpoint-added",
        level: try #require(ChangeLevel(rawValue: parts[0])),
        text: "",
        wire: "",
        swift: try #require(SwiftEffect(rawValue: parts[1])),
        swiftText: "",
        arguments: []
      )
    }
    let version = try #require(SemanticVersion(current))
    #expect(version.next(SemanticVersion.Step(changes)).description == expected)
  }

  @Test(
    "are three numbers",
    arguments: ["1.2", "1.2.3.4", "a.b.c", "1.2.-3", "", "vv1.2.3", "9223372036854775807.0.0"]
  )
  func invalid(_ text: String) { #expect(SemanticVersion(text) == nil) }
}
