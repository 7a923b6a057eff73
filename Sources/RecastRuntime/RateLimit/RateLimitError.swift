public import Foundation

/// A call that was not sent: the API's limit on calls would make it wait longer than it may.
public struct RateLimitError: Error, Sendable {
  /// The operation that was called.
  public let operationID: String
  /// The limit that holds.
  public let rateLimit: RateLimit
  /// How long the call would have to wait.
  public let wait: Duration
}

extension RateLimitError: CustomStringConvertible {
  /// One line.
  public var description: String {
    let limits = rateLimit.limits.map { "\($0.calls) per \($0.per.readable)" }.joined(separator: " and ")
    return "\(operationID) was not sent: the limit of \(limits) (\(rateLimit.scope)) is used up; "
      + "it is free again in \(wait.readable). Call later, or allow more time"
  }
}

extension RateLimitError: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
