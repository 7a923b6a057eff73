public import Foundation

/// No usable answer came: the connection could not be made, broke off, took too long, or led elsewhere.
public struct TransportError: Error, Sendable {
  /// What kind of problem it is, for code that reacts to it. More kinds may come.
  public struct Reason: Hashable, Sendable, CustomStringConvertible {
    /// The name of the kind.
    public let description: String

    /// The host has no address.
    public static let cannotFindHost = Reason(description: "cannotFindHost")
    /// Nothing answers at the address: the server did not get the request.
    public static let cannotConnect = Reason(description: "cannotConnect")
    /// This machine has no network.
    public static let offline = Reason(description: "offline")
    /// The connection broke off: whether the server got the request is unknown.
    public static let connectionLost = Reason(description: "connectionLost")
    /// The time for the call, or for silence on the connection, is over: whether the server acted is unknown.
    public static let timedOut = Reason(description: "timedOut")
    /// The protected connection could not be made: certificate, protocol.
    public static let insecure = Reason(description: "insecure")
    /// The body ended before its announced length.
    public static let truncated = Reason(description: "truncated")
    /// The body is larger than an answer held in memory may be.
    public static let tooLarge = Reason(description: "tooLarge")
    /// The server sent the request to an address where it must not go, or in circles.
    public static let redirect = Reason(description: "redirect")
    /// What came is no HTTP answer, or the transport reports a problem that has no kind of its own.
    public static let other = Reason(description: "other")
  }

  /// What kind of problem it is.
  public let reason: Reason
  /// The problem in words; never a credential.
  public let message: String
  /// Method and path of the request, without its query, once they are known.
  public internal(set) var request: String?

  /// Creates an error; transports throw it.
  public init(_ reason: Reason, _ message: String) {
    self.reason = reason
    self.message = message
  }

  /// The same error with the request in it, if it names none yet.
  func naming(_ label: String) -> TransportError {
    var named = self
    named.request = request ?? label
    return named
  }

  /// Whether the same request may succeed later without any change.
  public var isTransient: Bool {
    reason != .insecure && reason != .tooLarge && reason != .redirect
  }
}

extension TransportError: CustomStringConvertible {
  /// One line.
  public var description: String {
    OneLine.text((request.map { "\($0): " } ?? "") + message, limit: 1000)
  }
}

extension TransportError: LocalizedError {
  /// The description.
  public var errorDescription: String? { description }
}
