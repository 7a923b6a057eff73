/// Every kind of change that can be reported, for `explain` and for the documentation.
package enum ChangeCatalog {
  /// What there is to say about a kind of change.
  package struct Entry: Sendable {
    /// The id.
    package let id: String
    /// The level.
    package let level: ChangeLevel
    /// The change in one line, with dots where values stand.
    package let summary: String
    /// What it does to the values that travel.
    package let wire: String
    /// Whether the id is oasdiff's; others follow its pattern.
    package let isFromOasdiff: Bool
    /// Whether the change is one of a schema, so that it can happen at many kinds of places.
    package let isOfSchema: Bool
  }

  /// The groups of changes, each sorted by id.
  package static let groups: [(title: String, entries: [Entry])] = [
    ("Operations", OperationRule.operations.map(entry)),
    (
      "Parameters", OperationRule.parameters.map(entry) + schemaEntries([.requestParameter, .requestParameterProperty])
    ),
    ("Request bodies", OperationRule.bodies.map(entry) + schemaEntries([.requestBody, .requestProperty])),
    (
      "Answers",
      OperationRule.answers.map(entry)
        + schemaEntries([.responseBody, .responseProperty, .responseHeader, .responseHeaderProperty])
    ),
    ("The API as a whole", OperationRule.whole.map(entry)),
    ("Notes of people", OperationRule.notes.map(entry)),
  ].map { ($0.0, $0.1.sorted { $0.id < $1.id }) }

  /// The entry of an id.
  package static func entry(named id: String) -> Entry? { entries[id] }

  /// All ids.
  package static var ids: Set<String> { Set(entries.keys) }

  /// What can change about a schema, as ids end.
  package static let schemaSuffixes = SchemaAspect.everywhere.map(\.suffix)

  private static let entries = Dictionary(
    groups.flatMap(\.entries).map { ($0.id, $0) },
    uniquingKeysWith: { first, _ in first }
  )

  private static func entry(_ rule: OperationRule) -> Entry {
    Entry(
      id: rule.id,
      level: rule.level,
      summary: Phrase.text(rule.phrase, placeholders: "…"),
      wire: rule.wire,
      isFromOasdiff: OasdiffIDs.contains(rule),
      isOfSchema: false
    )
  }

  /// The changes of schemas at some kinds of places, each id once.
  private static func schemaEntries(_ kinds: [SchemaPlace.Kind]) -> [Entry] {
    var seen: Set<String> = []
    return kinds.flatMap { kind in
      SchemaAspect.everywhere.map { aspect in
        entry(SchemaRule(aspect, at: kind), aspect, kind)
      } + (kind.isProperty ? memberEntries(kind) : [])
    }.filter { seen.insert($0.id).inserted }
  }

  private static func memberEntries(_ kind: SchemaPlace.Kind) -> [Entry] {
    SchemaAspect.members.flatMap { aspect in
      [(true, false), (true, true), (false, false)].flatMap { isRequired, hasDefault in
        [false, true].map { isOneWay in
          entry(
            SchemaRule(member: aspect, at: kind, isRequired: isRequired, hasDefault: hasDefault, isOneWay: isOneWay),
            aspect,
            kind
          )
        }
      }
    }
  }

  private static func entry(_ rule: SchemaRule, _ aspect: SchemaAspect, _ kind: SchemaPlace.Kind) -> Entry {
    Entry(
      id: rule.id,
      level: rule.level,
      summary: Phrase.text(aspect.phrase, noun: kind.words, placeholders: "…"),
      wire: rule.wire,
      isFromOasdiff: OasdiffIDs.contains(aspect, at: kind, rule),
      isOfSchema: true
    )
  }
}

extension SchemaAspect {
  /// What can change about a schema itself, wherever it stands.
  static let everywhere = types + values + parts + limits
}

extension Phrase {
  /// The text of a phrase without values.
  fileprivate static func text(_ phrase: String, noun: String = "", placeholders: String) -> String {
    (0...3).reduce(phrase.replacing("@", with: noun)) {
      $0.replacing("$\($1)", with: placeholders).replacing("#\($1)", with: placeholders)
    }
  }
}
