import RecastDiagnostics
import RecastOpenAPIDocument

/// Makes the plan of a client out of a document: one pass after the other, value in, value out.
package enum Planner {
  /// Plans everything that the document describes.
  ///
  /// - Returns: The plan. Errors in the log mean that it must not be used.
  package static func plan(
    _ document: Document,
    configuration: PlannerConfiguration,
    log: inout DiagnosticLog
  ) -> Plan {
    let rootName = rootName(configuration.rootType ?? document.info.title ?? "API")
    var types = TypePlanner(
      document,
      reserved: [rootName.text, "Calls", "Jobs"],
      overrides: configuration.overrides,
      log: log
    )
    let scope = scope(of: document, &types)

    var planner = OperationPlanner(document: document, scope: scope, types: types)
    let drafts = planner.operations()
    types = planner.types
    types.overrides.reportUnused(&types.log)

    let extensions = Dictionary(
      drafts.map { ($0.operation.callName, $0.extensions) },
      uniquingKeysWith: { first, _ in first }
    )
    var names = types.names
    var resources = ResourcePass.resources(drafts, document: document, names: &names)
    var conventions = ConventionPass(
      resources.flatMap(\.operations),
      extensions: extensions,
      document: document,
      declared: types.declared,
      log: types.log
    )
    for position in resources.indices {
      resources[position].operations = resources[position].operations.map { conventions.applied(to: $0) }
    }
    resources = JobPass.apply(to: resources)

    var keys = DownloadKeysPass(
      declarations: FactoryPass.apply(to: RecursionPass.apply(to: types.declarations())),
      log: conventions.log
    )
    for draft in drafts { keys.apply(draft.extensions.downloadKeys, to: draft.operation) }
    log = keys.log

    return Plan(
      root: root(rootName, document, configuration, log: &log),
      scope: scope,
      resources: resources,
      declarations: keys.declarations,
      access: configuration.access
    )
  }

  /// The root type's name; nothing stands in its way but what nobody can take, and the generator's own types.
  private static func rootName(_ wanted: String) -> Identifier {
    let name = SwiftName.type(wanted)
    let isTaken = ReservedWords.types.union(["Calls", "Jobs"]).contains(name.text)
    return isTaken ? name.appending(Identifier("Client")) : name
  }

  private static func scope(of document: Document, _ types: inout TypePlanner) -> PlannedScope? {
    guard let scope = document.scope else { return nil }
    let parameters = document.paths.flatMap { $0.parameters + $0.operations.flatMap(\.parameters) }
    let parameter = parameters.compactMap { types.index.parameter($0, log: &types.log) }
      .first { $0.name == scope.parameter && $0.location == .path }
    guard let parameter else {
      types.log.error(.unusableConvention, "no path has a parameter `\(scope.parameter)`", at: scope.span)
      return nil
    }
    let name = SwiftName.value(scope.name)
    guard !["connection", "core", "init", "self", "send"].contains(name.text) else {
      types.log.error(.unusableConvention, "a scope cannot be called `\(scope.name)`", at: scope.span)
      return nil
    }
    return PlannedScope(
      name: name,
      typeName: types.claimTopLevel(SwiftName.type(scope.name).appending(Identifier("Scope"))),
      type: .string,
      documentation: Documentation(paragraphs: [parameter.description].compactMap { $0 })
    )
  }

  private static func root(
    _ name: Identifier,
    _ document: Document,
    _ configuration: PlannerConfiguration,
    log: inout DiagnosticLog
  ) -> PlannedRoot {
    let server = document.servers.first?.defaultURL
    let isAbsolute = server.map { $0.hasPrefix("https://") || $0.hasPrefix("http://") } ?? false
    return PlannedRoot(
      name: name,
      baseURL: configuration.baseURL ?? (isAbsolute ? server : nil),
      credentialEnvironment: configuration.credentialEnvironment,
      authentication: authentication(document, log: &log),
      documentation: Documentation(paragraphs: [document.info.title, document.info.description].compactMap { $0 })
    )
  }

  /// How the credential travels: as the first requirement of the document says, or of its first operation that has one.
  private static func authentication(_ document: Document, log: inout DiagnosticLog) -> PlannedAuthentication? {
    let requirements = (document.security ?? []) + document.generatedOperations.flatMap { $0.security ?? [] }
    var unsupported: SecurityScheme?
    for name in requirements.lazy.flatMap(\.schemes).map(\.name) {
      guard let scheme = document.components.securitySchemes.first(where: { $0.name == name })?.object else { continue }
      switch scheme.placement {
      case .bearer: return .bearer
      case .basic: return .basic
      case .header(let name): return .header(name)
      case .query(let name): return .query(name)
      case .cookie, .authorization, .transport, .other: unsupported = unsupported ?? scheme
      }
    }
    if let unsupported {
      log.warning(
        .unsupportedSecurity,
        "this way to authenticate is not generated yet",
        at: unsupported.span,
        label: "`CallOptions` can add the header"
      )
    }
    return nil
  }
}

extension Document {
  /// The operations that are not left out on purpose, in document order.
  fileprivate var generatedOperations: [Operation] {
    paths.flatMap(\.operations).filter { !$0.extensions.ignore }
  }
}
