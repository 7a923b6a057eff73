import Foundation
import HTTPTypes

/// One request of an exchange that may be redirected: where it goes, what it is, and whether it may carry secrets.
struct Hop: Sendable {
  var origin: Origin
  var path: String
  var method: HTTPRequest.Method
  var headers: HTTPFields
  var body: BodyContent?
  /// False from the first foreign address on; coming back does not restore it.
  var trusted: Bool

  /// The first hop of a request.
  init(_ request: PreparedRequest) {
    origin = request.base.origin
    path = request.pathAndQuery
    method = request.method
    headers = request.headers
    body = request.body
    trusted = true
  }

  /// The message, without credential.
  var message: HTTPRequest {
    HTTPRequest(method: method, scheme: origin.scheme, authority: origin.authority, path: path, headerFields: headers)
  }

  /// The hop that an answer asks for (RFC 9110, section 15.4); nil when the answer is no redirect.
  ///
  /// - Throws: `TransportError` when it leads where the request must not go.
  func redirected(by response: HTTPResponse) throws -> Hop? {
    guard [301, 302, 303, 307, 308].contains(response.status.code), let location = response.headerFields[.location]
    else { return nil }
    var next = self
    let target = try resolve(location)
    next.origin = target.origin
    next.path = target.path
    next.changeMethod(for: response.status.code)
    // http to the same host is another origin too: the scheme is a part of it.
    guard next.origin != origin else { return next }
    guard next.method == .get || next.method == .head else {
      throw TransportError(
        .redirect,
        "the server redirects this \(method.rawValue) to another address, \(next.origin), where it is not sent again; "
          + "check the base URL"
      )
    }
    next.dropSecrets()
    return next
  }

  private func resolve(_ location: String) throws -> (origin: Origin, path: String) {
    guard let base = URL(string: "\(origin)\(path)"), let url = URL(string: location, relativeTo: base),
      let components = URLComponents(url: url, resolvingAgainstBaseURL: true), let target = Origin(components)
    else {
      throw TransportError(.redirect, "the server redirects to something that is no http or https address")
    }
    let path = components.percentEncodedPath.isEmpty ? "/" : components.percentEncodedPath
    return (target, components.percentEncodedQuery.map { "\(path)?\($0)" } ?? path)
  }

  /// 303 means "fetch the result there"; 301 and 302 have come to mean the same for POST. Others keep the method.
  private mutating func changeMethod(for status: Int) {
    guard status == 303 && method != .head || (status == 301 || status == 302) && method == .post else { return }
    method = .get
    body = nil
    headers[.contentType] = nil
  }

  /// What goes to a foreign address says what is wanted and in which form, nothing about who asks: callers put secrets
  /// into fields of any name.
  private mutating func dropSecrets() {
    trusted = false
    let harmless: Set<HTTPField.Name> = [.accept, .acceptEncoding, .acceptLanguage, .userAgent]
    headers = HTTPFields(headers.filter { harmless.contains($0.name) })
  }
}
