/// The credential for one of an API's security schemes, if there is one.
public struct SchemeCredential: Sendable {
  let scheme: String
  let authentication: Authentication
  let credential: Credential?

  /// - Parameters:
  ///   - scheme: The scheme's name in the API document; calls name the schemes that they need.
  ///   - authentication: How the token travels.
  ///   - credential: The token, or where it comes from; nil for none.
  public init(_ scheme: String, _ authentication: Authentication, _ credential: Credential?) {
    self.scheme = scheme
    self.authentication = authentication
    self.credential = credential
  }
}
