extension DiagnosticTag {
  /// A way to authenticate is not generated.
  package static let unsupportedSecurity = DiagnosticTag("unsupported-security")
  /// A security requirement names a scheme that is not declared.
  package static let undeclaredSecurityScheme = DiagnosticTag("undeclared-security-scheme")
  /// Security schemes are declared, but no operation asks for one.
  package static let unstatedSecurity = DiagnosticTag("unstated-security")
  /// A server's URL cannot be a base URL.
  package static let unusableServer = DiagnosticTag("unusable-server")
}

extension DiagnosticCatalog {
  /// What there is to say about servers and credentials.
  static let connections: [Entry] = [
    Entry(
      .unsupportedSecurity,
      summary: "a way to authenticate is not generated",
      explanation: """
        Bearer tokens (OAuth 2 and OpenID Connect included), basic authentication, schemes of `Authorization` with a \
        fixed token, and keys in headers, queries and cookies are generated. Signatures that are computed for each \
        message, and client certificates, are not.
        """,
      remedy: "Add the header through `CallOptions`, or do it in a transport of your own."
    ),
    Entry(
      .undeclaredSecurityScheme,
      summary: "a security requirement names a scheme that is not declared",
      explanation: """
        Nothing says how the credential is sent, so it is not.
        """,
      remedy: "Declare the scheme under `components.securitySchemes`, or correct the name."
    ),
    Entry(
      .unstatedSecurity,
      summary: "security schemes are declared, but no operation asks for one",
      explanation: """
        Whoever declares a scheme means it to be used. The client takes credentials for all of them, and sends the \
        first that it has with every call.
        """,
      remedy: "Add `security` to the document, or to its operations."
    ),
    Entry(
      .unusableServer,
      summary: "a server's URL cannot be a base URL",
      explanation: """
        A base URL is absolute, of https (http for this machine only), and has neither user name nor query. Templates \
        need a default for each variable. Callers name the base URL themselves if the document has no other.
        """,
      remedy: "Correct the URL."
    ),
  ]
}
