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
  /// The names of the schemes.
  package var schemes: [String]
  /// Where the requirement was written.
  package var span: SourceSpan

  static func list(reading node: YAMLNode?, _ reader: inout NodeReader) -> [SecurityRequirement]? {
    guard let node, !node.isNull else { return nil }
    return reader.items(node, "`security`").map { SecurityRequirement(schemes: $0.entries.map(\.key), span: $0.span) }
  }
}

extension SecurityScheme {
  init?(reading node: YAMLNode, _ reader: inout NodeReader) {
    guard node.kind == .mapping else {
      reader.unexpected(node, wanted: "a security scheme")
      return nil
    }
    reader.checkKeys(of: node, .securityScheme)
    description = reader.text(node, "description")
    span = node.span
    let type = reader.text(node, "type") ?? ""
    let name = reader.text(node, "name") ?? ""
    switch (type, (reader.text(node, "scheme") ?? "").lowercased(), reader.text(node, "in") ?? "") {
    case ("http", "basic", _): placement = .basic
    case ("http", "bearer", _), ("oauth2", _, _), ("openIdConnect", _, _): placement = .bearer
    case ("apiKey", _, "header") where name.lowercased() == "authorization": placement = .header("Authorization")
    case ("apiKey", _, "header"): placement = .header(name)
    case ("apiKey", _, "query"): placement = .query(name)
    case ("apiKey", _, "cookie"): placement = .cookie(name)
    case (let type, _, _): placement = .other(type)
    }
  }
}
