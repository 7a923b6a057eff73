public import HTTPTypes

/// One HTTP exchange.
///
/// A transport sends exactly the request that it is given, follows no redirect, keeps no cookies and adds no
/// credentials: the connection does all that. It returns as soon as the head of the answer is there; the body follows
/// while it is read. It throws `TransportError`, or `CancellationError` when the task is cancelled, which must end the
/// exchange at once.
public protocol Transport: Sendable {
  /// Sends a request and returns the answer, whatever its status.
  ///
  /// A body that is not in memory is to be sent as it is read, with its length as `Content-Length`.
  func send(_ request: HTTPRequest, body: BodyContent?) async throws -> (HTTPResponse, ResponseBody)
}
