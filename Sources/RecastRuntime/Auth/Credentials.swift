/// The credentials of a connection: one for all calls, or one for each security scheme of the API.
struct Credentials: Sendable {
  /// A credential with the way it travels.
  struct Item: Sendable {
    /// The scheme's name; nil for the only credential of a connection.
    let scheme: String?
    let authentication: Authentication
    let source: CredentialSource
  }

  /// A secret with the way it travels, for one exchange.
  struct Applied: Sendable {
    let authentication: Authentication
    let secret: Secret
  }

  private let items: [Item]

  /// The one credential for all calls, if there is any.
  init(_ credential: Credential?, _ authentication: Authentication) throws {
    try authentication.check()
    items =
      try credential.map {
        [Item(scheme: nil, authentication: authentication, source: try CredentialSource($0, for: authentication))]
      } ?? []
  }

  /// The credentials for the schemes of an API.
  init(_ credentials: [SchemeCredential]) throws {
    items = try credentials.compactMap { item in
      try item.authentication.check()
      return try item.credential.map {
        Item(
          scheme: item.scheme,
          authentication: item.authentication,
          source: try CredentialSource($0, for: item.authentication)
        )
      }
    }
  }

  /// The secrets for a call: those of the first alternative that is complete. Alternatives without any come last.
  ///
  /// - Throws: `ConfigurationError` naming the schemes when none is, and what a provider throws.
  func secrets(for request: PreparedRequest) async throws -> [Applied] {
    guard request.authentication else { return [] }
    var result: [Applied] = []
    for item in try chosen(for: request) {
      result.append(
        Applied(
          authentication: item.authentication,
          secret: try await item.source.secret(for: item.authentication)
        )
      )
    }
    return result
  }

  private func chosen(for request: PreparedRequest) throws -> [Item] {
    guard let alternatives = request.security, !items.contains(where: { $0.scheme == nil }) else {
      return items.filter { $0.scheme == nil }
    }
    for schemes in alternatives where !schemes.isEmpty {
      let found = schemes.compactMap { scheme in items.first { $0.scheme == scheme } }
      if found.count == schemes.count { return found }
    }
    guard !alternatives.isEmpty, alternatives.allSatisfy({ !$0.isEmpty }) else { return [] }
    let wanted = alternatives.map { $0.joined(separator: " and ") }.joined(separator: ", or ")
    throw ConfigurationError(
      "\(request.operationID) needs a credential for \(wanted), which the client was not given; "
        + "pass it to the initializer"
    )
  }
}

extension [Credentials.Applied] {
  /// The texts that must not appear in anything shown to people.
  var sensitiveTexts: [Secret] { flatMap { $0.authentication.sensitiveTexts($0.secret) } }
}
