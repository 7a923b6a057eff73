/// A credential as a connection holds it: environment variables are read, literals are checked.
enum CredentialSource: Sendable {
  case fixed(Secret)
  case provider(@Sendable () async throws -> String)

  /// Reads the environment, if that is where the token is.
  ///
  /// - Throws: `ConfigurationError` when no variable is set, or when the token cannot be one.
  init(_ credential: Credential, for authentication: Authentication) throws {
    switch credential.source {
    case .token(let secret):
      self = .fixed(try authentication.checked(secret, origin: "the token"))
    case .environment(let names, let lookup):
      for name in names {
        guard let value = lookup(name), !value.isEmpty else { continue }
        self = .fixed(try authentication.checked(Secret(value), origin: "the environment variable \(name)"))
        return
      }
      throw ConfigurationError(Self.missing(names))
    case .provider(let provider):
      self = .provider(provider)
    }
  }

  /// The token to send now.
  ///
  /// - Throws: `ConfigurationError` when the provider's token cannot be one, and what the provider throws.
  func secret(for authentication: Authentication) async throws -> Secret {
    switch self {
    case .fixed(let secret): secret
    case .provider(let provider):
      try authentication.checked(Secret(await provider()), origin: "the token from the provider")
    }
  }

  private static func missing(_ names: [String]) -> String {
    guard let first = names.first else {
      return "no environment variable is named for the token; name one, or pass the token"
    }
    let problem =
      names.count == 1
      ? "the environment variable \(first) is not set"
      : "none of the environment variables \(names.joined(separator: ", ")) is set"
    return "no token: \(problem); run `export \(first)=...` first, or pass the token to the initializer"
  }
}

extension CredentialSource: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  var description: String { "<redacted>" }
  var debugDescription: String { "<redacted>" }
  var customMirror: Mirror { Mirror(self, children: []) }
}
