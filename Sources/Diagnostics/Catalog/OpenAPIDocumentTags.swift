extension DiagnosticTag {
  /// The file is not an OpenAPI document.
  package static let notOpenAPI = DiagnosticTag("not-openapi")
  /// The version of OpenAPI is not supported.
  package static let unsupportedVersion = DiagnosticTag("unsupported-version")
  /// The version of the document is missing or doubtful.
  package static let doubtfulVersion = DiagnosticTag("doubtful-version")
  /// A keyword of Swagger 2.0 stands in a newer document.
  package static let swaggerKeyword = DiagnosticTag("swagger-keyword")
  /// A part lacks what it cannot be without.
  package static let invalidDocument = DiagnosticTag("invalid-document")
  /// A value is of another kind than its place asks for.
  package static let unexpectedValue = DiagnosticTag("unexpected-value")
  /// A key has no meaning where it stands.
  package static let unknownKey = DiagnosticTag("unknown-key")
  /// A schema names a type that does not exist.
  package static let unknownType = DiagnosticTag("unknown-type")
  /// A schema names the type of another language.
  package static let foreignType = DiagnosticTag("foreign-type")
  /// A schema's keyword stands outside the schema.
  package static let strayKeyword = DiagnosticTag("stray-keyword")
  /// A key of the generator's own is misspelled or misplaced.
  package static let unknownExtension = DiagnosticTag("unknown-extension")
  /// A value under a key of the generator's own makes no sense.
  package static let invalidExtension = DiagnosticTag("invalid-extension")
  /// A location of `x-client-schemas` leads nowhere.
  package static let schemaNotFound = DiagnosticTag("schema-not-found")
  /// What is said of schemas by `x-client-schemas` does not go together.
  package static let schemaAttachmentConflict = DiagnosticTag("schema-attachment-conflict")
  /// Schemas that differ are one type.
  package static let schemasJoined = DiagnosticTag("schemas-joined")
  /// A schema has another name in Swift because its own one was given to another schema.
  package static let schemaRenamed = DiagnosticTag("schema-renamed")
  /// A table of variants and the document do not know the same ones.
  package static let unknownVariant = DiagnosticTag("unknown-variant")
  /// A part of the document has no counterpart in the client.
  package static let notGenerated = DiagnosticTag("not-generated")
}

