/// The API as a whole.
extension OperationRule {
  private static let unauthorized = "credentials that were enough may be refused"
  private static let otherCredentials = "there is one more way to authenticate"

  static let securityAdded = OperationRule(
    "api-security-added",
    .info,
    wire: otherCredentials,
    "callers may authenticate with $0 now"
  )
  static let securityRemoved = OperationRule(
    "api-security-removed",
    .error,
    wire: unauthorized,
    "callers cannot authenticate with $0 any more"
  )
  static let scopeAdded = OperationRule(
    "api-security-scope-added",
    .error,
    wire: unauthorized,
    "$1 needs the scope $0 now"
  )
  static let scopeRemoved = OperationRule(
    "api-security-scope-removed",
    .info,
    wire: "credentials with fewer rights are enough",
    "$1 does not need the scope $0 any more"
  )
  static let globalSecurityAdded = OperationRule(
    "api-global-security-added",
    .info,
    wire: otherCredentials,
    "callers of the API may authenticate with $0 now"
  )
  static let globalSecurityRemoved = OperationRule(
    "api-global-security-removed",
    .error,
    wire: unauthorized,
    "callers of the API cannot authenticate with $0 any more"
  )
  static let globalScopeAdded = OperationRule(
    "api-global-security-scope-added",
    .error,
    wire: unauthorized,
    "$1 needs the scope $0 for the whole API now"
  )
  static let globalScopeRemoved = OperationRule(
    "api-global-security-scope-removed",
    .info,
    wire: "credentials with fewer rights are enough",
    "$1 does not need the scope $0 for the whole API any more"
  )
  static let schemeAdded = OperationRule(
    "api-security-component-added",
    .info,
    wire: same,
    "the security scheme $0 was added"
  )
  static let schemeRemoved = OperationRule(
    "api-security-component-removed",
    .info,
    wire: same,
    "the security scheme $0 was removed"
  )
  static let schemeChanged = OperationRule(
    "api-security-component-type-changed",
    .info,
    wire: "credentials travel differently",
    "the security scheme $0 is $2 now, and was $1"
  )
  static let serverAdded = OperationRule(
    "api-server-added",
    .info,
    wire: same,
    "the server $0 was added"
  )
  static let serverRemoved = OperationRule(
    "api-server-removed",
    .warning,
    wire: "requests that go there may not be answered",
    "the server $0 was removed"
  )
  static let defaultServerChanged = OperationRule(
    "api-default-server-changed",
    .warning,
    wire: "requests go elsewhere",
    "the first server is $1 now, and was $0"
  )
  static let schemaRemoved = OperationRule("api-schema-removed", .info, wire: same, "the schema $0 was removed")
  static let schemaRenamed = OperationRule("api-schema-renamed", .info, wire: same, "the schema $0 is called $1 now")

  static let whole = [
    securityAdded, securityRemoved, scopeAdded, scopeRemoved, globalSecurityAdded, globalSecurityRemoved,
    globalScopeAdded, globalScopeRemoved, schemeAdded, schemeRemoved, schemeChanged, serverAdded, serverRemoved,
    defaultServerChanged, schemaRemoved, schemaRenamed,
  ]
}
