/// How a kind of job goes: which states it passes through, how often to ask, and when to give up.
public struct JobDefinition<Value: Sendable>: Sendable {
  /// What the job makes, for messages: `report`.
  public let name: String
  /// The states in which it is not over yet.
  public let pending: [String]
  /// The states in which it is over and its result is there.
  public let success: [String]
  /// The states in which it is over without a result.
  public let failure: [String]
  /// The time between two questions, once the first quick ones are over.
  public let interval: Duration
  /// How long to wait in all, unless the caller says otherwise.
  public let deadline: Duration
  /// The state inside an answer.
  public let status: @Sendable (Value) -> String

  /// Creates a definition.
  public init(
    name: String,
    pending: [String],
    success: [String],
    failure: [String],
    interval: Duration,
    deadline: Duration,
    status: @escaping @Sendable (Value) -> String
  ) {
    self.name = name
    self.pending = pending
    self.success = success
    self.failure = failure
    self.interval = interval
    self.deadline = deadline
    self.status = status
  }
}
