import RecastDiagnostics
import RecastOpenAPIDocument

/// Members that travel in one direction only, in schemas that are used in the other one as well.
///
/// One type serves both directions: what only the server sends cannot be demanded of callers, and what only callers send
/// is not there when an answer is read. Schemas that are used in one direction keep what they require.
struct OneWayMembers {
  private var optional: Set<SourceSpan> = []

  init(_ document: Document) {
    guard document.hasOneWayMembers else { return }
    var search = Search(ComponentIndex(document.components))
    for operation in document.paths.flatMap(\.operations) {
      search.add(operation)
    }
    optional = search.found()
  }

  /// Whether a member has to be optional although it is required.
  func contains(_ property: Schema.Property) -> Bool {
    !optional.isEmpty && property.origins.contains(where: optional.contains)
  }
}

extension OneWayMembers {
  /// Follows schemas from requests and from answers.
  private struct Search {
    enum Direction: Hashable {
      case request, answer
    }

    struct Visit: Hashable {
      var component: String
      var direction: Direction
    }

    let index: ComponentIndex
    var log = DiagnosticLog()
    var waiting: [(SchemaOrReference, Direction)] = []
    var visited: Set<Visit> = []
    var optional: Set<SourceSpan> = []

    init(_ index: ComponentIndex) { self.index = index }

    mutating func add(_ operation: Operation) {
      if let body = operation.requestBody.flatMap({ index.requestBody($0, log: &log) }) {
        waiting += body.content.compactMap(\.schema).map { ($0, .request) }
      }
      for keyed in operation.responses {
        guard let response = index.response(keyed.response, log: &log) else { continue }
        waiting += response.content.flatMap { [$0.schema, $0.itemSchema].compactMap { $0 } }.map { ($0, .answer) }
      }
    }

    mutating func found() -> Set<SourceSpan> {
      while let (next, direction) = waiting.popLast() {
        switch next {
        case .schema(let schema): follow(schema, direction)
        case .reference(let reference, _):
          guard let component = index.schema(reference, log: &log),
            visited.insert(Visit(component: component.name, direction: direction)).inserted
          else { continue }
          waiting.append((component.object, direction))
        }
      }
      return optional
    }

    private mutating func follow(_ schema: Schema, _ direction: Direction) {
      for property in schema.properties {
        waiting.append((property.schema, direction))
        if isAgainst(direction, property.schema) { optional.formUnion(property.origins) }
      }
      let parts =
        schema.allOf + schema.oneOf + schema.anyOf + schema.tupleItems + schema.conditional
        + [schema.items].compactMap { $0 }
      waiting += parts.map { ($0, direction) }
      if case .schema(let additional) = schema.additionalProperties { waiting.append((additional, direction)) }
      for entry in schema.discriminator?.mapping ?? [] {
        waiting.append((.reference(entry.target, .init()), direction))
      }
    }

    private mutating func isAgainst(_ direction: Direction, _ schema: SchemaOrReference) -> Bool {
      var current = schema
      for _ in 0..<5 {
        switch current {
        case .schema(let schema):
          if direction == .request ? schema.readOnly : schema.writeOnly { return true }
          guard schema.allOf.count == 1, let only = schema.allOf.first else { return false }
          current = only
        case .reference(let reference, let siblings):
          if direction == .request ? siblings.readOnly : siblings.writeOnly { return true }
          guard let component = index.schema(reference, log: &log) else { return false }
          current = component.object
        }
      }
      return false
    }
  }
}
