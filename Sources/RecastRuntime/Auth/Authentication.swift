import Foundation
import HTTPTypes

/// How a credential travels with a request.
public struct Authentication: Sendable, Hashable {
  enum Scheme: Sendable, Hashable {
    case bearer
    case basic
    case header(String)
    case query(String)
    case cookie(String)
    case authorization(String)
  }

  let scheme: Scheme

  /// `Authorization: Bearer <token>` (RFC 6750, section 2.1).
  public static var bearer: Authentication { Authentication(scheme: .bearer) }

  /// `Authorization: Basic <base64>` (RFC 7617); the credential is `user:password`.
  public static var basic: Authentication { Authentication(scheme: .basic) }

  /// A header field of its own, such as `X-API-Key`.
  public static func header(_ name: String) -> Authentication { Authentication(scheme: .header(name)) }

  /// A query parameter. Such a token stands in the server's logs; prefer a header where the API has both.
  public static func query(_ name: String) -> Authentication { Authentication(scheme: .query(name)) }

  /// A cookie.
  public static func cookie(_ name: String) -> Authentication { Authentication(scheme: .cookie(name)) }

  /// `Authorization: <scheme> <token>` with a scheme of the API's own (RFC 9110, section 11.6.2).
  public static func authorization(scheme: String) -> Authentication {
    Authentication(scheme: .authorization(scheme))
  }

  /// Refuses a name that is none, when the connection is made rather than at the first call.
  func check() throws {
    switch scheme {
    // The names of cookies and schemes are tokens, as those of header fields are (RFC 6265, section 4.1.1).
    case .header(let name), .cookie(let name), .authorization(let name):
      guard HTTPField.Name(name) != nil else {
        throw ConfigurationError("\(name.debugDescription) cannot be the name of a header field for the token")
      }
    case .bearer, .basic, .query: break
    }
  }

  /// Whether the secret is the value of `Authorization` as a whole, with a scheme and a space in it.
  private var isWholeAuthorization: Bool {
    if case .header(let name) = scheme { name.lowercased() == "authorization" } else { false }
  }

  /// The secret, if it can be sent this way.
  ///
  /// - Throws: `ConfigurationError`, which never shows the secret.
  func checked(_ secret: Secret, origin: String) throws -> Secret {
    let scalars = secret.exposed.unicodeScalars
    if scalars.isEmpty {
      throw ConfigurationError("\(origin) is empty; it must hold the token and nothing else")
    }
    if scheme == .basic {
      // RFC 7617, section 2: no control characters; a password may well contain spaces.
      guard scalars.contains(":") else {
        throw ConfigurationError("\(origin) must have the form user:password")
      }
      guard scalars.allSatisfy({ $0.properties.generalCategory != .control }) else {
        throw ConfigurationError("\(origin) contains a line break or control character; remove it")
      }
      return secret
    }
    let spaces = scalars.filter(\.properties.isWhitespace)
    let mayHaveSpaces =
      isWholeAuthorization && spaces.allSatisfy { $0 == " " } && scalars.first != " " && scalars.last != " "
    if !spaces.isEmpty, !mayHaveSpaces {
      throw ConfigurationError(
        "\(origin) contains a space or line break, often the newline at the end of a file; "
          + "it must hold the token and nothing else"
      )
    }
    guard scalars.allSatisfy({ (0x20...0x7E).contains($0.value) }) else {
      throw ConfigurationError("\(origin) contains a character that no token has; copy the token again")
    }
    // RFC 6265, section 4.1.1: these would end the cookie and begin another one.
    if case .cookie = scheme, scalars.contains(where: { "\",;\\".unicodeScalars.contains($0) }) {
      throw ConfigurationError("\(origin) contains a character that no cookie has; percent-encode it if the API does")
    }
    return secret
  }

  /// The request with the secret in its place; one that a redirect's address already carries is replaced.
  func apply(_ secret: Secret, to request: inout HTTPRequest) {
    switch scheme {
    case .bearer:
      request.headerFields[.authorization] = "Bearer \(secret.exposed)"
    case .basic:
      request.headerFields[.authorization] = "Basic \(Data(secret.exposed.utf8).base64EncodedString())"
    case .header(let name):
      if let fieldName = HTTPField.Name(name) { request.headerFields[fieldName] = secret.exposed }
    case .query(let name):
      request.path = Self.path(request.path ?? "/", name: name, value: secret.exposed)
    case .cookie(let name):
      let others = request.headerFields[.cookie].map { Self.cookies($0, without: name) } ?? []
      request.headerFields[.cookie] = (others + ["\(name)=\(secret.exposed)"]).joined(separator: "; ")
    case .authorization(let scheme):
      request.headerFields[.authorization] = "\(scheme) \(secret.exposed)"
    }
  }

  private static func cookies(_ text: String, without name: String) -> [String] {
    text.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.hasPrefix("\(name)=") }
  }

  private static func path(_ path: String, name: String, value: String) -> String {
    let encodedName = PercentEncoding.component(name)
    let parts = path.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
    let query = parts.count > 1 ? parts[1] : ""
    var items = query.split(separator: "&").filter { item in
      item.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).first.map { $0 != encodedName } ?? true
    }.map(String.init)
    items.append("\(encodedName)=\(PercentEncoding.component(value))")
    return "\(parts.first ?? "/")?\(items.joined(separator: "&"))"
  }

  /// The texts that must not appear in anything shown to people: the secret, and the forms in which it is sent.
  func sensitiveTexts(_ secret: Secret) -> [Secret] {
    switch scheme {
    case .basic:
      let password = secret.exposed.split(separator: ":", maxSplits: 1).last.map(String.init) ?? ""
      return [secret, Secret(Data(secret.exposed.utf8).base64EncodedString()), Secret(password)]
    case .query: return [secret, Secret(PercentEncoding.component(secret.exposed))]
    case .header where isWholeAuthorization:
      return [secret] + secret.exposed.split(separator: " ").dropFirst().map { Secret(String($0)) }
    case .bearer, .header, .cookie, .authorization: return [secret]
    }
  }
}
