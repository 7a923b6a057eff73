import RecastDiagnostics
import RecastOpenAPIDocument

/// Where the calls of a document go.
struct ServerPlan {
  /// What the root type says about servers, but for the name of the type that lists them.
  private(set) var servers = PlannedServers()

  /// - Parameter baseURL: what the configuration wants instead of what the document says.
  init(_ document: Document, baseURL: String?, log: inout DiagnosticLog) {
    var usable: [Server] = []
    for server in document.servers {
      switch ServerURL(server.defaultURL) {
      case .absolute(let url):
        usable.append(server)
        servers.baseURL = servers.baseURL ?? url
      case .path(let path):
        if servers.path == nil, !path.isEmpty { servers.path = path }
      case .unusable(let reason):
        if server.hasOpenVariable {
          usable.append(server)
        } else if !document.servers.contains(where: { $0.isProtectedForm(of: server) }) {
          Self.report(server, reason, label: "callers name the base URL themselves", log: &log)
        }
      }
    }
    // The path belongs to a host that only the caller knows; a server with a host has its own.
    if servers.baseURL != nil { servers.path = nil }
    servers.baseURL = baseURL ?? servers.baseURL
    if usable.count > 1 || usable.contains(where: { !$0.variables.isEmpty }) { servers.choices = Self.choices(usable) }
  }

  /// The server that an operation has for itself; `nil` for that of the client.
  mutating func server(
    of operation: Operation,
    _ path: PathItem,
    _ document: Document,
    log: inout DiagnosticLog
  ) -> String? {
    let own = operation.servers.isEmpty ? path.servers : operation.servers
    guard !own.isEmpty, own.map(\.url) != document.servers.map(\.url) else { return nil }
    for server in own {
      switch ServerURL(server.defaultURL) {
      case .absolute(let url):
        guard url != servers.baseURL else { return nil }
        servers.hasOthers = true
        return url
      case .path(let path): return path.isEmpty ? "/" : path
      case .unusable(let reason):
        Self.report(server, reason, label: "the call goes to the client's base URL", log: &log)
      }
    }
    return nil
  }

  private static func report(_ server: Server, _ reason: String, label: String, log: inout DiagnosticLog) {
    log.warning(.unusableServer, "this server cannot be called: \(reason)", at: server.span, label: label)
  }

  private static func choices(_ servers: [Server]) -> [PlannedServer] {
    var names = NameScope(reserved: ["init", "self", "Type"])
    return servers.map { server in
      var variables = NameScope(reserved: ["init", "self"])
      return PlannedServer(
        name: names.claim(name(of: server)),
        template: server.variables.isEmpty ? server.defaultURL : server.url,
        variables: server.variables.filter { server.url.contains("{\($0.name)}") }.map { variable in
          PlannedServerVariable(
            wireName: variable.name,
            name: variables.claim(SwiftName.value(variable.name)),
            defaultValue: variable.defaultValue,
            values: variable.values,
            documentation: Documentation(paragraphs: [variable.description].compactMap { $0 })
          )
        },
        documentation: Documentation(paragraphs: [server.description].compactMap { $0 })
      )
    }
  }

  /// The server's own name; else its description, if that is no more than a few words; else its host.
  private static func name(of server: Server) -> Identifier {
    if let name = server.name, !SwiftName.words(of: name).isEmpty { return SwiftName.value(name) }
    let words = SwiftName.words(of: server.description ?? "")
    if (1...4).contains(words.count) {
      let short = words.filter { !["server", "the", "api", "url", "environment"].contains($0) }
      return SwiftName.value(words: short.isEmpty ? words : short)
    }
    let rest = server.url.split(separator: "/").dropFirst().first ?? ""
    let host = rest.split(separator: ".").first { !$0.contains("{") && !$0.contains("}") }
    return host.map { SwiftName.value(String($0)) } ?? Identifier("server")
  }
}

extension Server {
  /// Whether the other server is this one without protection.
  fileprivate func isProtectedForm(of other: Server) -> Bool {
    other.defaultURL.hasPrefix("http://") && defaultURL == "https://" + other.defaultURL.dropFirst(7)
  }

  /// Whether the URL is a template that callers can fill in, though the document does not.
  fileprivate var hasOpenVariable: Bool {
    variables.contains { $0.defaultValue == nil && url.contains("{\($0.name)}") } && !defaultURL.contains("@")
  }
}
