/// What a job said when it was asked.
public struct JobUpdate<Value: Sendable>: Sendable {
  /// Its state.
  public let status: String
  /// The whole answer.
  public let value: Value
  /// How often it was asked so far, questions without an answer included; 1 for the first.
  public let attempt: Int
  /// The time since the wait began.
  public let elapsed: Duration
}
