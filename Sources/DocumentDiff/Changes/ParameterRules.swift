/// Parameters.
extension OperationRule {
  private static let ignored = "the server may ignore the parameter, or refuse it"
  private static let written = "the same value is written differently in the request"

  static let requiredParameterAdded = OperationRule(
    "new-required-request-parameter",
    .error,
    wire: refused,
    "the required #0 parameter $1 was added"
  )
  static let optionalParameterAdded = OperationRule(
    "new-optional-request-parameter",
    .info,
    wire: "requests may hold more than before",
    "the optional #0 parameter $1 was added"
  )
  static let parameterRemoved = OperationRule(
    "request-parameter-removed",
    .warning,
    wire: ignored,
    "the #0 parameter $1 was removed"
  )
  static let parameterRemovedAfterDeprecation = OperationRule(
    "request-parameter-removed-with-deprecation",
    .info,
    wire: ignored,
    "the #0 parameter $1, which was deprecated, was removed"
  )
  static let parameterBecameRequired = OperationRule(
    "request-parameter-became-required",
    .error,
    wire: refused,
    "the #0 parameter $1 is required now"
  )
  static let parameterBecameOptional = OperationRule(
    "request-parameter-became-optional",
    .info,
    wire: "requests may leave the parameter out",
    "the #0 parameter $1 is optional now"
  )
  static let parameterDeprecated = OperationRule(
    "request-parameter-deprecated",
    .info,
    wire: same,
    "the #0 parameter $1 is deprecated now"
  )
  static let parameterReactivated = OperationRule(
    "request-parameter-reactivated",
    .info,
    wire: same,
    "the #0 parameter $1 is not deprecated any more"
  )
  static let styleChanged = OperationRule(
    "request-parameter-style-changed",
    .error,
    wire: written,
    "the #0 parameter $1 is written in the style $3 now, and was written as $2"
  )
  static let explodeChanged = OperationRule(
    "request-parameter-explode-changed",
    .error,
    wire: written,
    "`explode` of the #0 parameter $1 changed from $2 to $3"
  )
  static let becameReserved = OperationRule(
    "request-parameter-became-allow-reserved",
    .info,
    wire: written,
    "reserved characters stand for themselves in the #0 parameter $1 now"
  )
  static let becameNotReserved = OperationRule(
    "request-parameter-became-not-allow-reserved",
    .error,
    wire: written,
    "reserved characters are escaped in the #0 parameter $1 now"
  )
  static let pathParameterRenamed = OperationRule(
    "request-path-parameter-renamed",
    .info,
    wire: same,
    "the path parameter $0 is called $1 now"
  )
  static let parameterDescriptionChanged = OperationRule(
    "request-parameter-description-changed",
    .info,
    wire: same,
    "the #0 parameter $1 is described differently"
  )

  static let parameters = [
    requiredParameterAdded, optionalParameterAdded, parameterRemoved, parameterRemovedAfterDeprecation,
    parameterBecameRequired, parameterBecameOptional, parameterDeprecated, parameterReactivated, styleChanged,
    explodeChanged, becameReserved, becameNotReserved, pathParameterRenamed, parameterDescriptionChanged,
  ]
}
