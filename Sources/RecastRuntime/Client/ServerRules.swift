/// What a connection has to know about servers beside its base URL.
public struct ServerRules: Sendable {
  let path: String?
  let documented: String?
  let replacements: [String: String]

  /// - Parameters:
  ///   - path: The path in front of all paths, for a base URL that has none.
  ///   - documented: The base URL of the API document. Only a connection to it sends operations that have a server of
  ///     their own there without being told: elsewhere, in a test for example, nobody expects them to reach it.
  ///   - replacements: Where servers of operations are instead, by their URL in the API document.
  public init(path: String? = nil, documented: String? = nil, replacements: [String: String] = [:]) {
    self.path = path
    self.documented = documented
    self.replacements = replacements
  }
}

/// The addresses that the calls of a connection go to.
struct Addresses: Sendable {
  let base: BaseURL
  private let isDocumented: Bool
  private let replacements: [String: BaseURL]

  init(_ baseURL: String, _ rules: ServerRules) throws {
    base = try BaseURL(baseURL, path: rules.path)
    isDocumented = try rules.documented.map { try BaseURL($0) } == base
    replacements = try rules.replacements.mapValues { try BaseURL($0) }
  }

  /// Where a call goes.
  ///
  /// - Throws: `ConfigurationError` when the operation has a server of its own, and the connection another base URL.
  func base<Output>(of call: Call<Output>) throws -> BaseURL {
    guard let server = call.server else { return base }
    if let replacement = replacements[server] { return replacement }
    if server.hasPrefix("/") { return base.replacing(path: server) }
    guard isDocumented else {
      throw ConfigurationError(
        "\(call.operationID) has a server of its own, \(server), and this client has another base URL than the API "
          + "document; say where that server is: `servers: [\"\(server)\": …]`"
      )
    }
    return try BaseURL(server)
  }
}
