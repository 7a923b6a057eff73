import RecastDiagnostics
import RecastOpenAPIDocument

/// Finds components by reference, and reports a reference that leads nowhere: once, however often it is followed.
struct ComponentIndex {
  private let components: Components
  private var schemas: [String: Int] = [:]
  private var parameters: [String: Int] = [:]
  private var responses: [String: Int] = [:]
  private var requestBodies: [String: Int] = [:]
  private var reported: Set<String> = []

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

  /// The name and schema behind a reference.
  mutating func schema(
    _ reference: Reference,
    log: inout DiagnosticLog
  ) -> Components.Named<SchemaOrReference>? {
    find(reference, .schemas, schemas, log: &log).map { components.schemas[$0] }
  }

  /// The parameter, behind however many references.
  mutating func parameter(_ referenced: Referenced<Parameter>, log: inout DiagnosticLog) -> Parameter? {
    follow(referenced, log: &log) { index, reference, log in
      index.find(reference, .parameters, index.parameters, log: &log).map { index.components.parameters[$0].object }
    }
  }

  /// The response, behind however many references.
  mutating func response(_ referenced: Referenced<Response>, log: inout DiagnosticLog) -> Response? {
    follow(referenced, log: &log) { index, reference, log in
      index.find(reference, .responses, index.responses, log: &log).map { index.components.responses[$0].object }
    }
  }

  /// The request body, behind however many references.
  mutating func requestBody(_ referenced: Referenced<RequestBody>, log: inout DiagnosticLog) -> RequestBody? {
    follow(referenced, log: &log) { index, reference, log in
      index.find(reference, .requestBodies, index.requestBodies, log: &log)
        .map { index.components.requestBodies[$0].object }
    }
  }

  private mutating func follow<Object>(
    _ referenced: Referenced<Object>,
    log: inout DiagnosticLog,
    step: (inout Self, Reference, inout DiagnosticLog) -> Referenced<Object>?
  ) -> Object? {
    var current = referenced
    var seen: Set<String> = []
    while true {
      switch current {
      case .object(let object): return object
      case .reference(let reference):
        guard seen.insert(reference.text).inserted else {
          report(reference, log: &log) {
            $0.error(.circularReference, "`\(reference.text)` leads back to itself", at: reference.span)
          }
          return nil
        }
        guard let next = step(&self, reference, &log) else { return nil }
        current = next
      }
    }
  }

  private mutating func find(
    _ reference: Reference,
    _ kind: Components.Kind,
    _ names: [String: Int],
    log: inout DiagnosticLog
  ) -> Int? {
    guard let name = reference.componentName(in: kind) else {
      report(reference, log: &log) {
        if reference.text.hasPrefix("#/components/\(kind.rawValue)/") || !reference.text.hasPrefix("#") {
          $0.warning(
            .unsupportedReference,
            "`\(reference.text)` is not a reference to a whole component of this document",
            at: reference.span,
            label: "left open",
            help: "move its target to `#/components/\(kind.rawValue)/…`"
          )
        } else {
          $0.error(
            .unresolvedReference,
            "`\(reference.text)` does not point at one of `#/components/\(kind.rawValue)`",
            at: reference.span
          )
        }
      }
      return nil
    }
    if let index = names[name] { return index }
    report(reference, log: &log) {
      $0.error(
        .unresolvedReference,
        "nothing is called `\(reference.text)`",
        at: reference.span,
        help: Suggestion.help(for: name, in: names.keys.sorted())
      )
    }
    return nil
  }

  private mutating func report(
    _ reference: Reference,
    log: inout DiagnosticLog,
    _ write: (inout DiagnosticLog) -> Void
  ) {
    let place = "\(reference.span.file.path):\(reference.span.range.lowerBound)"
    if reported.insert(place).inserted { write(&log) }
  }
}
