/// How a credential travels.
package enum PlannedAuthentication: Sendable, Equatable {
  case bearer
  case basic
  case header(String)
  case query(String)
  case cookie(String)
  /// `Authorization` with a scheme of the API's own.
  case authorization(String)
  /// Nothing that a message carries.
  case transport
}

/// A security scheme of the document that calls need.
package struct PlannedCredential: Sendable {
  /// The scheme's name in the document.
  package var scheme: String
  /// The Swift name of the initializer's parameter.
  package var name: Identifier
  /// How the credential travels.
  package var authentication: PlannedAuthentication
  /// What the document says about the scheme.
  package var documentation: Documentation
}

/// What a call needs to authenticate.
package enum PlannedSecurity: Sendable {
  /// Nothing.
  case none
  /// The client's only credential, if it has one.
  case credential
  /// All schemes of one of these lists; an empty one stands for nothing.
  case alternatives([[String]])
}
