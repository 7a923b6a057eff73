public import Foundation

/// An edit that came too late each time: between reading what to change and sending the change, somebody else had
/// changed it.
public struct EditConflict: Error, Sendable, CustomStringConvertible {
  /// The operation that was refused.
  public let operationID: String
  /// How often it was tried.
  public let attempts: Int
  /// The last refusal.
  public let refusal: APIError

  /// One line.
  public var description: String {
    "\(operationID) came too late \(attempts) times, somebody else edits the same thing; try again later: \(refusal)"
  }
}

/// An edit of what is not there: the server lists nothing that is current.
public struct NothingToEdit: Error, Sendable, Hashable, CustomStringConvertible {
  /// The operation that was not sent.
  public let operationID: String

  /// One line.
  public var description: String { "\(operationID) was not sent: the server lists nothing that can be edited" }
}

extension EditConflict: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}

extension NothingToEdit: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
