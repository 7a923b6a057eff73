public import Foundation

/// A call that cannot be sent as it is: an empty path parameter, a line break in a header, a body without a JSON form,
/// a form that breaks a rule of the API. Nothing was sent.
public struct InvalidRequest: Error, Sendable, CustomStringConvertible {
  /// What is wrong and what to do about it.
  public let message: String
  /// The rule of the API that the call breaks; nil when the call could not be sent for another reason.
  public let broken: BrokenRule?
  /// The operation concerned, once it is known.
  public internal(set) var operationID: String?

  init(_ message: String, broken: BrokenRule? = nil) {
    self.message = message
    self.broken = broken
  }

  /// One line.
  public var description: String { (operationID.map { "\($0) was not sent: " } ?? "not sent: ") + message }
}

extension InvalidRequest: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
