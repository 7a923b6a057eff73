import RecastDiagnostics
import RecastYAMLReader

/// The Security Scheme Object: a way to authenticate.
package struct SecurityScheme: Sendable {
  /// How a credential travels.
  package enum Placement: Sendable, Equatable {
    /// `Authorization: Bearer …`; OAuth 2 and OpenID Connect end there as well.
    case bearer
    /// `Authorization: Basic …` (RFC 7617).
    case basic
    /// A header of this name holds the key.
    case header(String)
    /// A query parameter of this name holds the key.
    case query(String)
    /// A cookie of this name holds the key.
    case cookie(String)
    /// `Authorization: <scheme> …` with a token that callers bring as it is.
    case authorization(String)
    /// Nothing that a message carries: the transport does it.
    case transport
    /// Something that the generator does not know, with the words of the document.
    case other(String)
  }

  /// How the credential travels.
  package var placement: Placement
  /// What the credential is and how to come by it, CommonMark.
  package var description: String?
  /// Where the scheme was written.
  package var span: SourceSpan
}

/// The Security Requirement Object: schemes that must all be satisfied; empty means that none is needed.
package struct SecurityRequirement: Sendable {
  /// A scheme that has to be satisfied.
  package struct Scheme: Sendable {
    /// The name of the scheme.
    package var name: String
    /// What the credential has to be good for.
    package var scopes: [String]
    /// Where the name was written.
    package var span: SourceSpan
  }

  /// The schemes.
  package var schemes: [Scheme]
}

extension SecurityRequirement {
  static func list(reading node: YAMLNode?, _ reader: inout NodeReader) -> [SecurityRequirement]? {
    guard let node, !node.isNull else { return nil }
    // One requirement where the format wants a list of them; there is one sensible reading.
    let items = node.kind == .sequence ? Array(node.items) : [node]
    let requirements = items.compactMap { SecurityRequirement(reading: $0, &reader) }
    // What cannot be read must not mean that no credential is sent.
    return requirements.isEmpty && !items.isEmpty ? nil : requirements
  }

  private init?(reading item: YAMLNode, _ reader: inout NodeReader) {
    switch item.kind {
    case .mapping:
      self.init(
        schemes: item.entries.map { entry in
          Scheme(
            name: entry.key,
            scopes: entry.value.kind == .sequence ? entry.value.items.compactMap(\.scalarText) : [],
            span: entry.keySpan
          )
        }
      )
    case .string:
      let name = item.string ?? ""
      reader.unexpected(item, wanted: "a security requirement", label: "read as `\(name): []`")
      self.init(schemes: [Scheme(name: name, scopes: [], span: item.span)])
    default:
      reader.unexpected(item, wanted: "a security requirement")
      return nil
    }
  }
}

extension SecurityScheme {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    guard let node = reader.followed(node, .securitySchemes) else { return nil }
    guard node.kind == .mapping else {
      reader.unexpected(node, wanted: "a security scheme")
      return nil
    }
    reader.checkKeys(of: node, .securityScheme)
    description = reader.text(node, "description")
    span = node.span
    placement = Self.placement(
      type: reader.text(node, "type") ?? "",
      scheme: reader.text(node, "scheme") ?? "",
      location: reader.text(node, "in") ?? "",
      name: reader.text(node, "name") ?? ""
    )
  }

  private static func placement(type: String, scheme: String, location: String, name: String) -> Placement {
    switch (type, scheme.lowercased(), location) {
    case ("http", "basic", _), ("basic", _, _): .basic
    // Rails documents say `type: bearer` where they mean `type: http`.
    case ("http", "bearer", _), ("oauth2", _, _), ("openIdConnect", _, _), ("bearer", _, _): .bearer
    case ("apiKey", _, "header") where name.lowercased() == "authorization": .header("Authorization")
    case ("apiKey", _, "header") where !name.isEmpty: .header(name)
    case ("apiKey", _, "query") where !name.isEmpty: .query(name)
    case ("apiKey", _, "cookie") where !name.isEmpty: .cookie(name)
    case ("mutualTLS", _, _): .transport
    case ("http", let word, _) where !word.isEmpty && !computed.contains(word): .authorization(scheme)
    case ("http", _, _): .other("http \(scheme)")
    case ("apiKey", _, _): .other("apiKey in \(location)")
    default: .other(type)
    }
  }

  /// Schemes whose credential is computed anew for each message (the registry of RFC 9110, section 16.4.1).
  private static let computed: Set<String> = [
    "digest", "dpop", "gnap", "hoba", "hmac", "mutual", "negotiate", "ntlm", "oauth", "scram-sha-1", "scram-sha-256",
    "signature", "vapid", "aws4-hmac-sha256",
  ]
}
