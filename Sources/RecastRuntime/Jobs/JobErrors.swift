public import Foundation

/// A job that is over and has no result.
public struct JobFailed<Value: Sendable>: Error, Sendable {
  /// What the job was to make: `report`.
  public let name: String
  /// Its identifier.
  public let id: String
  /// The state that ended it.
  public let status: String
  /// The last answer, which may say why.
  public let snapshot: Value
}

/// A job that was not over when the time was up. It may well end later: ask again with the same identifier.
public struct JobTimedOut<Value: Sendable>: Error, Sendable {
  /// What the job is to make: `report`.
  public let name: String
  /// Its identifier.
  public let id: String
  /// The last state; nil when there was no answer at all.
  public let status: String?
  /// The last answer; nil when there was none.
  public let snapshot: Value?
  /// How long the wait was.
  public let elapsed: Duration
  /// What went wrong when the job was last asked; nil when it answered.
  public let lastError: (any Error)?
}

/// A job in a state that the API document does not list, so that nobody knows whether it is over.
public struct UnknownJobStatus<Value: Sendable>: Error, Sendable {
  /// What the job is to make: `report`.
  public let name: String
  /// Its identifier.
  public let id: String
  /// The state.
  public let status: String
  /// The answer.
  public let snapshot: Value
}

extension JobFailed: CustomStringConvertible, LocalizedError {
  /// One line.
  public var description: String { "the \(name) \(id) ended as \(OneLine.quoted(status)) and has no result" }
  /// The description.
  public var errorDescription: String? { description }
}

extension JobTimedOut: CustomStringConvertible, LocalizedError {
  /// One line.
  public var description: String {
    let state = status.map { "is still \(OneLine.quoted($0))" } ?? "has not answered"
    let problem = lastError.map { "; the last question failed: \($0)" } ?? ""
    return "the \(name) \(id) \(state) after \(elapsed.readable)\(problem). Ask again later, or allow more time"
  }
  /// The description.
  public var errorDescription: String? { description }
}

extension UnknownJobStatus: CustomStringConvertible, LocalizedError {
  /// One line.
  public var description: String {
    "the \(name) \(id) is in the unknown state \(OneLine.quoted(status)). If it only means that the job goes on, "
      + "wait with onUnknownStatus: .keepPolling"
  }
  /// The description.
  public var errorDescription: String? { description }
}
