/// What a value in a document is, by where it stands. This knows Swagger 2.0 and OpenAPI 3.x, their differences
/// ignored: real documents mix them.
indirect enum Place: Hashable, Sendable {
  case root, components, paths, pathItem, operation, parameter, requestBody, response, mediaType, encoding, callback
  case schema
  /// Schemas by the names of the properties that they describe.
  case properties
  /// A mapping with names that the document makes up.
  case map(Place)
  /// Responses by status code, among which extensions may stand.
  case responses
  case list(Place)

  /// The methods that a path item may have. `additionalOperations` of OpenAPI 3.2 holds any others.
  static let methods: Set<String> = [
    "get", "put", "post", "delete", "options", "head", "patch", "trace", "query",
  ]

  /// What the value of a key is; `nil` for values that hold neither schemas nor operations.
  func value(of key: String) -> Place? {
    switch self {
    case .root: Self.rootKeys[key]
    case .components: Self.componentsKeys[key]
    case .paths, .callback: key.hasPrefix("x-") ? nil : .pathItem
    case .pathItem: Self.methods.contains(key) ? .operation : Self.pathItemKeys[key]
    case .operation: Self.operationKeys[key]
    // Real documents state schemas beside `schema`, and instead of it.
    case .parameter: Self.parameterKeys[key] ?? Self.schemaKeys[key]
    case .requestBody: Self.bodyKeys[key]
    case .response: Self.bodyKeys[key]
    case .mediaType: Self.mediaTypeKeys[key]
    case .encoding: key == "headers" ? .map(.parameter) : nil
    case .schema: Self.schemaKeys[key]
    case .properties: .schema
    case .map(let place): place
    case .responses: key.hasPrefix("x-") ? nil : .response
    case .list: nil
    }
  }

  private static let rootKeys: [String: Place] = [
    "paths": .paths, "webhooks": .map(.pathItem), "components": .components,
    "definitions": .map(.schema), "parameters": .map(.parameter), "responses": .map(.response),
  ]

  private static let componentsKeys: [String: Place] = [
    "schemas": .map(.schema), "parameters": .map(.parameter), "headers": .map(.parameter),
    "requestBodies": .map(.requestBody), "responses": .map(.response), "callbacks": .map(.callback),
    "pathItems": .map(.pathItem), "mediaTypes": .map(.mediaType),
  ]

  private static let pathItemKeys: [String: Place] = [
    "parameters": .list(.parameter), "additionalOperations": .map(.operation),
  ]

  private static let operationKeys: [String: Place] = [
    "parameters": .list(.parameter), "requestBody": .requestBody, "responses": .responses,
    "callbacks": .map(.callback),
  ]

  private static let parameterKeys: [String: Place] = ["schema": .schema, "content": .map(.mediaType)]

  private static let bodyKeys: [String: Place] = [
    "content": .map(.mediaType), "headers": .map(.parameter), "schema": .schema,
  ]

  private static let mediaTypeKeys: [String: Place] = [
    "schema": .schema, "itemSchema": .schema, "encoding": .map(.encoding),
  ]

  private static let schemaKeys: [String: Place] = [
    "properties": .properties, "patternProperties": .map(.schema), "dependentSchemas": .map(.schema),
    "$defs": .map(.schema), "definitions": .map(.schema), "dependencies": .map(.schema),
    "items": .schema, "additionalProperties": .schema, "not": .schema, "if": .schema, "then": .schema,
    "else": .schema, "contains": .schema, "propertyNames": .schema, "unevaluatedItems": .schema,
    "unevaluatedProperties": .schema, "additionalItems": .schema, "contentSchema": .schema,
    "prefixItems": .list(.schema), "allOf": .list(.schema), "oneOf": .list(.schema), "anyOf": .list(.schema),
  ]
}
