import Foundation
import HTTPTypes

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

/// Hands what URLSession reports to the exchange that it belongs to.
final class TransferDelegate: NSObject, URLSessionDataDelegate, Sendable {
  private let transfers = Locked<[Int: Transfer]>([:])

  func add(_ transfer: Transfer, for task: URLSessionTask) {
    transfers.withLock { $0[task.taskIdentifier] = transfer }
  }

  private func transfer(_ task: URLSessionTask) -> Transfer? {
    transfers.withLock { $0[task.taskIdentifier] }
  }

  /// Refuses: URLSession on Linux would send the credential along to any host. The answer then is the redirect itself.
  func urlSession(
    _ session: URLSession,
    task: URLSessionTask,
    willPerformHTTPRedirection response: HTTPURLResponse,
    newRequest request: URLRequest,
    completionHandler: @escaping (URLRequest?) -> Void
  ) {
    completionHandler(nil)
  }

  #if canImport(FoundationNetworking)
    /// Ends an answer that asks for credentials (401 with `WWW-Authenticate`), as the answer that it is.
    ///
    /// On Linux the challenge comes after the last byte, and the default handling never reports an end. The handler is
    /// not called: it would cancel the task from the queue that this waits for.
    func urlSession(
      _ session: URLSession,
      task: URLSessionTask,
      didReceive challenge: URLAuthenticationChallenge,
      completionHandler: @escaping @Sendable (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
      transfer(task)?.finish(.success(()))
      transfer(task)?.stop()
    }
  #endif

  func urlSession(
    _ session: URLSession,
    dataTask: URLSessionDataTask,
    didReceive response: URLResponse,
    completionHandler: @escaping (URLSession.ResponseDisposition) -> Void
  ) {
    if let response = response as? HTTPURLResponse { transfer(dataTask)?.received(HTTPResponse(response)) }
    completionHandler(.allow)
  }

  func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
    transfer(dataTask)?.received(data)
  }

  func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
    let transfer = transfers.withLock { $0.removeValue(forKey: task.taskIdentifier) }
    if let error {
      transfer?.completed(.failure(TransportError(urlError: error)))
    } else {
      transfer?.completed(.success(()))
    }
  }
}

extension HTTPResponse {
  /// The head of an answer from URLSession; fields whose names are none are left out.
  fileprivate init(_ response: HTTPURLResponse) {
    self.init(status: Status(code: min(max(response.statusCode, 0), 999)))
    for (name, value) in response.allHeaderFields {
      guard let name = (name as? String).flatMap({ HTTPField.Name($0) }), let value = value as? String else { continue }
      headerFields.append(HTTPField(name: name, value: value))
    }
  }
}
