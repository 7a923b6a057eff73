/// What no document says, and people know.
extension OperationRule {
  private static let otherMeaning = "the same values mean something else"

  static let meaningChanged = OperationRule(
    "endpoint-meaning-changed",
    .warning,
    wire: "the same requests are answered differently",
    "the operation works differently"
  )
  static let requestMeaningChanged = OperationRule(
    "request-property-meaning-changed",
    .warning,
    wire: otherMeaning,
    "the request property $0 means something else now"
  )
  static let parameterMeaningChanged = OperationRule(
    "request-parameter-meaning-changed",
    .warning,
    wire: otherMeaning,
    "the parameter $0 means something else now"
  )
  static let responseMeaningChanged = OperationRule(
    "response-property-meaning-changed",
    .warning,
    wire: otherMeaning,
    "the response property $0 means something else now"
  )

  static let notes = [meaningChanged, requestMeaningChanged, parameterMeaningChanged, responseMeaningChanged]
}
