import RecastDiagnostics
import RecastOpenAPIDocument

/// Finds components by reference.
struct ComponentIndex {
  private let components: Components
  private var schemas: [String: Int] = [:]
  private var parameters: [String: Int] = [:]
  private var responses: [String: Int] = [:]
  private var requestBodies: [String: Int] = [:]

  init(_ components: Components) {
    self.components = components
    for (index, item) in components.schemas.enumerated() { schemas[item.name] = index }
    for (index, item) in components.parameters.enumerated() { parameters[item.name] = index }
    for (index, item) in components.responses.enumerated() { responses[item.name] = index }
    for (index, item) in components.requestBodies.enumerated() { requestBodies[item.name] = index }
  }

  /// The schema component of a name.
  func schema(named name: String) -> Components.Named<SchemaOrReference>? {
    schemas[name].map { components.schemas[$0] }
  }

  /// The name and schema behind a reference; nothing when it leads nowhere, which was reported.
  func schema(_ reference: Reference, log: inout DiagnosticLog) -> Components.Named<SchemaOrReference>? {
    reference.componentName(in: .schemas).flatMap { schema(named: $0) }
  }

  /// The parameter, behind however many references.
  func parameter(_ referenced: Referenced<Parameter>, log: inout DiagnosticLog) -> Parameter? {
    follow(referenced, .parameters, log: &log) { name in parameters[name].map { components.parameters[$0].object } }
  }

  /// The response, behind however many references.
  func response(_ referenced: Referenced<Response>, log: inout DiagnosticLog) -> Response? {
    follow(referenced, .responses, log: &log) { name in responses[name].map { components.responses[$0].object } }
  }

  /// The request body, behind however many references.
  func requestBody(_ referenced: Referenced<RequestBody>, log: inout DiagnosticLog) -> RequestBody? {
    follow(referenced, .requestBodies, log: &log) { name in
      requestBodies[name].map { components.requestBodies[$0].object }
    }
  }

  private func follow<Object>(
    _ referenced: Referenced<Object>,
    _ kind: Components.Kind,
    log: inout DiagnosticLog,
    step: (String) -> Referenced<Object>?
  ) -> Object? {
    var current = referenced
    var seen: Set<String> = []
    while case .reference(let reference) = current {
      guard let name = reference.componentName(in: kind), let next = step(name) else { return nil }
      guard seen.insert(name).inserted else {
        log.warning(
          .circularReference,
          "`\(reference.text)` leads back to itself",
          at: reference.span,
          label: "left out"
        )
        return nil
      }
      current = next
    }
    guard case .object(let object) = current else { return nil }
    return object
  }
}
