import RecastClientPlan
import RecastDiagnostics
import RecastOpenAPIDocument

extension DocumentComparer {
  /// Compares the ways to authenticate: the schemes, and which of them the API needs.
  mutating func compareSecurity() {
    let (old, new) = (documents.old.document, documents.new.document)
    compareSchemes(old.components.securitySchemes, new.components.securitySchemes)
    guard old.security != nil || new.security != nil else { return }
    compare(
      RequirementList(old.security),
      RequirementList(new.security),
      nil,
      SourcePlaces(old: old.security?.span, new: new.security?.span),
      (.globalSecurityAdded, .globalSecurityRemoved, .globalScopeAdded, .globalScopeRemoved)
    )
  }

  /// Compares what an operation needs instead of what the API needs.
  mutating func compareOwnSecurity(_ matched: MatchedOperation) {
    let (old, new) = (matched.old.operation.security, matched.new.operation.security)
    guard old != nil || new != nil else { return }
    compare(
      RequirementList(old ?? documents.old.document.security),
      RequirementList(new ?? documents.new.document.security),
      matched.key,
      matched.places,
      (.securityAdded, .securityRemoved, .scopeAdded, .scopeRemoved)
    )
  }

  private mutating func compareSchemes(
    _ old: [Components.Named<SecurityScheme>],
    _ new: [Components.Named<SecurityScheme>]
  ) {
    for scheme in old where !new.contains(where: { $0.name == scheme.name }) {
      let places = SourcePlaces(old: scheme.span, new: nil)
      report(.schemeRemoved, of: nil, scheme.name, at: places, surfaces.credentials() ?? .none)
    }
    for scheme in new {
      guard let known = old.first(where: { $0.name == scheme.name }) else {
        let places = SourcePlaces(old: nil, new: scheme.span)
        report(.schemeAdded, of: nil, scheme.name, at: places, surfaces.credentials() ?? .none)
        continue
      }
      let (before, after) = (known.object.placement, scheme.object.placement)
      guard before != after else { continue }
      report(
        .schemeChanged,
        of: nil,
        scheme.name,
        before.words,
        after.words,
        at: SourcePlaces(old: known.span, new: scheme.span),
        .behaviour("credentials are sent differently")
      )
    }
  }

  private mutating func compare(
    _ old: RequirementList,
    _ new: RequirementList,
    _ operation: Change.Operation?,
    _ places: SourcePlaces,
    _ rules: (added: OperationRule, removed: OperationRule, scopeAdded: OperationRule, scopeRemoved: OperationRule)
  ) {
    let judgement = surfaces.credentials()
    let stricter = judgement ?? .behaviour("calls may be refused for want of a credential")
    for name in old.names where !new.names.contains(name) {
      report(rules.removed, of: operation, name, at: places, stricter)
    }
    for name in new.names where !old.names.contains(name) {
      report(rules.added, of: operation, name, at: places, judgement ?? .none)
    }
    for (scheme, before) in old.scopes.sorted(by: { $0.key < $1.key }) {
      guard let after = new.scopes[scheme] else { continue }
      for scope in after.subtracting(before).sorted() {
        report(rules.scopeAdded, of: operation, scope, scheme, at: places, stricter)
      }
      for scope in before.subtracting(after).sorted() {
        report(rules.scopeRemoved, of: operation, scope, scheme, at: places, .none)
      }
    }
  }

  /// Compares the base URLs of the API.
  mutating func compareServers() {
    let (old, new) = (documents.old.document.servers, documents.new.document.servers)
    for server in old where !new.contains(where: { $0.url == server.url }) {
      let places = SourcePlaces(old: server.span, new: new.first?.span)
      report(.serverRemoved, of: nil, server.url, at: places, surfaces.servers() ?? .none)
    }
    for server in new where !old.contains(where: { $0.url == server.url }) {
      let places = SourcePlaces(old: old.first?.span, new: server.span)
      report(.serverAdded, of: nil, server.url, at: places, surfaces.servers() ?? .none)
    }
    guard let before = old.first, let after = new.first, before.defaultURL != after.defaultURL else { return }
    report(
      .defaultServerChanged,
      of: nil,
      before.defaultURL,
      after.defaultURL,
      at: SourcePlaces(old: before.span, new: after.span),
      .behaviour("a client that is given no base URL calls the new one")
    )
  }

  /// Compares the names of schemas, which become names of types, and finds those that are gone.
  mutating func compareComponents() {
    let old = documents.old.document.components.schemas
    let names = Set(documents.new.document.components.schemas.map(\.name))
    var successors: [String: SchemaGraph.Node] = [:]
    for node in graph.nodes {
      guard let name = node.components.old, !names.contains(name) else { continue }
      if successors[name]?.components.new == nil { successors[name] = node }
    }
    for component in old where !names.contains(component.name) {
      // What stands in its place without a name is no successor: the type is gone.
      guard let node = successors[component.name], let name = node.components.new else {
        removeComponent(component)
        continue
      }
      let places = SourcePlaces(old: component.span, new: node.places.new)
      let judgement = surfaces.type(SourcePlaces(old: node.places.old, new: node.places.new)) ?? .none
      report(.schemaRenamed, of: nil, component.name, name, at: places, judgement)
    }
  }

  private mutating func removeComponent(_ component: Components.Named<SchemaOrReference>) {
    let type = surfaces.old.types[component.object.span]?.first
    report(
      .schemaRemoved,
      of: nil,
      component.name,
      at: SourcePlaces(old: component.span, new: nil),
      type.map { .breaking("`\($0.name)` is gone") } ?? .none
    )
  }
}

/// Security requirements in one spelling: the order of anything does not count.
private struct RequirementList {
  /// Each requirement in words.
  private(set) var names: [String] = []
  /// The scopes that each scheme has to be good for.
  private(set) var scopes: [String: Set<String>] = [:]

  init(_ requirements: [SecurityRequirement]?) {
    for requirement in requirements ?? [] {
      let name = requirement.schemes.map(\.name).sorted().joined(separator: " and ")
      let words = name.isEmpty ? Self.nothing : name
      if !names.contains(words) { names.append(words) }
      for scheme in requirement.schemes { scopes[scheme.name, default: []].formUnion(scheme.scopes) }
    }
    if names.isEmpty { names = [Self.nothing] }
  }

  private static let nothing = "no credential"
}

extension [SecurityRequirement] {
  fileprivate var span: SourceSpan? { lazy.flatMap(\.schemes).first?.span }
}

extension SecurityScheme.Placement {
  /// How the credential travels, in words.
  fileprivate var words: String {
    switch self {
    case .bearer: "a bearer token"
    case .basic: "user name and password"
    case .header(let name): "a key in the header field \(name)"
    case .query(let name): "a key in the query parameter \(name)"
    case .cookie(let name): "a key in the cookie \(name)"
    case .authorization(let scheme): "a token of the scheme \(scheme)"
    case .transport: "a certificate"
    case .other(let words): words
    }
  }
}
