/// Which ids are oasdiff's (https://github.com/oasdiff/oasdiff, rules of summer 2026).
///
/// The others are made after the same pattern, for places where oasdiff does not look.
enum OasdiffIDs {
  private static let bodies: Set<SchemaPlace.Kind> = [.requestBody, .requestProperty, .responseBody, .responseProperty]
  private static let requests: Set<SchemaPlace.Kind> = [.requestBody, .requestProperty]
  private static let parameters: Set<SchemaPlace.Kind> = [.requestParameter, .requestParameterProperty]

  /// Whether the id of a change that is not one of a schema is oasdiff's.
  static func contains(_ rule: OperationRule) -> Bool { !ownRules.contains(rule.id) }

  /// Whether the id of a change of a schema is oasdiff's.
  static func contains(_ aspect: SchemaAspect, at kind: SchemaPlace.Kind, _ rule: SchemaRule) -> Bool {
    if SchemaAspect.members.contains(aspect) { return kind == .requestProperty || kind == .responseProperty }
    if let kinds = places[aspect.suffix] { return kinds.contains(kind) || rule.id.contains("mediatype") }
    guard aspect.suffix.hasSuffix("-set") || aspect.suffix.hasSuffix("-unset") else {
      return requests.contains(kind) || kind == .requestParameter || aspect.effect == .widens && bodies.contains(kind)
    }
    return bodies.contains(kind) || kind == .requestParameter || kind == .responseHeader
  }

  private static let ownRules: Set<String> = Set(
    [
      .descriptionChanged, .pathParameterRenamed, .parameterDescriptionChanged, .headerBecameRequired, .serverAdded,
      .serverRemoved, .defaultServerChanged, .schemaRenamed, .methodRenamed, .serverChanged, .encodingChanged,
    ].map(\OperationRule.id) + OperationRule.notes.map(\.id)
  )

  /// The places where oasdiff has an id for what can change about a schema, but for limits.
  private static let places: [String: Set<SchemaPlace.Kind>] = [
    "type-changed": bodies.union(parameters).union([.responseHeader]),
    "type-generalized": bodies.union(parameters).union([.responseHeader]),
    "type-specialized": bodies.union(parameters).union([.responseHeader]),
    "list-of-types-widened": bodies.union(parameters),
    "list-of-types-narrowed": bodies.union(parameters),
    "became-nullable": bodies.union(parameters).union([.responseHeader]),
    "became-not-nullable": bodies.union(parameters).union([.responseHeader]),
    "became-enum": requests.union([.requestParameter]),
    "became-not-enum": requests.union(parameters),
    "enum-value-added": requests.union(parameters).union([.responseProperty]),
    "enum-value-removed": requests.union(parameters).union([.responseProperty]),
    "const-changed": bodies,
    "default-value-added": bodies.union([.requestParameter]),
    "default-value-removed": bodies.union([.requestParameter]),
    "default-value-changed": bodies.union([.requestParameter]),
    "pattern-added": [.requestProperty, .requestParameter, .responseProperty],
    "pattern-removed": [.requestProperty, .requestParameter, .responseProperty],
    "pattern-changed": [.requestProperty, .requestParameter, .responseProperty],
    "unique-items-set": requests,
    "unique-items-unset": bodies,
    "content-encoding-changed": bodies,
    "content-media-type-changed": bodies,
    "deprecated": [.requestProperty, .responseProperty, .requestParameter],
    "reactivated": [.requestProperty, .responseProperty, .requestParameter],
    "description-changed": [],
    "additional-properties-forbidden": [],
    "additional-properties-allowed": [],
    "additional-properties-typed": [],
    "additional-properties-untyped": [],
    "one-of-added": bodies,
    "one-of-removed": bodies,
    "any-of-added": bodies,
    "any-of-removed": bodies,
    "wrapped-in-one-of": [.requestBody, .responseBody],
    "wrapped-in-one-of-original-preserved": [.requestBody, .responseBody],
    "unwrapped-from-one-of": [],
    "unwrapped-from-one-of-one-preserved": [],
    "discriminator-added": bodies,
    "discriminator-removed": bodies,
    "discriminator-property-name-changed": bodies,
    "discriminator-mapping-added": bodies,
    "discriminator-mapping-deleted": bodies,
    "prefix-items-added": bodies,
    "prefix-items-removed": bodies,
    "multiple-of-changed": bodies,
  ]
}
