extension DiagnosticTag {
  /// A path is not written as OpenAPI writes paths.
  package static let pathTemplate = DiagnosticTag("path-template")
  /// A path has a parameter that is not described.
  package static let undeclaredPathParameter = DiagnosticTag("undeclared-path-parameter")
  /// A path has no place for a parameter.
  package static let unusedPathParameter = DiagnosticTag("unused-path-parameter")
  /// A parameter is listed twice.
  package static let duplicateParameter = DiagnosticTag("duplicate-parameter")
  /// A parameter is about something that is sent anyway.
  package static let ignoredParameter = DiagnosticTag("ignored-parameter")
  /// A parameter says nothing about its values.
  package static let parameterWithoutSchema = DiagnosticTag("parameter-without-schema")
  /// A style does not exist where it is named.
  package static let parameterStyle = DiagnosticTag("parameter-style")
  /// A parameter has a content type that cannot be written.
  package static let parameterContent = DiagnosticTag("parameter-content")
  /// A request body says nothing about its values.
  package static let requestWithoutSchema = DiagnosticTag("request-without-schema")
  /// A content type of a request body is not offered.
  package static let unsupportedContentType = DiagnosticTag("unsupported-content-type")
  /// A body or a part of one is left to the caller as text.
  package static let bodyAsText = DiagnosticTag("body-as-text")
  /// An operation with the method GET or HEAD has a body.
  package static let bodyOfGet = DiagnosticTag("body-of-get")
  /// The schema of a form is not that of a form.
  package static let multipartShape = DiagnosticTag("multipart-shape")
  /// An encoding is about a member that the form does not have.
  package static let unusedEncoding = DiagnosticTag("unused-encoding")
}

extension DiagnosticCatalog {
  /// What there is to say about findings in parameters and request bodies.
  static let requests: [Entry] = [
    Entry(
      .pathTemplate,
      summary: "a path is not written as OpenAPI writes paths",
      explanation: """
        Paths have parameters in braces, and neither a query nor a fragment. `:id` is read as `{id}`, a query is sent \
        as query parameters, a fragment is left out.
        """,
      remedy: "Write `{id}`, and describe query parameters as such."
    ),
    Entry(
      .undeclaredPathParameter,
      summary: "a path has a parameter that is not described",
      explanation: """
        The parameter is taken as a string.
        """,
      remedy: "Add a parameter of that name with `in: path`."
    ),
    Entry(
      .unusedPathParameter,
      summary: "a path has no place for a parameter",
      explanation: """
        The parameter says `in: path`, but the path does not name it. It is left out.
        """,
      remedy: "Correct the name, or change `in`."
    ),
    Entry(
      .duplicateParameter,
      summary: "a parameter is listed twice",
      explanation: """
        A list of parameters has each name once for each place. The first one is generated.
        """,
      remedy: "Remove one of the two, or rename it."
    ),
    Entry(
      .ignoredParameter,
      .note,
      summary: "a parameter is about something that is sent anyway",
      explanation: """
        The header fields `Accept` and `Content-Type` follow from what is sent and expected, as OpenAPI has it. Where \
        that is plain JSON and the parameter allows, or assumes, one other type of JSON only, that type is sent: APIs \
        tell their versions apart by it. The place of a credential is filled by the connection.
        """,
      remedy: "Nothing; or remove the parameter."
    ),
    Entry(
      .parameterWithoutSchema,
      summary: "a parameter says nothing about its values",
      explanation: """
        The value is taken as text.
        """,
      remedy: "Add a `schema`."
    ),
    Entry(
      .parameterStyle,
      summary: "a style does not exist where it is named",
      explanation: """
        Paths have the styles `simple`, `label` and `matrix`; queries and forms `form`, `spaceDelimited`, \
        `pipeDelimited` and `deepObject`; header fields `simple`; cookies `form` and `cookie`. The first of these is \
        taken.
        """,
      remedy: "Correct the style, or remove it."
    ),
    Entry(
      .parameterContent,
      summary: "a parameter has a content type that cannot be written",
      explanation: """
        Values are written as JSON or as text. For other types the caller hands over the encoded text.
        """,
      remedy: "Nothing, or describe the parameter with a `schema`."
    ),
    Entry(
      .requestWithoutSchema,
      summary: "a request body says nothing about its values",
      explanation: """
        The body is generated as any JSON, or as a form whose fields the caller makes. Examples do not tell types.
        """,
      remedy: "Add a schema."
    ),
    Entry(
      .unsupportedContentType,
      summary: "a content type of a request body is not offered",
      explanation: """
        Each kind of body is generated once. The content type is of the same kind as another one, and has a schema \
        of its own.
        """,
      remedy: "Nothing, or describe an operation of its own."
    ),
    Entry(
      .bodyAsText,
      summary: "a body or a part of one is left to the caller as text",
      explanation: """
        Values are written as JSON, as forms and as plain text. XML and other formats are handed over as text that \
        the caller has encoded.
        """,
      remedy: "Nothing, or describe the body as JSON as well if the server takes it."
    ),
    Entry(
      .bodyOfGet,
      summary: "an operation with the method GET or HEAD has a body",
      explanation: """
        Such a body has no meaning in HTTP, and URLSession refuses to send it. It is generated as an optional \
        argument: a transport of your own may send it.
        """,
      remedy: "Describe query parameters instead, or change the method."
    ),
    Entry(
      .multipartShape,
      summary: "the schema of a form is not that of a form",
      explanation: """
        The schema is that of a single value, as generators for Rails write it for a form with one file. The file is \
        sent as the field `file`.
        """,
      remedy: "Write `type: object`, with the file among its `properties`."
    ),
    Entry(
      .unusedEncoding,
      summary: "an encoding is about a member that the form does not have",
      explanation: """
        An encoding says how a property of the schema travels. Without the property it has no effect.
        """,
      remedy: "Correct the name, or remove the encoding."
    ),
  ]
}
