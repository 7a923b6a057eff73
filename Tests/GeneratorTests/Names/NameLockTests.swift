import RecastClientGenerator
import Testing

/// What happens to names when a document changes around them.
@Suite("Names that stay")
struct NameLockTests {
  // MARK: Types

  @Test("a new schema takes no name from a type inside of another one")
  func nestedType() throws {
    var folder = MemoryFolder()
    let ticket = "Ticket: {type: object, properties: {status: {type: string, enum: [open, closed]}}}"
    try folder.generate(Self.document(schemas: [ticket]))
    #expect(folder.text("Schemas/Ticket.swift").contains("public var status: Ticket.Status?"))
    let grown = Self.document(schemas: ["Status: {type: object, properties: {text: {type: string}}}", ticket])
    try folder.generate(grown)
    #expect(folder.text("Schemas/Ticket.swift").contains("public var status: Ticket.Status?"))
    #expect(folder.text("Schemas/StatusSchema.swift").contains("struct StatusSchema"))
    #expect(try folder.changes(for: grown).isEmpty, "a second run changes nothing")

    folder.files = [:]
    try folder.generate(grown)
    #expect(folder.text("Schemas/Status.swift").contains("struct Status"), "without a manifest, names are fresh")
    #expect(folder.text("Schemas/Ticket.swift").contains("public var status: Ticket.TicketStatus?"))
  }

  @Test("a type that becomes a schema of its own leaves its name to that schema")
  func extracted() throws {
    var folder = MemoryFolder()
    let values = "{type: string, enum: [open, closed]}"
    try folder.generate(Self.document(schemas: ["Ticket: {type: object, properties: {status: \(values)}}"]))
    try folder.generate(
      Self.document(schemas: [
        "Ticket: {type: object, properties: {status: {$ref: '#/components/schemas/Status'}}}", "Status: \(values)",
      ])
    )
    #expect(folder.text("Schemas/Status.swift").contains("struct Status"))
    #expect(folder.text("Schemas/Ticket.swift").contains("public var status: Status?"))
  }

  @Test("schemas that are called alike keep their names in any order, and when one of them goes")
  func schemas() throws {
    var folder = MemoryFolder()
    let (small, big) = ("pet: {type: object, properties: {a: {}}}", "Pet: {type: object, properties: {b: {}}}")
    try folder.generate(Self.document(schemas: [small]))
    try folder.generate(Self.document(schemas: [big, small]))
    #expect(folder.text("Schemas/Pet.swift").contains("var a:"))
    #expect(folder.text("Schemas/PetSchema.swift").contains("var b:"))
    try folder.generate(Self.document(schemas: [big]))
    #expect(folder.text("Schemas/PetSchema.swift").contains("var b:"))
    #expect(folder.files["Schemas/Pet.swift"] == nil)
  }

  @Test("a schema takes no name from the body of an operation")
  func bodies() throws {
    var folder = MemoryFolder()
    let create = """
        /pets:
          post:
            operationId: createPet
            requestBody: {content: {application/json: {schema: {type: object, properties: {name: {}}}}}}
            responses: {'204': {description: Done}}
      """
    try folder.generate(Self.document(paths: [create]))
    let body = folder.text("Schemas/CreatePetBody.swift")
    #expect(!body.isEmpty)
    try folder.generate(Self.document(paths: [create], schemas: ["CreatePetBody: {type: object}"]))
    #expect(folder.text("Schemas/CreatePetBody.swift") == body)
  }

  @Test("an error keeps its name when another operation answers with the same, and when one of them goes")
  func errors() throws {
    func get(_ path: String) -> String {
      let schema = "{type: object, required: [reason], properties: {reason: {type: string}}}"
      return """
          /\(path)/{id}:
            get:
              parameters: [{name: id, in: path, required: true, schema: {type: string}}]
              responses:
                '204': {description: Done}
                '404': {description: None, content: {application/json: {schema: \(schema)}}}
        """
    }
    var folder = MemoryFolder()
    try folder.generate(Self.document(paths: [get("pets")]))
    #expect(folder.files["Schemas/GetPetNotFoundError.swift"] != nil)
    let both = Self.document(paths: [get("owners"), get("pets")])
    try folder.generate(both)
    #expect(folder.files["Schemas/GetPetNotFoundError.swift"] != nil)
    #expect(try folder.changes(for: both).isEmpty)

    folder.files = [:]
    try folder.generate(both)
    #expect(folder.files["Schemas/NotFoundError.swift"] != nil)
    #expect(try folder.changes(for: both).isEmpty)
    try folder.generate(Self.document(paths: [get("pets")]))
    #expect(folder.files["Schemas/NotFoundError.swift"] != nil)
  }

  // MARK: Operations

  @Test("a new operation takes no name from another one")
  func methods() throws {
    func get(_ path: String, _ id: String?) -> String {
      "  \(path):\n    get: {tags: [pets], \(id.map { "operationId: \($0), " } ?? "")responses: {'204': {description: Done}}}"
    }
    var folder = MemoryFolder()
    let old = [get("/pets", nil), get("/pets/{id}", nil), get("/pets/{id}/tags", "get_tags")]
    try folder.generate(Self.document(paths: old))
    let before = Self.methods(folder)
    #expect(before == ["list(options", "get(id", "getTags(id"])
    let grown = Self.document(paths: [get("/v2/pets/{id}", nil), get("/pet", "get_pet"), get("/x", "get_tags")] + old)
    try folder.generate(grown)
    let after = Self.methods(folder)
    #expect(after.count == 6 && Set(after).isSuperset(of: before), "\(before) became \(after)")
    #expect(try folder.changes(for: grown).isEmpty)
  }

