import RecastDiagnostics
import RecastOpenAPIDocument

/// Says which components no operation uses: schemas and responses become types all the same, but nothing comes of a
/// parameter or a request body that stands alone.
enum UnusedComponents {
  static func report(_ document: Document, log: inout DiagnosticLog) {
    var used = References()
    for item in document.paths {
      item.parameters.forEach { used.add($0) }
      for operation in item.operations {
        operation.parameters.forEach { used.add($0) }
        operation.requestBody.map { used.add($0) }
      }
    }
    let components = document.components
    // A component that is another one's other name uses that one, even if nothing uses itself: one report is enough.
    components.parameters.forEach { used.add($0.object) }
    components.requestBodies.forEach { used.add($0.object) }
    report(components.parameters, .parameters, used, &log)
    report(components.requestBodies, .requestBodies, used, &log)
  }

  private static func report<Object>(
    _ components: [Components.Named<Object>],
    _ kind: Components.Kind,
    _ used: References,
    _ log: inout DiagnosticLog
  ) {
    for component in components where !component.isTarget && !used.contains(component.name, kind) {
      log.note(
        .notGenerated,
        "nothing uses \(kind.article) called `\(component.name)`",
        at: component.span,
        label: "left out"
      )
    }
  }

  /// The components that something refers to.
  private struct References {
    private var names: [Components.Kind: Set<String>] = [:]

    mutating func add<Object>(_ referenced: Referenced<Object>) {
      guard case .reference(let reference) = referenced else { return }
      for kind in [Components.Kind.parameters, .requestBodies] {
        if let name = reference.componentName(in: kind) { names[kind, default: []].insert(name) }
      }
    }

    func contains(_ name: String, _ kind: Components.Kind) -> Bool { names[kind]?.contains(name) ?? false }
  }
}
