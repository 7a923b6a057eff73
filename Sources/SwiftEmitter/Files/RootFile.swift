import RecastClientPlan

/// The file of the root type: how a client connects, and where its resources are.
struct RootFile {
  let spelling: TypeSpelling
  let plan: Plan

  private var access: Code { spelling.access }
  private var connection: Code { spelling.runtime(Identifier("Connection")) }

  func contents() -> String {
    var writer = SourceWriter()
    FileHeader(spelling: spelling).emit(foundation: false, exportsRuntime: true, &writer)
    writer.line()
    writer.doc(DocComment(plan.root.documentation, else: DocComment("The client.")))
    writer.block("nonisolated \(access)struct \(plan.root.name): Sendable") { writer in
      writer.doc(DocComment("The connection that every call goes through."))
      writer.line("\(access)let connection: \(connection)")
      emitInitializers(&writer)
      emitSend(&writer)
      if let scope = plan.scope { emitScopeMethod(scope, &writer) }
      emitResources(plan.resources.filter { !$0.isScoped }, core: "connection", &writer)
    }
    if let scope = plan.scope { emitScope(scope, &writer) }
    writer.line()
    writer.doc(DocComment("Every operation as a call: a plain value that can be inspected, and sent when it suits."))
    writer.line("nonisolated \(access)enum Calls {}")
    if plan.operations.contains(where: { $0.job != nil }) {
      writer.line()
      writer.doc(DocComment("How the jobs of the API are followed."))
      writer.line("nonisolated enum Jobs {}")
    }
    return writer.text
  }

  private func emitInitializers(_ writer: inout SourceWriter) {
    writer.line()
    writer.doc(DocComment("Makes a client on a connection."))
    writer.line("\(access)init(connection: \(connection)) { self.connection = connection }")
    writer.line()
    if let authentication = plan.root.authentication {
      emitCredentialInitializer(authentication, &writer)
    } else {
      emitOpenInitializer(&writer)
    }
  }

  private func emitCredentialInitializer(_ authentication: PlannedAuthentication, _ writer: inout SourceWriter) {
    let variables = plan.root.credentialEnvironment
    var documentation = DocComment(
      "Makes a client. Throws `ConfigurationError` when the URL or the credential cannot be used."
    )
    if !variables.isEmpty {
      documentation = documentation.adding(
        "Unless another credential is given, the token comes from the environment: \(codes: variables)."
      )
    }
    writer.doc(documentation)
    let type = spelling.runtime(Identifier("Credential"))
    let names = Code.joined(variables.map { "\(StringLiteral($0))" })
    let credential: Code =
      variables.isEmpty ? "credential: \(type)" : "credential: \(type) = .environment(\(names))"
    writer.function("\(access)init", urlParameter + [credential, transportParameter], effects: " throws") { writer in
      writer.expression(
        .call(
          connection,
          [
            .init("baseURL", .code("baseURL")),
            .init("credential", .code("credential")),
            .init("authentication", .code(self.authentication(authentication))),
            .init("transport", .code("transport")),
          ]
        ),
        prefix: "self.connection = try "
      )
    }
    writer.line()
    writer.doc(
      DocComment("Makes a client with a token. Throws `ConfigurationError` when the URL or the token cannot be used.")
    )
    let token: Code = "token: \(spelling(.string))"
    writer.function("\(access)init", [token] + urlParameter + [transportParameter], effects: " throws") { writer in
      writer.line("try self.init(baseURL: baseURL, credential: .token(token), transport: transport)")
    }
  }

  private func emitOpenInitializer(_ writer: inout SourceWriter) {
    writer.doc(DocComment("Makes a client. Throws `ConfigurationError` when the URL cannot be used."))
    writer.function("\(access)init", urlParameter + [transportParameter], effects: " throws") { writer in
      writer.line("self.connection = try \(connection)(baseURL: baseURL, credential: nil, transport: transport)")
    }
  }

  private var urlParameter: [Code] {
    let parameter: Code = "baseURL: \(spelling(.string))"
    return [plan.root.baseURL.map { "\(parameter) = \(StringLiteral($0))" } ?? parameter]
  }

  private var transportParameter: Code { "transport: (any \(spelling.runtime(Identifier("Transport"))))? = nil" }

  private func authentication(_ authentication: PlannedAuthentication) -> Code {
    switch authentication {
    case .bearer: ".bearer"
    case .basic: ".basic"
    case .header(let name): ".header(\(StringLiteral(name)))"
    case .query(let name): ".query(\(StringLiteral(name)))"
    }
  }

  private func emitSend(_ writer: inout SourceWriter) {
    let call = spelling.runtime(Identifier("Call"))
    let options = spelling.runtime(Identifier("CallOptions"))
    writer.line()
    writer.doc(DocComment("Sends a call that was made as a value. Throws as the methods of the resources do."))
    writer.function(
      "\(access)func send<Output: Sendable>",
      ["_ call: \(call)<Output>", "options: \(options) = .init()"],
      effects: " async throws -> Output"
    ) { writer in
      writer.line("try await connection.send(call, options: options)")
    }
  }

  private func emitScopeMethod(_ scope: PlannedScope, _ writer: inout SourceWriter) {
    writer.line()
    writer.doc(DocComment(scope.documentation, else: DocComment("The resources of one \(scope.name).")))
    writer.function(
      "\(access)func \(scope.name)",
      ["_ \(scope.name): \(spelling(scope.type))"],
      effects: " -> \(spelling(scope.typeName))"
    ) { writer in
      writer.line("\(spelling(scope.typeName))(core: connection, \(Code.argumentLabel(scope.name)): \(scope.name))")
    }
  }

  private func emitScope(_ scope: PlannedScope, _ writer: inout SourceWriter) {
    writer.line()
    writer.doc(DocComment("The resources of one \(scope.name)."))
    writer.block("nonisolated \(access)struct \(scope.typeName.last): Sendable") { writer in
      writer.line("let core: \(connection)")
      writer.doc(DocComment(scope.documentation, else: DocComment("The value that every path starts with.")))
      writer.line("\(access)let \(scope.name): \(spelling(scope.type))")
      emitResources(plan.resources.filter(\.isScoped), core: "core", scope: scope, &writer)
    }
  }

  private func emitResources(
    _ resources: [PlannedResource],
    core: Code,
    scope: PlannedScope? = nil,
    _ writer: inout SourceWriter
  ) {
    for resource in resources {
      let type = spelling(resource.typeName)
      let arguments: Code = scope.map { "core: \(core), \(Code.argumentLabel($0.name)): \($0.name)" } ?? "core: \(core)"
      writer.line()
      writer.doc(DocComment(resource.documentation, else: DocComment("The operations under \(resource.name).")))
      writer.block("\(access)var \(resource.name): \(type)", statement: "\(type)(\(arguments))")
    }
  }
}