  @Test("a resource keeps its name when another one of that name comes")
  func resources() throws {
    func get(_ path: String, tag: String = "pets") -> String {
      let shop = "{name: shop, in: path, required: true, schema: {type: string}}"
      let parameters = path.contains("shop") ? "parameters: [\(shop)], " : ""
      return "  \(path):\n    get: {tags: [\(tag)], \(parameters)responses: {'204': {description: Done}}}"
    }
    let scope = "x-client-scope: {parameter: shop, name: shop}"
    var folder = MemoryFolder()
    let old = [get("/pets"), get("/{shop}/owners", tag: "owners")]
    try folder.generate(Self.document(paths: old, rest: scope))
    let before = folder.text("Operations/Pets.swift")
    try folder.generate(Self.document(paths: [get("/{shop}/pets")] + old, rest: scope))
    #expect(folder.text("Operations/Pets.swift") == before)
  }

  // MARK: Members

  @Test("members that are called alike keep their names in any order, and when one of them goes")
  func members() throws {
    func document(_ members: [String], _ values: [String]) -> String {
      Self.document(schemas: [
        "Pet: {type: object, properties: {\(members.map { "\($0): {type: string}" }.joined(separator: ", "))}}",
        "Kind: {type: string, enum: [\(values.joined(separator: ", "))]}",
      ])
    }
    var folder = MemoryFolder()
    try folder.generate(document(["fooBar", "foo_bar"], ["a-b", "a_b", "c"]))
    #expect(folder.manifest.contains("\nmember Pet.fooBarValue foo_bar\n"))
    #expect(!folder.manifest.contains("member Kind.c"), "what nothing else wants is not in the manifest")
    try folder.generate(document(["foo-bar", "foo_bar", "fooBar"], ["a_b", "a-b", "c"]))
    let pet = folder.text("Schemas/Pet.swift")
    #expect(pet.contains("public var fooBarValue: String?") && pet.contains("\"foo_bar\""))
    let kind = folder.text("Schemas/Kind.swift")
    #expect(kind.contains("static var aB2: Self { Self(rawValue: \"a_b\") }"), "\(kind)")
    try folder.generate(document(["foo_bar"], ["a_b"]))
    #expect(folder.text("Schemas/Pet.swift").contains("public var fooBarValue: String?"))
  }

  // MARK: What somebody decides

  @Test("what the configuration or the document says goes before what was")
  func chosen() throws {
    var folder = MemoryFolder()
    let status = "{type: string, enum: [open, closed]}"
    let ticket = "Ticket: {type: object, properties: {status: \(status)}}"
    let document = Self.document(schemas: ["state: {type: object, properties: {a: {}}}", ticket])
    try folder.generate(document)
    try folder.generate(document, configuration: "names: {schemas: {state: Status}}\n")
    #expect(folder.files["Schemas/Status.swift"] != nil && folder.files["Schemas/State.swift"] == nil)
    #expect(folder.text("Schemas/Ticket.swift").contains("Ticket.TicketStatus"))
    try folder.generate(document)
    #expect(folder.files["Schemas/State.swift"] != nil, "a name that nobody chooses any more is gone")
  }

  // MARK: Damage

  @Test("a manifest that somebody tampered with changes names at most, and is as it should be after the next run")
  func tampered() throws {
    let document = Self.document(schemas: [
      "pet: {type: object, properties: {status: {type: string, enum: [a, b]}, self: {}, fooBar: {}, foo_bar: {}}}",
      "Pet: {type: object}", "owner: {type: object}",
    ])
    let lines = [
      "schema Shop pet", "schema Owner Pet", "schema Owner owner", "type Owner.Owner Status", "type Owner.Status",
      "schema Pet%0Afatal pet", "member Owner.self foo_bar", "member Owner.fooBar foo_bar",
      "member Owner.fooBar fooBar",
      "type Status", "type Status Status", "schema RecastRuntime owner", "schema Calls owner", "resource core pets",
      "schema \(String(repeating: "A", count: 5000)) owner", "<<<<<<< HEAD", "\u{0}\u{FFFF}",
      "schema Ow\u{202E}ner owner",
    ]
    for count in 1...lines.count {
      var folder = MemoryFolder()
      folder.manifest = (lines.prefix(count) + lines.reversed().prefix(count / 2)).joined(separator: "\n")
      try folder.generate(document)
      #expect(try folder.changes(for: document).isEmpty)
      #expect(folder.diagnostics.isEmpty, "the manifest is whole again")
      let code = folder.files.filter { $0.key.hasSuffix(".swift") }.map { String(decoding: $0.value, as: UTF8.self) }
      #expect(!code.joined().contains("fatal") && !code.joined().contains("\u{202E}"))
      let types = code.flatMap { $0.matches(of: /nonisolated public struct (\w+)/).map { String($0.output.1) } }
      #expect(Set(types).count == types.count, "two types of one name: \(types)")
    }
  }

  // MARK: Support

  private static func document(paths: [String] = [], schemas: [String] = [], rest: String = "") -> String {
    let paths = paths.isEmpty ? "paths: {}" : "paths:\n\(paths.joined(separator: "\n"))"
    let components = schemas.isEmpty ? "" : "components:\n  schemas:\n\(schemas.map { "    \($0)\n" }.joined())"
    return "openapi: 3.0.3\ninfo: {title: Shop, version: '1'}\n\(rest)\n\(paths)\n\(components)"
  }

  private static func methods(_ folder: MemoryFolder) -> [String] {
    folder.text("Operations/Pets.swift").matches(of: /public func (\w+\(\w*)/).map { String($0.output.1) }
  }
}