extension DiagnosticCatalog {
  /// What there is to say about findings of the document reader.
  static let openAPIDocument: [Entry] = [
    Entry(
      .notOpenAPI,
      .fatal,
      summary: "the file is not an OpenAPI document",
      explanation: """
        A document starts with its OpenAPI version, and is a mapping. Without either there is nothing to read.
        """,
      remedy: "Check that this is the file you meant; add `openapi: 3.0.3` if it is."
    ),
    Entry(
      .unsupportedVersion,
      .fatal,
      summary: "the version of the document is not supported",
      explanation: """
        Swagger 2.0 and OpenAPI 3 are read. Older formats have nothing in common with them.
        """,
      remedy: "Convert the document to OpenAPI 3.0."
    ),
    Entry(
      .doubtfulVersion,
      summary: "the version of the document is missing or doubtful",
      explanation: """
        A document that states no version, two of them, or one that is not known is read as what it looks like.
        """,
      remedy: "State the version in the first line, such as `openapi: 3.0.3`."
    ),
    Entry(
      .swaggerKeyword,
      summary: "a keyword of Swagger 2.0 stands in a newer document",
      explanation: """
        `definitions`, `host`, parameters in `body` and the like have other names in OpenAPI 3. They are read as if they \
        stood there.
        """,
      remedy: "Write it as OpenAPI 3 does."
    ),
    Entry(
      .invalidDocument,
      summary: "a part lacks what it cannot be without",
      explanation: """
        The part names a parameter, a server or a discriminator, but not what every one of them has to say.
        """,
      remedy: "Add the missing key that the message names."
    ),
    Entry(
      .unexpectedValue,
      summary: "a value is of another kind than its place asks for",
      explanation: """
        For example, a list stands where a mapping is needed. There is no sensible reading, so the value is left out.
        """,
      remedy: "Write a value of the kind that the message names."
    ),
    Entry(
      .unknownKey,
      summary: "a key has no meaning where it stands",
      explanation: """
        OpenAPI does not define the key for this object. It has no effect, which is most often a misspelling.
        """,
      remedy: "Correct the spelling, or start the key with `x-` if it is an extension."
    ),
    Entry(
      .unknownType,
      summary: "a schema names a type that does not exist",
      explanation: """
        The types are `string`, `integer`, `number`, `boolean`, `array` and `object`.
        """,
      remedy: "Correct the type."
    ),
    Entry(
      .foreignType,
      summary: "a schema names the type of another language",
      explanation: """
        Words such as `date`, `uuid` or `file` are not types of JSON Schema, but have one sensible reading, which is taken.
        """,
      remedy: "Write the type and the format in so many words."
    ),
    Entry(
      .strayKeyword,
      summary: "a schema's keyword stands outside the schema",
      explanation: """
        Keywords such as `type` stand beside the name of a parameter, where Swagger 2.0 had them. They are read as if they stood in `schema`.
        """,
      remedy: "Move them into `schema`."
    ),
    Entry(
      .unknownExtension,
      .error,
      summary: "a key of the generator's own is misspelled or misplaced",
      explanation: """
        Keys that start with `x-client-` steer the generator. One that it does not know would be without effect, and nobody would notice.
        """,
      remedy: "Correct the spelling, or move the key to the object that the message names."
    ),
    Entry(
      .invalidExtension,
      .error,
      summary: "a value under a key of the generator's own makes no sense",
      explanation: """
        The value lacks a part, or is not of the kind that the key needs.
        """,
      remedy: "Correct the value as the message says."
    ),
    Entry(
      .schemaNotFound,
      summary: "a location of `x-client-schemas` leads nowhere",
      explanation: """
        A location starts at an operation with `/request`, `/response`, `/error` or `/parameter/NAME`, and goes on with \
        the names of members and with `*` for items of arrays and values of maps. References, `allOf` and alternatives \
        are followed on the way. Where the document describes nothing at the location, nothing can be attached.
        """,
      remedy: "Correct the location, or add `x-client-optional: true` to the entry if some documents lack the schema."
    ),
    Entry(
      .schemaAttachmentConflict,
      summary: "what `x-client-schemas` says of schemas does not go together",
      explanation: """
        Schemas with one name become one type, which needs something in common: the members of objects, the values of \
        enumerations, or the same type. A schema that is written in place can have one name only, and an array has none.
        """,
      remedy: "Give different names to schemas that are different things."
    ),
    Entry(
      .schemasJoined,
      summary: "schemas that differ are one type",
      explanation: """
        The type has the members of all schemas with its name. A member that one of them lacks, or does not require, is \
        optional.
        """,
      remedy: "Nothing has to be done; give the schemas different names if they are to be different types."
    ),
    Entry(
      .schemaRenamed,
      summary: "a schema has another name in Swift because its own one was given to another schema",
      explanation: "`x-client-schemas` gives a name that a component has which is not meant by it.",
      remedy: "Choose another name, or name that component as well."
    ),
    Entry(
      .unknownVariant,
      summary: "a table of variants and the document do not know the same ones",
      explanation: """
        `variants` of `x-client-schemas` lists the kinds of a form by the value of one member. A value that only the \
        document knows has no type of its own: objects with it are kept as they are, in the case for unknown ones.
        """,
      remedy: "Add a row for the value to the table."
    ),
    Entry(
      .notGenerated,
      summary: "a part of the document has no counterpart in the client",
      explanation: """
        Webhooks, callbacks, servers of single operations and `not` are read past, and so are parameters and request
        bodies that no operation uses. Nothing else depends on them.
        """,
      remedy: "Nothing, unless callers need that part."
    ),
  ]
}
