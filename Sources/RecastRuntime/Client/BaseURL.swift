import Foundation

/// Where an API lives: scheme, host, port, and the path in front of every operation's path.
struct BaseURL: Sendable, Hashable {
  let origin: Origin
  /// Without a slash at its end; empty when the API begins at the root.
  let path: String

  /// Reads a base URL such as `https://api.example.com/v2`.
  ///
  /// - Throws: `ConfigurationError` when it is none, when it carries a user name, query or fragment, or when a
  ///   credential would travel unprotected: only a loopback host may be reached by plain http.
  ///
  /// - Parameter path: the path for a URL that has none.
  init(_ text: String, path defaultPath: String? = nil) throws {
    guard let components = URLComponents(string: text), let origin = Origin(components) else {
      throw ConfigurationError(
        "the base URL \(text.debugDescription) is no absolute http or https URL; write it as https://api.example.com"
      )
    }
    // Not repeated in the message: it may hold a password.
    guard components.user == nil, components.password == nil else {
      throw ConfigurationError("the base URL contains a user name or password; pass it as the credential instead")
    }
    guard components.query == nil, components.fragment == nil else {
      throw ConfigurationError("the base URL of \(origin) has a query or fragment; remove it")
    }
    guard origin.scheme == "https" || origin.isLoopback else {
      throw ConfigurationError(
        "the base URL \(origin) is not protected; use https (plain http is accepted for localhost and 127.0.0.1 only)"
      )
    }
    self.origin = origin
    var path = components.percentEncodedPath
    while path.hasSuffix("/") { path.removeLast() }
    self.path = path.isEmpty ? defaultPath ?? "" : path
  }

  private init(origin: Origin, path: String) {
    self.origin = origin
    self.path = path
  }

  /// The same host with another path.
  func replacing(path: String) -> BaseURL {
    BaseURL(origin: origin, path: String(path.prefix(path.hasSuffix("/") ? path.count - 1 : path.count)))
  }
}

extension BaseURL: CustomStringConvertible {
  var description: String { "\(origin)\(path)" }
}
