public import Foundation

/// A connection that cannot be made, or cannot authenticate, with what it was given.
public struct ConfigurationError: Error, Sendable, CustomStringConvertible {
  /// What is wrong and what to do about it; never a credential.
  public let message: String

  /// Creates an error from a message for people.
  public init(_ message: String) {
    self.message = message
  }

  /// One line.
  public var description: String { message }
}

extension ConfigurationError: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
