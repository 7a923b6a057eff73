/// Answers.
extension OperationRule {
  static let successAdded = OperationRule(
    "response-success-status-added",
    .info,
    wire: "answers may succeed in one more way",
    "answers may have the status $0 now, which is a success"
  )
  static let successRemoved = OperationRule(
    "response-success-status-removed",
    .error,
    wire: "the answer that callers wait for does not come any more",
    "no answer has the status $0 any more, which was a success"
  )
  static let failureAdded = OperationRule(
    "response-non-success-status-added",
    .info,
    wire: "answers may fail in one more way",
    "answers may have the status $0 now"
  )
  static let failureRemoved = OperationRule(
    "response-non-success-status-removed",
    .info,
    wire: "answers fail in one way less",
    "no answer has the status $0 any more"
  )
  static let responseMediaTypeAdded = OperationRule(
    "response-media-type-added",
    .info,
    wire: "answers may come in one more form, for those who ask for it",
    "the answer of status $1 may be $0 now"
  )
  static let responseMediaTypeRemoved = OperationRule(
    "response-media-type-removed",
    .error,
    wire: "answers do not come in this form any more",
    "the answer of status $1 cannot be $0 any more"
  )
  static let responseSchemaAdded = OperationRule(
    "response-body-media-type-schema-added",
    .info,
    wire: "answers hold less than they might have held before",
    "the answer of type $0 and status $1 is described now"
  )
  static let responseSchemaRemoved = OperationRule(
    "response-body-media-type-schema-removed",
    .error,
    wire: "answers may hold anything",
    "the answer of type $0 and status $1 is not described any more"
  )
  static let headerAdded = OperationRule(
    "response-header-added",
    .info,
    wire: "answers have one more header field",
    "the header field $0 of status $1 was added"
  )
  static let requiredHeaderRemoved = OperationRule(
    "required-response-header-removed",
    .error,
    wire: "a header field that was always there is missing",
    "the header field $0 of status $1, which was always there, was removed"
  )
  static let optionalHeaderRemoved = OperationRule(
    "optional-response-header-removed",
    .warning,
    wire: "a header field is missing that was there at times",
    "the header field $0 of status $1 was removed"
  )
  static let headerBecameOptional = OperationRule(
    "response-header-became-optional",
    .error,
    wire: "a header field that was always there may be missing",
    "the header field $0 of status $1 is optional now"
  )
  static let headerBecameRequired = OperationRule(
    "response-header-became-required",
    .info,
    wire: "a header field is always there now",
    "the header field $0 of status $1 is always there now"
  )

  static let answers = [
    successAdded, successRemoved, failureAdded, failureRemoved, responseMediaTypeAdded, responseMediaTypeRemoved,
    responseSchemaAdded, responseSchemaRemoved, headerAdded, requiredHeaderRemoved, optionalHeaderRemoved,
    headerBecameOptional, headerBecameRequired,
  ]
}
