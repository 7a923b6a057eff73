import RecastDiagnostics
import RecastYAMLReader

/// The Path Item Object: a path template and its operations.
package struct PathItem: Sendable {
  /// The template as written, for example `/v1/clients/{client_slug}/reports`.
  package var path: String
  /// Where the template was written.
  package var span: SourceSpan
  /// The path's own base URLs, in document order; empty when it has those of the document.
  package var servers: [Server]
  /// Parameters of every operation of the path.
  package var parameters: [Referenced<Parameter>]
  /// Operations, in document order.
  package var operations: [Operation]
}

extension PathItem {
  init(reading entry: YAMLEntry, _ reader: inout NodeReader) {
    path = entry.key
    span = entry.keySpan
    servers = []
    parameters = []
    operations = []
    read(entry.value, &reader)
    // What stands beside a reference comes first and counts more.
    if entry.value["$ref"] != nil, let target = reader.followed(entry.value, .pathItems) { read(target, &reader) }
  }

  private mutating func read(_ node: YAMLNode, _ reader: inout NodeReader) {
    reader.checkKeys(of: node, .pathItem)
    if servers.isEmpty { servers = Server.list(reading: node["servers"], &reader) }
    parameters += reader.items(node["parameters"], "`parameters`").compactMap {
      Parameter.referenced(reading: $0, &reader)
    }
    for entry in reader.entries(node, "a path item") {
      if let method = Operation.Method.keys[entry.key] { add(method, entry, &reader) }
    }
    for entry in reader.entries(node["additionalOperations"], "`additionalOperations`") {
      if let method = Operation.Method(token: entry.key) {
        add(method, entry, &reader)
      } else {
        reader.log.warning(
          .invalidDocument,
          "`\(entry.key)` cannot be an HTTP method",
          at: entry.keySpan,
          label: "the operation is left out"
        )
      }
    }
  }

  private mutating func add(_ method: Operation.Method, _ entry: YAMLEntry, _ reader: inout NodeReader) {
    guard !operations.contains(where: { $0.method == method }) else { return }
    if let operation = Operation(method, reading: entry, &reader) { operations.append(operation) }
  }
}
