/// Something that can change about a schema, wherever the schema stands.
///
/// With the place (see ``SchemaPlace``) it makes the id of a change: `request-property` and `became-nullable` make
/// `request-property-became-nullable`.
struct SchemaAspect: Sendable, Hashable {
  /// The end of the id.
  let suffix: String
  /// What a change of it does to the values that travel.
  let effect: WireEffect
  /// The change in words: `@` stands for the thing, `$0` and `$1` for values.
  let phrase: String

  init(_ suffix: String, _ effect: WireEffect, _ phrase: String) {
    self.suffix = suffix
    self.effect = effect
    self.phrase = phrase
  }

  static func == (left: SchemaAspect, right: SchemaAspect) -> Bool { left.suffix == right.suffix }

  func hash(into hasher: inout Hasher) { hasher.combine(suffix) }
}

/// Types and null.
extension SchemaAspect {
  static let typeChanged = SchemaAspect("type-changed", .replaces, "@ changed from $0 to $1")
  static let typeGeneralized = SchemaAspect("type-generalized", .widens, "@ was widened from $0 to $1")
  static let typeSpecialized = SchemaAspect("type-specialized", .narrows, "@ was narrowed from $0 to $1")
  static let typesWidened = SchemaAspect("list-of-types-widened", .widens, "@ may be $1 now, and was $0")
  static let typesNarrowed = SchemaAspect("list-of-types-narrowed", .narrows, "@ is $1 now, and might have been $0")
  static let becameNullable = SchemaAspect("became-nullable", .widens, "@ may be null now")
  static let becameNotNullable = SchemaAspect("became-not-nullable", .narrows, "@ cannot be null any more")

  static let types = [
    typeChanged, typeGeneralized, typeSpecialized, typesWidened, typesNarrowed, becameNullable, becameNotNullable,
  ]
}

/// Values.
extension SchemaAspect {
  static let becameEnum = SchemaAspect("became-enum", .narrows, "@ is limited to $0 now")
  static let becameNotEnum = SchemaAspect("became-not-enum", .widens, "@ is not limited to $0 any more")
  static let enumValueAdded = SchemaAspect("enum-value-added", .widens, "@ may be $0 now")
  static let enumValueRemoved = SchemaAspect("enum-value-removed", .narrows, "@ cannot be $0 any more")
  static let constChanged = SchemaAspect("const-changed", .replaces, "@ is always $1 now, and was always $0")
  static let defaultAdded = SchemaAspect("default-value-added", .keeps, "@ has the default $0 now")
  static let defaultRemoved = SchemaAspect("default-value-removed", .keeps, "@ has no default any more; it was $0")
  static let defaultChanged = SchemaAspect("default-value-changed", .keeps, "the default of @ changed from $0 to $1")
  static let patternAdded = SchemaAspect("pattern-added", .narrows, "@ has to match $0 now")
  static let patternRemoved = SchemaAspect("pattern-removed", .widens, "@ need not match $0 any more")
  static let patternChanged = SchemaAspect("pattern-changed", .unknown, "@ has to match $1 now, and had to match $0")
  static let uniqueItemsSet = SchemaAspect("unique-items-set", .narrows, "items of @ have to differ now")
  static let uniqueItemsUnset = SchemaAspect("unique-items-unset", .widens, "items of @ need not differ any more")
  static let contentEncodingChanged = SchemaAspect(
    "content-encoding-changed",
    .replaces,
    "@ changed its encoding from $0 to $1"
  )
  static let contentMediaTypeChanged = SchemaAspect(
    "content-media-type-changed",
    .replaces,
    "@ changed its content type from $0 to $1"
  )
  static let deprecated = SchemaAspect("deprecated", .keeps, "@ is deprecated now")
  static let reactivated = SchemaAspect("reactivated", .keeps, "@ is not deprecated any more")
  static let descriptionChanged = SchemaAspect("description-changed", .keeps, "@ is described differently")

  static let values = [
    becameEnum, becameNotEnum, enumValueAdded, enumValueRemoved, constChanged, defaultAdded, defaultRemoved,
    defaultChanged, patternAdded, patternRemoved, patternChanged, uniqueItemsSet, uniqueItemsUnset,
    contentEncodingChanged, contentMediaTypeChanged, deprecated, reactivated, descriptionChanged,
  ]
}

