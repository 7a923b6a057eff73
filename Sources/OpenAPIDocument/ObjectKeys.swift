/// The keys that have a meaning in one kind of object, for telling misspellings from extensions.
struct ObjectKeys {
  /// The object with its article, for messages.
  let article: String
  /// The keys that OpenAPI 3.0 and 3.1 define, and the generator's own.
  let names: Set<String>

  static let root = ObjectKeys(
    article: "the document",
    names: [
      "openapi", "swagger", "info", "servers", "paths", "components", "security", "tags", "externalDocs", "webhooks",
      "jsonSchemaDialect", "$self", "x-client-scope",
    ]
  )
  static let info = ObjectKeys(
    article: "`info`",
    names: ["title", "summary", "description", "termsOfService", "contact", "license", "version"]
  )
  static let server = ObjectKeys(article: "a server", names: ["url", "description", "variables", "name"])
  static let tag = ObjectKeys(
    article: "a tag",
    names: ["name", "summary", "description", "externalDocs", "parent", "kind"]
  )
  static let pathItem = ObjectKeys(
    article: "a path",
    names: [
      "$ref", "summary", "description", "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
      "additionalOperations", "servers", "parameters",
    ]
  )
  static let operation = ObjectKeys(
    article: "an operation",
    names: [
      "tags", "summary", "description", "externalDocs", "operationId", "parameters", "requestBody", "responses",
      "callbacks", "deprecated", "security", "servers", "x-client-name", "x-client-resource", "x-client-ignore",
      "x-client-job", "x-client-page", "x-client-download", "x-client-rate-limit", "x-client-download-keys",
      "x-client-checks", "x-client-edit", "x-client-parameters", "x-client-schemas",
    ]
  )
  static let parameter = ObjectKeys(
    article: "a parameter",
    names: [
      "name", "in", "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved",
      "schema", "example", "examples", "content", "x-client-name", "type", "format", "items", "enum", "default",
      "minimum", "maximum", "pattern", "minLength", "maxLength", "collectionFormat",
    ]
  )
  static let requestBody = ObjectKeys(
    article: "a request body",
    names: ["$ref", "description", "content", "required", "schema"]
  )
  static let response = ObjectKeys(
    article: "a response",
    names: ["$ref", "summary", "description", "headers", "content", "links"]
  )
  static let header = ObjectKeys(
    article: "a header",
    names: [
      "$ref", "description", "required", "deprecated", "allowEmptyValue", "style", "explode", "allowReserved", "schema",
      "example", "examples", "content", "type", "format", "items", "enum", "default", "minimum", "maximum", "pattern",
    ]
  )
  static let mediaType = ObjectKeys(
    article: "a content type",
    names: ["schema", "example", "examples", "encoding", "itemSchema", "prefixEncoding", "itemEncoding"]
  )
  static let encoding = ObjectKeys(
    article: "an encoding",
    names: [
      "contentType", "headers", "style", "explode", "allowReserved", "encoding", "prefixEncoding", "itemEncoding",
    ]
  )
  static let components = ObjectKeys(
    article: "`components`",
    names: [
      "schemas", "responses", "parameters", "examples", "requestBodies", "headers", "securitySchemes", "links",
      "callbacks", "pathItems", "mediaTypes",
    ]
  )
  static let securityScheme = ObjectKeys(
    article: "a security scheme",
    names: [
      "type", "description", "name", "in", "scheme", "bearerFormat", "flows", "openIdConnectUrl", "$ref", "deprecated",
      "oauth2MetadataUrl",
    ]
  )
  static let discriminator = ObjectKeys(
    article: "a discriminator",
    names: ["propertyName", "mapping", "defaultMapping"]
  )
  static let schema = ObjectKeys(
    article: "a schema",
    names: Set(SchemaParts.ofKeywords.keys)
  )

  /// The kind of object on which a key of the generator's own has a meaning.
  static func home(of key: String) -> ObjectKeys? {
    [root, operation, parameter, schema].first { $0.names.contains(key) }
  }
}
