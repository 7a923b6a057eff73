import RecastYAMLReader

/// What the keywords of a schema are about.
enum SchemaWords {
  /// Keywords that say something about a use of a schema, and not what its values are.
  private static let documenting: Set<String> = [
    "title", "description", "example", "examples", "externalDocs", "xml", "deprecated", "$comment", "default",
    "readOnly", "writeOnly", "nullable", "x-nullable",
  ]

  /// Keywords that stay where a schema is used when the schema itself goes elsewhere.
  static let stayingAtUse: Set<String> = [
    "description", "deprecated", "default", "readOnly", "writeOnly", "nullable", "x-nullable",
  ]

  /// Whether a keyword says nothing about what the values are.
  static func documents(_ key: String) -> Bool { documenting.contains(key) || key.hasPrefix("x-") }

  /// Whether null is all that a schema allows.
  static func isNull(_ node: YAMLNode) -> Bool {
    if node["type"]?.scalarText == "null" { return true }
    guard let values = node["enum"]?.items else { return false }
    return values.count == 1 && values[0].isNull
  }
}
