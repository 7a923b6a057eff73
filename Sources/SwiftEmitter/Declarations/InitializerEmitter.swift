import RecastClientPlan

/// Prints the initializers of the root type that make a connection.
///
///     public init(
///       baseURL: String = "https://api.example.com",
///       credential: Credential,
///       transport: (any Transport)? = nil
///     ) throws {
///       self.connection = try Connection(…)
///     }
struct InitializerEmitter {
  let spelling: TypeSpelling
  let root: PlannedRoot

  private var access: Code { spelling.access }

  func emit(_ writer: inout SourceWriter) {
    writer.line()
    switch root.credentials.count {
    case 0: emitInitializer("URL", parameters: [], [.init("credential", .code("nil"))], &writer)
    case 1: emitSingle(&writer)
    default: emitSeveral(&writer)
    }
  }

  private func emitSingle(_ writer: inout SourceWriter) {
    guard let only = root.credentials.first else { return }
    let type = spelling.runtime(Identifier("Credential"))
    let variables = root.credentialEnvironment
    let names = Code.joined(variables.map { "\(StringLiteral($0))" })
    let plain: Code = root.isCredentialOptional ? "credential: \(type)? = nil" : "credential: \(type)"
    let parameter: Code = variables.isEmpty ? plain : "credential: \(type) = .environment(\(names))"
    emitInitializer(
      "URL or the credential",
      parameters: [parameter],
      [
        .init("credential", .code("credential")),
        .init("authentication", .code(authentication(only.authentication))),
      ],
      variables: variables,
      &writer
    )
    writer.line()
    writer.doc(
      DocComment("Makes a client with a token. Throws `ConfigurationError` when the URL or the token cannot be used.")
    )
    let token: Code = "token: \(spelling(.string))"
    writer.function("\(access)init", [token] + urlParameters + [transportParameter], effects: " throws") { writer in
      writer.expression(
        .call(
          "self.init",
          [.init("baseURL", .code("baseURL")), .init("credential", .code(".token(token)"))] + ownServersArgument
            + [.init("transport", .code("transport"))]
        ),
        prefix: "try "
      )
    }
  }

  private func emitSeveral(_ writer: inout SourceWriter) {
    let type = spelling.runtime(Identifier("Credential"))
    let variables = root.credentialEnvironment
    let names = Code.joined(variables.map { "\(StringLiteral($0))" })
    let parameters = root.credentials.enumerated().map { position, credential -> Code in
      let value: Code = position == 0 && !variables.isEmpty ? ".environment(ifSet: \(names))" : "nil"
      return "\(Code.label(credential.name)): \(type)? = \(value)"
    }
    let schemes = root.credentials.map { item in
      Expression.code(
        ".init(\(StringLiteral(item.scheme)), \(authentication(item.authentication)), \(item.name))"
      )
    }
    emitInitializer(
      "URL or a credential",
      parameters: parameters,
      [.init("credentials", .array(schemes))],
      variables: variables,
      items: root.credentials.map { item in
        let fallback = DocComment("The credential for the security scheme \(code: item.scheme).")
        return (item.name, DocComment(item.documentation, else: fallback))
      },
      &writer
    )
  }

  private func emitInitializer(
    _ what: StaticString,
    parameters: [Code],
    _ arguments: [Expression.Argument],
    variables: [String] = [],
    items: [(name: Identifier, text: DocComment)] = [],
    _ writer: inout SourceWriter
  ) {
    var comment = DocComment("Makes a client. Throws `ConfigurationError` when the \(words: what) cannot be used.")
    if !variables.isEmpty {
      comment = comment.adding(
        "Unless another credential is given, the token comes from the environment: \(codes: variables)."
      )
    }
    if let path = root.servers.path {
      comment = comment.adding("A base URL without a path gets that of the document, \(code: path).")
    }
    if root.servers.hasOthers {
      comment = comment.adding(
        """
        Some operations have a server of their own. With another base URL than the document's, `servers` says where \
        each of these servers is, by the URL in the document.
        """
      )
    }
    if !items.isEmpty { comment = comment.adding("Each call takes the first of its credentials that it finds here.") }
    writer.doc(comment.adding("- Parameters:", items: items))
    writer.function("\(access)init", urlParameters(parameters) + [transportParameter], effects: " throws") { writer in
      writer.expression(
        .call(
          spelling.runtime(Identifier("Connection")),
          [.init("baseURL", .code("baseURL"))] + arguments + rulesArgument + [.init("transport", .code("transport"))]
        ),
        prefix: "self.connection = try "
      )
    }
  }

  // MARK: Parameters

  private var urlParameters: [Code] { urlParameters([]) }

  /// The base URL, what else is given, and the places of operations' own servers.
  private func urlParameters(_ others: [Code]) -> [Code] {
    let url: Code = "baseURL: \(spelling(.string))"
    let base = root.servers.baseURL.map { "\(url) = \(StringLiteral($0))" as Code } ?? url
    return [base] + others + (root.servers.hasOthers ? ["servers: \(spelling(.map(.string))) = [:]"] : [])
  }

  private var ownServersArgument: [Expression.Argument] {
    root.servers.hasOthers ? [.init("servers", .code("servers"))] : []
  }

  /// What the connection has to know about servers beside the base URL.
  private var rulesArgument: [Expression.Argument] {
    var arguments: [Expression.Argument] = []
    if let path = root.servers.path { arguments.append(.init("path", .code("\(StringLiteral(path))"))) }
    if root.servers.hasOthers {
      if let url = root.servers.baseURL { arguments.append(.init("documented", .code("\(StringLiteral(url))"))) }
      arguments.append(.init("replacements", .code("servers")))
    }
    return arguments.isEmpty ? [] : [.init("servers", .call(".init", arguments))]
  }

  private var transportParameter: Code { "transport: (any \(spelling.runtime(Identifier("Transport"))))? = nil" }

  private func authentication(_ authentication: PlannedAuthentication) -> Code {
    switch authentication {
    case .bearer, .transport: ".bearer"
    case .basic: ".basic"
    case .header(let name): ".header(\(StringLiteral(name)))"
    case .query(let name): ".query(\(StringLiteral(name)))"
    case .cookie(let name): ".cookie(\(StringLiteral(name)))"
    case .authorization(let scheme): ".authorization(scheme: \(StringLiteral(scheme)))"
    }
  }
}
