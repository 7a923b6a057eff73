/// The id and level of a change of a schema at some kind of place.
struct SchemaRule: Sendable, Hashable {
  /// The id.
  let id: String
  /// The level.
  let level: ChangeLevel
  /// What the change does to the values that travel.
  let effect: WireEffect
  /// The same in words.
  let wire: String

  /// The rule for a change of the schema itself.
  ///
  /// - Parameter isOneWay: whether the value never travels this way: the server ignores what is read-only in a request,
  ///   and does not send what is write-only.
  init(_ aspect: SchemaAspect, at kind: SchemaPlace.Kind, isOneWay: Bool = false) {
    let composed = "\(kind.rawValue)-\(aspect.suffix)"
    var id = Self.otherIDs[composed] ?? composed
    let level = isOneWay ? .info : Self.otherLevels[id] ?? kind.direction.level(of: aspect.effect)
    if isOneWay, let guarded = Self.guarded(id, kind) { id = guarded }
    self.id = id
    self.level = level
    effect = isOneWay ? .keeps : aspect.effect
    wire = kind.direction.words(for: effect)
  }

  /// The rule for a change of a member of an object.
  ///
  /// - Parameters:
  ///   - kind: the kind of place of the member.
  ///   - isRequired: whether the member is required: where it was removed, in the old document, else in the new one.
  ///   - hasDefault: whether the member has a default.
  init(
    member aspect: SchemaAspect,
    at kind: SchemaPlace.Kind,
    isRequired: Bool,
    hasDefault: Bool,
    isOneWay: Bool = false
  ) {
    let (required, oneWay) = (isRequired ? "required" : "optional", isOneWay ? Self.oneWay(kind) : "")
    let withDefault = isRequired && hasDefault ? "-with-default" : ""
    let effect: WireEffect
    switch (aspect, kind.direction) {
    case (.propertyAdded, .request):
      id = "new-\(required)-\(kind.rawValue)\(withDefault)"
      effect = isRequired ? .narrows : .keeps
    case (.propertyAdded, .response):
      id = kind.rawValue.replacing("response-", with: "response-\(required)-\(oneWay)") + "-added"
      effect = isRequired ? .narrows : .keeps
    case (.propertyRemoved, .request):
      id = "\(kind.rawValue)-removed"
      effect = .unknown
    case (.propertyRemoved, .response):
      id = kind.rawValue.replacing("response-", with: "response-\(required)-\(oneWay)") + "-removed"
      effect = isRequired ? .widens : .unknown
    case (.becameRequired, .request):
      id = "\(kind.rawValue)-became-required\(hasDefault ? "-with-default" : "")"
      effect = .narrows
    case (.becameRequired, _), (.becameOptional, _):
      let name = oneWay.isEmpty ? kind.rawValue : kind.rawValue.replacing("response-", with: "response-\(oneWay)")
      id = "\(name)-\(aspect.suffix)"
      effect = aspect.effect
    default:
      id = kind.rawValue.replacing("-property", with: "-\(required)-property") + "-\(aspect.suffix)"
      effect = .keeps
    }
    self.effect = isOneWay ? .keeps : effect
    wire =
      isOneWay ? kind.direction.words(for: .keeps) : Self.wire(aspect, kind.direction, effect, isRequired: isRequired)
    level = isOneWay ? .info : Self.otherLevels[id] ?? kind.direction.level(of: effect)
  }

  private static func wire(
    _ aspect: SchemaAspect,
    _ direction: Direction,
    _ effect: WireEffect,
    isRequired: Bool
  ) -> String {
    switch (aspect, direction) {
    case (.propertyAdded, .request) where !isRequired: "requests may hold one more member"
    case (.propertyAdded, .request), (.becameRequired, .request): "requests without the member may be refused"
    case (.propertyAdded, .response): isRequired ? "answers hold one more member" : "answers may hold one more member"
    case (.propertyRemoved, .request): "the server may ignore the member, or refuse it"
    case (.propertyRemoved, .response): "answers do not hold the member any more"
    case (.becameRequired, .response): "answers always hold the member"
    case (.becameOptional, .request): "requests may leave the member out"
    case (.becameOptional, .response): "answers may lack the member"
    default: direction.words(for: effect)
    }
  }

  private static func oneWay(_ kind: SchemaPlace.Kind) -> String {
    kind.direction == .request ? "read-only-" : "write-only-"
  }

  /// The id with the word that says that the value never travels this way, where oasdiff has one.
  private static func guarded(_ id: String, _ kind: SchemaPlace.Kind) -> String? {
    let name = kind.rawValue.replacing("-property", with: "-\(oneWay(kind))property")
    let guarded = id.replacing(kind.rawValue, with: name)
    return guardedIDs.contains(guarded) ? guarded : nil
  }

  /// Ids that are not made like the others.
  private static let otherIDs = [
    "response-body-enum-value-removed": "response-mediatype-enum-value-removed",
    // What a request may hold is narrowed by another type, and oasdiff has one id for both.
    "request-property-type-specialized": "request-property-type-changed",
    "request-body-type-specialized": "request-body-type-changed",
    "request-parameter-type-specialized": "request-parameter-type-changed",
  ]

  /// Levels that do not follow from what a change does.
  private static let otherLevels: [String: ChangeLevel] = [
    "response-property-enum-value-added": .warning,
    "response-body-enum-value-added": .warning,
    "response-optional-property-removed": .warning,
    "request-parameter-property-type-changed": .warning,
    // Clients keep members that they do not know.
    "response-body-additional-properties-allowed": .info,
    "response-property-additional-properties-allowed": .info,
    "response-required-property-became-not-write-only": .warning,
  ]

  private static let guardedIDs: Set<String> = Set(
    ["max", "max-length", "max-items", "max-properties", "exclusive-max"].map {
      "request-read-only-property-\($0)-decreased"
    } + ["min", "exclusive-min"].map { "request-read-only-property-\($0)-increased" }
      + ["request-read-only-property-enum-value-removed", "response-write-only-property-enum-value-added"]
  )
}
