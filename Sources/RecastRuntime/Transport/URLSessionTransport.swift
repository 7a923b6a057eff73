import Foundation
public import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// The transport over Foundation's URLSession: no further package, on every platform.
///
/// Each value has a session of its own, without cookies, cache and stored credentials; copies share it.
public struct URLSessionTransport: Transport {
  private let session: Session

  /// Creates a session.
  ///
  /// - Parameters:
  ///   - idleTimeout: How long a connection may be silent, before the answer and within it. How long a call may take
  ///     in all is the connection's business.
  ///   - connectionsPerHost: How many connections to one host there may be at a time; further requests wait.
  public init(idleTimeout: Duration = .minutes(5), connectionsPerHost: Int = 16) {
    session = Session(idleTimeout: idleTimeout.inSeconds, connectionsPerHost: max(1, connectionsPerHost))
  }

  /// Sends a request; returns with the head of the answer.
  ///
  /// - Throws: `TransportError`, or `CancellationError` when the task is cancelled.
  public func send(_ request: HTTPRequest, body: BodyContent?) async throws -> (HTTPResponse, ResponseBody) {
    let transfer = try session.transfer(for: request, body: body)
    let response = try await transfer.start()
    return (response, ResponseBody(TransferBody(transfer)))
  }
}

/// Owns the session, which keeps itself alive until it is told that no more tasks come.
private final class Session: Sendable {
  private let delegate = TransferDelegate()
  private let session: URLSession
  private let idleTimeout: TimeInterval

  init(idleTimeout: TimeInterval, connectionsPerHost: Int) {
    let configuration = URLSessionConfiguration.ephemeral
    configuration.timeoutIntervalForRequest = idleTimeout
    configuration.httpMaximumConnectionsPerHost = connectionsPerHost
    configuration.httpShouldSetCookies = false
    configuration.httpCookieAcceptPolicy = .never
    configuration.httpCookieStorage = nil
    configuration.urlCredentialStorage = nil
    configuration.urlCache = nil
    configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
    #if canImport(FoundationNetworking)
      let queue: OperationQueue? = InlineQueue()
    #else
      let queue: OperationQueue? = nil
    #endif
    session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: queue)
    self.idleTimeout = idleTimeout
  }

  deinit { session.finishTasksAndInvalidate() }

  func transfer(for request: HTTPRequest, body: BodyContent?) throws -> Transfer {
    let address = "\(request.scheme ?? "https")://\(request.authority ?? "")\(request.path ?? "/")"
    guard let url = URL(string: address) else {
      // Not shown: the query may hold the token.
      throw TransportError(.other, "the address of the request is no URL")
    }
    var message = URLRequest(url: url)
    message.httpMethod = request.method.rawValue
    // The initializer's argument for this is ignored on Linux; the property is not.
    message.timeoutInterval = idleTimeout
    for field in request.headerFields {
      message.addValue(field.value, forHTTPHeaderField: field.name.rawName)
    }
    let transfer = try transfer(message, body)
    delegate.add(transfer, for: transfer.task)
    return transfer
  }

  /// What is not in memory is uploaded from a file: Foundation reads that piece by piece and knows its length, while a
  /// stream would be sent without one, which not every server takes.
  private func transfer(_ message: URLRequest, _ body: BodyContent?) throws -> Transfer {
    if body != nil, message.httpMethod == "GET" {
      throw TransportError(.other, "URLSession sends no GET with a body; leave the body out, or use another transport")
    }
    guard let body, body.bytes == nil else {
      var message = message
      message.httpBody = body?.bytes.map { Data($0) }
      return Transfer(session.dataTask(with: message))
    }
    let spool = try body.file == nil ? UploadSpool(body) : nil
    guard let file = spool?.url ?? body.file else { return Transfer(session.dataTask(with: message)) }
    return Transfer(session.uploadTask(with: message, fromFile: file), spool: spool)
  }
}