/// Parts.
extension SchemaAspect {
  static let additionalForbidden = SchemaAspect(
    "additional-properties-forbidden",
    .narrows,
    "@ cannot have other members any more"
  )
  static let additionalAllowed = SchemaAspect("additional-properties-allowed", .widens, "@ may have other members now")
  static let additionalTyped = SchemaAspect(
    "additional-properties-typed",
    .narrows,
    "other members of @ have a type now"
  )
  static let additionalUntyped = SchemaAspect(
    "additional-properties-untyped",
    .widens,
    "other members of @ may be of any type now"
  )
  static let oneOfAdded = SchemaAspect("one-of-added", .widens, "@ may be $0 now (`oneOf`)")
  static let oneOfRemoved = SchemaAspect("one-of-removed", .narrows, "@ cannot be $0 any more (`oneOf`)")
  static let anyOfAdded = SchemaAspect("any-of-added", .widens, "@ may be $0 now (`anyOf`)")
  static let anyOfRemoved = SchemaAspect("any-of-removed", .narrows, "@ cannot be $0 any more (`anyOf`)")
  static let wrapped = SchemaAspect("wrapped-in-one-of", .replaces, "@ is one of several alternatives now: $0")
  static let wrappedPreserved = SchemaAspect(
    "wrapped-in-one-of-original-preserved",
    .widens,
    "@ is what it was or another alternative now: $0"
  )
  static let unwrapped = SchemaAspect(
    "unwrapped-from-one-of",
    .replaces,
    "@ has no alternatives any more; they were $0"
  )
  static let unwrappedPreserved = SchemaAspect(
    "unwrapped-from-one-of-one-preserved",
    .narrows,
    "@ is always the same one of its alternatives now, which were $0"
  )
  static let discriminatorAdded = SchemaAspect(
    "discriminator-added",
    .keeps,
    "$0 tells the alternatives of @ apart now"
  )
  static let discriminatorRemoved = SchemaAspect(
    "discriminator-removed",
    .keeps,
    "$0 does not tell the alternatives of @ apart any more"
  )
  static let discriminatorRenamed = SchemaAspect(
    "discriminator-property-name-changed",
    .keeps,
    "$1 tells the alternatives of @ apart now, instead of $0"
  )
  static let mappingAdded = SchemaAspect("discriminator-mapping-added", .keeps, "$0 selects an alternative of @ now")
  static let mappingDeleted = SchemaAspect(
    "discriminator-mapping-deleted",
    .keeps,
    "$0 does not select an alternative of @ any more"
  )
  static let prefixItemsAdded = SchemaAspect("prefix-items-added", .widens, "the tuple @ has $1 places now, and had $0")
  static let prefixItemsRemoved = SchemaAspect(
    "prefix-items-removed",
    .narrows,
    "the tuple @ has $1 places now, and had $0"
  )

  static let parts = [
    additionalForbidden, additionalAllowed, additionalTyped, additionalUntyped, oneOfAdded, oneOfRemoved, anyOfAdded,
    anyOfRemoved, wrapped, wrappedPreserved, unwrapped, unwrappedPreserved, discriminatorAdded, discriminatorRemoved,
    discriminatorRenamed, mappingAdded, mappingDeleted, prefixItemsAdded, prefixItemsRemoved,
  ]
}

/// Members of objects. Their ids depend on whether the member is required: see ``SchemaPlace``.
extension SchemaAspect {
  static let propertyAdded = SchemaAspect("added", .keeps, "@ was added")
  static let propertyRemoved = SchemaAspect("removed", .unknown, "@ was removed")
  static let becameRequired = SchemaAspect("became-required", .narrows, "@ is required now")
  static let becameOptional = SchemaAspect("became-optional", .widens, "@ is optional now")
  static let becameReadOnly = SchemaAspect("became-read-only", .keeps, "@ is sent by the server alone now")
  static let becameNotReadOnly = SchemaAspect(
    "became-not-read-only",
    .keeps,
    "@ is not sent by the server alone any more"
  )
  static let becameWriteOnly = SchemaAspect("became-write-only", .keeps, "@ is sent by clients alone now")
  static let becameNotWriteOnly = SchemaAspect(
    "became-not-write-only",
    .keeps,
    "@ is not sent by clients alone any more"
  )

  static let members = [
    propertyAdded, propertyRemoved, becameRequired, becameOptional, becameReadOnly, becameNotReadOnly, becameWriteOnly,
    becameNotWriteOnly,
  ]
}

/// Limits that are numbers.
extension SchemaAspect {
  /// A limit by its keyword.
  struct Bound: Sendable {
    /// The keyword of the schema.
    let keyword: String
    /// The part of the id.
    let name: String
    /// Whether larger values of the limit allow more.
    let isUpper: Bool
  }

  static let bounds = [
    Bound(keyword: "maximum", name: "max", isUpper: true),
    Bound(keyword: "minimum", name: "min", isUpper: false),
    Bound(keyword: "exclusiveMaximum", name: "exclusive-max", isUpper: true),
    Bound(keyword: "exclusiveMinimum", name: "exclusive-min", isUpper: false),
    Bound(keyword: "maxLength", name: "max-length", isUpper: true),
    Bound(keyword: "minLength", name: "min-length", isUpper: false),
    Bound(keyword: "maxItems", name: "max-items", isUpper: true),
    Bound(keyword: "minItems", name: "min-items", isUpper: false),
    Bound(keyword: "maxProperties", name: "max-properties", isUpper: true),
    Bound(keyword: "minProperties", name: "min-properties", isUpper: false),
    Bound(keyword: "maxContains", name: "max-contains", isUpper: true),
    Bound(keyword: "minContains", name: "min-contains", isUpper: false),
  ]

  static func set(_ bound: Bound) -> SchemaAspect {
    SchemaAspect("\(bound.name)-set", .narrows, "`\(bound.keyword)` of @ is $0 now")
  }

  static func unset(_ bound: Bound) -> SchemaAspect {
    SchemaAspect("\(bound.name)-unset", .widens, "@ has no `\(bound.keyword)` any more; it was $0")
  }

  static func moved(_ bound: Bound, up: Bool) -> SchemaAspect {
    SchemaAspect(
      "\(bound.name)-\(up ? "increased" : "decreased")",
      up == bound.isUpper ? .widens : .narrows,
      "`\(bound.keyword)` of @ changed from $0 to $1"
    )
  }

  static let multipleOfSet = SchemaAspect("multiple-of-set", .narrows, "@ has to be a multiple of $0 now")
  static let multipleOfUnset = SchemaAspect("multiple-of-unset", .widens, "@ need not be a multiple of $0 any more")
  static let multipleOfChanged = SchemaAspect(
    "multiple-of-changed",
    .replaces,
    "@ has to be a multiple of $1 now, and had to be one of $0"
  )

  /// Every limit with every way of changing it.
  static let limits =
    bounds.flatMap { [set($0), unset($0), moved($0, up: true), moved($0, up: false)] }
    + [multipleOfSet, multipleOfUnset, multipleOfChanged]
}
