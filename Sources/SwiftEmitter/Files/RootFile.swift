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
      writer.line()
      writer.doc(DocComment("Makes a client on a connection."))
      writer.line("\(access)init(connection: \(connection)) { self.connection = connection }")
      InitializerEmitter(spelling: spelling, root: plan.root).emit(&writer)
      emitSend(&writer)
      if let scope = plan.scope { emitScopeMethod(scope, &writer) }
      emitResources(plan.resources.filter { !$0.isScoped }, core: "connection", &writer)
    }
    if let scope = plan.scope { emitScope(scope, &writer) }
    ServersEmitter(spelling: spelling, servers: plan.root.servers).emit(&writer)
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
    writer.line()
    writer.doc(DocComment("Sends a call, and hands over the answer with its status and header fields."))
    writer.function(
      "\(access)func response<Output: Sendable>",
      ["to call: \(call)<Output>", "options: \(options) = .init()"],
      effects: " async throws -> \(spelling.runtime(Identifier("APIResponse")))<Output>"
    ) { writer in
      writer.line("try await connection.response(to: call, options: options)")
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
