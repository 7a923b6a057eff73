public import Foundation

/// A call that cannot be sent as it is: an empty path parameter, a line break in a header, a body without a JSON form.
/// Nothing was sent.
public struct InvalidRequest: Error, Sendable, CustomStringConvertible {
  /// What is wrong and what to do about it.
  public let message: String
  /// The operation concerned, once it is known.
  public internal(set) var operationID: String?

  init(_ message: String) {
    self.message = message
  }

  /// One line.
  public var description: String { (operationID.map { "\($0) was not sent: " } ?? "not sent: ") + message }
}

extension InvalidRequest: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
