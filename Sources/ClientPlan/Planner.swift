import RecastDiagnostics
import RecastOpenAPIDocument

/// Makes the plan of a client out of a document: one pass after the other, value in, value out.
package enum Planner {
  /// How often a document is planned in the hope of better names.
  private static let maximumAttempts = 4

  /// Plans everything that the document describes.
  ///
  /// What is no longer there shows when everything is planned. If its name was missed by something else by then, all is
  /// planned again without it: that happens where a document was rearranged, and not otherwise.
  ///
  /// - Returns: The plan. Errors in the log mean that it must not be used.
  package static func plan(
    _ document: Document,
    configuration: PlannerConfiguration,
    log: inout DiagnosticLog
  ) -> Plan {
    var configuration = configuration
    for _ in 1..<maximumAttempts {
      var attempt = log
      let (plan, vanished) = plan(document, configuration, log: &attempt)
      guard !vanished.isEmpty else {
        log = attempt
        return plan
      }
      configuration.names.entries.removeAll(where: vanished.contains)
    }
    return plan(document, configuration, log: &log).plan
  }

  /// Plans everything, and tells which names were kept for nothing although something else wanted them.
  private static func plan(
    _ document: Document,
    _ configuration: PlannerConfiguration,
    log: inout DiagnosticLog
  ) -> (plan: Plan, vanished: Set<NameLock.Entry>) {
    let rootName = rootName(configuration.rootType ?? document.info.title ?? "API")
    var types = TypePlanner(
      document,
      reserved: [rootName.text, "Calls", "Jobs"],
      overrides: configuration.overrides,
      known: KnownNames(configuration.names),
      log: log
    )
    let scope = scope(of: document, &types)

    let security = SecurityPlan(document, log: &types.log)
    let serverPlan = ServerPlan(document, baseURL: configuration.baseURL, log: &types.log)
    // What is planned so far is handed over and back: as long as two hold it, every change would copy it.
    var planner = OperationPlanner(
      document,
      scope: scope,
      security: security,
      servers: serverPlan,
      types: consume types
    )
    let drafts = planner.operations()
    var servers = planner.servers.servers
    types = (consume planner).types
    types.overrides.reportUnused(&types.log)

    let extensions = Dictionary(
      drafts.map { ($0.operation.callName, $0.extensions) },
      uniquingKeysWith: { first, _ in first }
    )
    var names = types.names
    var (resources, lock) = ResourcePass.resources(drafts, document: document, known: types.known, names: &names)
    if !servers.choices.isEmpty {
      servers.typeName = names.claimTopLevel(Identifier("Servers"), else: [Identifier("ServerURLs")])
    }
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
    var checks = CheckPass(declared: types.declared, log: conventions.log)
    for (resource, position) in resources.places {
      let operation = resources[resource].operations[position]
      guard let stated = extensions[operation.callName] else { continue }
      resources[resource].operations[position].checks = checks.checks(stated.checks, of: operation)
    }
    conventions.log = checks.log
    for (resource, position) in resources.places {
      let operation = resources[resource].operations[position]
      guard let edit = extensions[operation.callName]?.edit else { continue }
      resources[resource].operations[position].edit = conventions.edit(edit, operation, in: resources[resource])
    }

    var keys = DownloadKeysPass(
      declarations: FactoryPass.apply(to: RecursionPass.apply(to: types.declarations())),
      log: conventions.log
    )
    for draft in drafts {
      keys.apply(draft.extensions.downloadKeys, to: draft.operation)
      if let download = draft.extensions.download { keys.apply(download, of: drafts.map(\.operation)) }
    }
    log = keys.log
    lock += drafts.map { NameLock.Entry(.call, $0.operation.callName, key: $0.key) }

    let plan = Plan(
      root: root(rootName, document, configuration, security, servers),
      scope: scope,
      resources: resources,
      declarations: keys.declarations,
      access: configuration.access,
      names: NameLock(lock + types.contestedNames + names.lock)
    )
    let vanished = Set(configuration.names.entries).subtracting(plan.names.entries).filter(\.isType)
    return (plan, names.isHeldBack(by: vanished) ? vanished : [])
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
    _ security: SecurityPlan,
    _ servers: PlannedServers
  ) -> PlannedRoot {
    return PlannedRoot(
      name: name,
      servers: servers,
      credentialEnvironment: configuration.credentialEnvironment,
      credentials: security.credentials,
      isCredentialOptional: security.isOptional,
      documentation: Documentation(
        paragraphs: [document.info.title, document.info.description, document.externalDocs?.sentence].compactMap { $0 }
      )
    )
  }
}

extension [PlannedResource] {
  /// Where each operation stands: the position of its resource, and its own in there.
  fileprivate var places: [(resource: Int, operation: Int)] {
    indices.flatMap { resource in self[resource].operations.indices.map { (resource, $0) } }
  }
}
