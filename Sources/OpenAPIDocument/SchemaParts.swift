import RecastYAMLReader

/// What the keywords of a schema are about. Each part is read only where a schema has a keyword of it: most schemas have
/// few, and documents have very many schemas.
struct SchemaParts: OptionSet {
  let rawValue: UInt8

  /// Whether null is allowed, which way values travel, and whether they are still used.
  static let flags = SchemaParts(rawValue: 1)
  /// The allowed values.
  static let values = SchemaParts(rawValue: 2)
  /// Members of objects.
  static let members = SchemaParts(rawValue: 4)
  /// Elements of arrays.
  static let elements = SchemaParts(rawValue: 8)
  /// Schemas that hold as well, or one of several.
  static let compositions = SchemaParts(rawValue: 16)
  /// What holds for some values only.
  static let conditions = SchemaParts(rawValue: 32)
  /// What is told to people: limits, examples, further documentation.
  static let documentation = SchemaParts(rawValue: 64)
  /// What overlays say.
  static let extensions = SchemaParts(rawValue: 128)

  /// Everything.
  static let all = SchemaParts(rawValue: .max)

  private static let byKey = KeyTable(ofKeywords.mapValues { Int($0.rawValue) })

  /// The keywords that have a meaning in a schema, with what they are about; what every schema is asked for is about
  /// nothing in particular.
  static let ofKeywords: [String: SchemaParts] = {
    var parts: [String: SchemaParts] = [:]
    func add(_ part: SchemaParts, _ keywords: [String]) {
      for keyword in keywords { parts[keyword, default: []].formUnion(part) }
    }
    add(.flags, ["nullable", "x-nullable", "deprecated", "readOnly", "writeOnly"])
    add(.values, ["enum", "const", "x-extensible-enum"])
    add(
      .members,
      ["properties", "required", "additionalProperties", "unevaluatedProperties", "patternProperties"]
    )
    add(.elements, ["items", "prefixItems", "additionalItems", "unevaluatedItems", "contains"])
    add(.compositions, ["allOf", "oneOf", "anyOf", "discriminator"])
    add(.conditions, ["if", "then", "else", "dependentSchemas", "not", "unevaluatedProperties", "contentSchema"])
    add(.documentation, Schema.constraintKeywords + ["example", "examples", "externalDocs"])
    add(
      .extensions,
      [
        "x-client-name", "x-client-type", "x-client-factories", "x-client-optional-members", "x-ms-discriminator-value",
      ]
    )
    add(
      [],
      [
        "type", "title", "description", "format", "default", "xml", "$id", "$schema", "$comment", "$ref", "$dynamicRef",
        "$defs",
        "definitions", "$anchor", "$dynamicAnchor", "$vocabulary", "dependentRequired", "propertyNames",
      ]
    )
    return parts
  }()
}

extension SchemaParts {
  /// What a keyword is about; `nil` when it is none.
  init?(of entry: YAMLEntry) {
    guard let number = Self.byKey[entry] else { return nil }
    self.init(rawValue: UInt8(truncatingIfNeeded: number))
  }
}

extension NodeReader {
  /// What the keywords of a schema are about; keys that are none are reported.
  mutating func parts(of schema: YAMLNode) -> SchemaParts {
    schema.entries.reduce(into: []) { parts, entry in
      if let part = SchemaParts(of: entry) {
        parts.formUnion(part)
      } else {
        reportUnknown(entry, on: .schema)
      }
    }
  }
}
