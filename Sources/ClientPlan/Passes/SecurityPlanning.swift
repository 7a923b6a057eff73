import RecastDiagnostics
import RecastOpenAPIDocument

/// How the calls of a document authenticate: which schemes there are, and what each operation needs.
struct SecurityPlan {
  /// The schemes that calls need, in the order in which the document mentions them.
  var credentials: [PlannedCredential] = []
  /// Whether no operation insists on a credential.
  var isOptional = true
  /// Whether the document says of any operation what it needs.
  private var isStated = false
  private var schemes: [String: PlannedAuthentication?] = [:]
  private let document: Document

  init(_ document: Document, log: inout DiagnosticLog) {
    self.document = document
    var reports = SchemeReports()
    for component in document.components.securitySchemes {
      schemes[component.name] = .some(PlannedAuthentication(component.object.placement))
    }
    let lists = [document.security].compactMap { $0 } + document.generatedOperations.compactMap(\.security)
    isStated = !lists.isEmpty
    for scheme in lists.joined().flatMap(\.schemes) { reports.report(scheme, in: document, log: &log) }
    let names = isStated ? used(lists) : unstated(log: &log)
    var parameters = NameScope(reserved: ["baseURL", "transport", "servers", "self", "init"])
    credentials = names.compactMap { name in
      guard let authentication = schemes[name] ?? nil,
        let scheme = document.components.securitySchemes.first(where: { $0.name == name })?.object
      else { return nil }
      return PlannedCredential(
        scheme: name,
        name: parameters.claim(SwiftName.value(name)),
        authentication: authentication,
        documentation: Documentation(paragraphs: [scheme.description].compactMap { $0 })
      )
    }
    isOptional = !document.generatedOperations.contains { alternatives($0).allSatisfy { !$0.isEmpty } }
  }

  /// What a call of an operation needs.
  func security(of operation: Operation) -> PlannedSecurity {
    let alternatives = alternatives(operation)
    guard alternatives.contains(where: { !$0.isEmpty }) else {
      // A document that says nothing about security is more often incomplete than about an open API.
      return isStated || operation.security != nil ? .none : .credential
    }
    return credentials.count < 2 ? .credential : .alternatives(alternatives)
  }

  /// The lists of schemes of which one has to be satisfied; a list without any stands for no credential at all.
  private func alternatives(_ operation: Operation) -> [[String]] {
    guard let stated = operation.security ?? document.security else {
      return credentials.map { [$0.scheme] } + [[]]
    }
    guard !stated.isEmpty else { return [[]] }
    let usable = stated.compactMap { requirement -> [String]? in
      var names: [String] = []
      for scheme in requirement.schemes {
        switch schemes[scheme.name] {
        case .some(.transport?): continue
        case .some(.some): names.append(scheme.name)
        case .some(.none), .none: return nil
        }
      }
      return names
    }
    return usable.isEmpty ? [[]] : usable
  }

  private func used(_ lists: [[SecurityRequirement]]) -> [String] {
    var names: [String] = []
    for scheme in lists.joined().flatMap(\.schemes) where !names.contains(scheme.name) {
      if let authentication = schemes[scheme.name] ?? nil, authentication != .transport { names.append(scheme.name) }
    }
    return names
  }

  /// Schemes that no operation asks for: declared, they are meant to be used.
  private func unstated(log: inout DiagnosticLog) -> [String] {
    let names = document.components.securitySchemes.filter { item in
      (schemes[item.name] ?? nil).map { $0 != .transport } ?? false
    }
    if let first = names.first {
      log.warning(
        .unstatedSecurity,
        "no operation says which credential it needs",
        at: first.span,
        label: "sent with every call, if there is one",
        help: "add `security` to the document"
      )
    }
    return names.map(\.name)
  }
}

/// Reports requirements that cannot be met, each cause once.
private struct SchemeReports {
  private var reported: Set<String> = []

  mutating func report(_ scheme: SecurityRequirement.Scheme, in document: Document, log: inout DiagnosticLog) {
    guard reported.insert(scheme.name).inserted else { return }
    let names = document.components.securitySchemes.map(\.name)
    guard let declared = document.components.securitySchemes.first(where: { $0.name == scheme.name }) else {
      log.warning(
        .undeclaredSecurityScheme,
        "no security scheme is called `\(scheme.name)`",
        at: scheme.span,
        label: "nothing says how it is sent; left to `CallOptions`",
        help: Suggestion.help(for: scheme.name, in: names) ?? "declare it under `components.securitySchemes`"
      )
      return
    }
    switch declared.object.placement {
    case .other(let words):
      log.warning(
        .unsupportedSecurity,
        "this way to authenticate (\(words)) is not generated",
        at: declared.span,
        label: "`CallOptions` can add the header"
      )
    case .transport:
      log.warning(
        .unsupportedSecurity,
        "client certificates are not part of a call",
        at: declared.span,
        label: "the transport has to bring them"
      )
    case .bearer, .basic, .header, .query, .cookie, .authorization: break
    }
  }
}

extension PlannedAuthentication {
  /// How a credential of a scheme travels; `nil` when that is not generated.
  fileprivate init?(_ placement: SecurityScheme.Placement) {
    switch placement {
    case .bearer: self = .bearer
    case .basic: self = .basic
    case .header(let name): self = .header(name)
    case .query(let name): self = .query(name)
    case .cookie(let name): self = .cookie(name)
    case .authorization(let scheme): self = .authorization(scheme)
    case .transport: self = .transport
    case .other: return nil
    }
  }
}

extension Document {
  /// The operations that are not left out on purpose, in document order.
  var generatedOperations: [Operation] { paths.flatMap(\.operations).filter { !$0.extensions.ignore } }
}
