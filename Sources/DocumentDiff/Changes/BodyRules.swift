/// Request bodies.
extension OperationRule {
  static let requiredBodyAdded = OperationRule(
    "request-body-added-required",
    .error,
    wire: refused,
    "requests need a body now"
  )
  static let optionalBodyAdded = OperationRule(
    "request-body-added-optional",
    .info,
    wire: "requests may hold more than before",
    "requests may have a body now"
  )
  static let bodyRemoved = OperationRule(
    "request-body-removed",
    .error,
    wire: "the server may ignore the body, or refuse it",
    "requests have no body any more"
  )
  static let bodyBecameRequired = OperationRule(
    "request-body-became-required",
    .error,
    wire: refused,
    "the request body is required now"
  )
  static let bodyBecameOptional = OperationRule(
    "request-body-became-optional",
    .info,
    wire: "requests may leave the body out",
    "the request body is optional now"
  )
  static let requestMediaTypeAdded = OperationRule(
    "request-body-media-type-added",
    .info,
    wire: "requests may hold more than before",
    "the request body may be $0 now"
  )
  static let requestMediaTypeRemoved = OperationRule(
    "request-body-media-type-removed",
    .error,
    wire: refused,
    "the request body cannot be $0 any more"
  )
  static let requestSchemaAdded = OperationRule(
    "request-body-media-type-schema-added",
    .error,
    wire: refused,
    "the request body of type $0 is described now"
  )
  static let requestSchemaRemoved = OperationRule(
    "request-body-media-type-schema-removed",
    .info,
    wire: "requests may hold more than before",
    "the request body of type $0 is not described any more"
  )

  static let encodingChanged = OperationRule(
    "request-body-encoding-changed",
    .error,
    wire: "the same value is written differently in the request",
    "the member $0 of the form travels as $2 now, and travelled as $1"
  )

  static let bodies = [
    requiredBodyAdded, optionalBodyAdded, bodyRemoved, bodyBecameRequired, bodyBecameOptional, requestMediaTypeAdded,
    requestMediaTypeRemoved, requestSchemaAdded, requestSchemaRemoved, encodingChanged,
  ]
}
