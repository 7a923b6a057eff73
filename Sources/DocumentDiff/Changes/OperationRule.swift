/// A kind of change that is not one of a schema.
struct OperationRule: Sendable, Hashable {
  /// The id.
  let id: String
  /// The level.
  let level: ChangeLevel
  /// What the change does to what travels, in words.
  let wire: String
  /// The change in words: `$0` and so on stand for values.
  let phrase: String

  init(_ id: String, _ level: ChangeLevel, wire: String, _ phrase: String) {
    self.id = id
    self.level = level
    self.wire = wire
    self.phrase = phrase
  }

  /// What is said of the wire where nothing changes there.
  static let same = "nothing"
  /// What is said of requests that the server checks more strictly.
  static let refused = "requests that were valid may be refused"
}

/// Operations.
extension OperationRule {
  private static let gone = "calls are answered with an error"
  private static let more = "there is one more call to make"

  static let endpointAdded = OperationRule("endpoint-added", .info, wire: more, "the operation was added")
  static let pathRemoved = OperationRule(
    "api-path-removed-without-deprecation",
    .error,
    wire: gone,
    "the operation was removed with its path"
  )
  static let pathRemovedAfterDeprecation = OperationRule(
    "api-path-removed-with-deprecation",
    .info,
    wire: gone,
    "the operation, which was deprecated, was removed with its path"
  )
  static let removed = OperationRule("api-removed-without-deprecation", .error, wire: gone, "the operation was removed")
  static let removedAfterDeprecation = OperationRule(
    "api-removed-with-deprecation",
    .info,
    wire: gone,
    "the operation, which was deprecated, was removed"
  )
  static let deprecated = OperationRule("endpoint-deprecated", .info, wire: same, "the operation is deprecated now")
  static let reactivated = OperationRule(
    "endpoint-reactivated",
    .info,
    wire: same,
    "the operation is not deprecated any more"
  )
  static let operationIDRemoved = OperationRule(
    "api-operation-id-removed",
    .info,
    wire: same,
    "the operation is called $1 now, and was called $0"
  )
  static let operationIDAdded = OperationRule(
    "api-operation-id-added",
    .info,
    wire: same,
    "the operation is called $0 now"
  )
  static let tagRemoved = OperationRule("api-tag-removed", .info, wire: same, "the operation has lost the tag $0")
  static let tagAdded = OperationRule("api-tag-added", .info, wire: same, "the operation has the tag $0 now")
  static let descriptionChanged = OperationRule(
    "endpoint-description-changed",
    .info,
    wire: same,
    "the operation is described differently"
  )

  static let methodRenamed = OperationRule(
    "endpoint-method-renamed",
    .info,
    wire: same,
    "the method for the operation is called $1 now, and was called $0"
  )
  static let serverChanged = OperationRule(
    "endpoint-server-changed",
    .warning,
    wire: "requests go elsewhere",
    "the operation has the server $1 now, and had $0"
  )

  static let operations = [
    endpointAdded, pathRemoved, pathRemovedAfterDeprecation, removed, removedAfterDeprecation, deprecated, reactivated,
    operationIDRemoved, operationIDAdded, tagRemoved, tagAdded, descriptionChanged, methodRenamed, serverChanged,
  ]
}
