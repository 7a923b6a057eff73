/// Writes every schema where it is used, and leaves out what people who write request specs do not write.
enum InPlace {
  static func document(_ own: DocumentValue) -> DocumentValue {
    var document = expanded(own, in: own)
    document["components"] = ["securitySchemes": own["components"]?["securitySchemes"] ?? [:]]
    document = document.changingOperations { path, _, operation in
      var operation = operation
      operation["operationId"] = nil
      operation["description"] = nil
      let shared = document["paths"]?[path]?["parameters"]?.items ?? []
      let parameters = shared + (operation["parameters"]?.items ?? [])
      if !parameters.isEmpty { operation["parameters"] = .list(parameters) }
      return operation
    }
    for path in document["paths"]?.entries ?? [] { document["paths"]?[path.key]?["parameters"] = nil }
    return document.rebuilt(withoutWords)
  }

  /// A value without references. `allOf` of one schema is how OpenAPI 3.0 says more beside a reference, so it goes too.
  private static func expanded(_ value: DocumentValue, in document: DocumentValue) -> DocumentValue {
    let value = value.resolved(in: document)
    switch value {
    case .mapping(let entries):
      var result = DocumentValue.mapping(
        entries.map { .init(key: $0.key, value: expanded($0.value, in: document)) }
      )
      if let parts = result["allOf"]?.items, parts.count == 1 {
        result["allOf"] = nil
        for entry in parts[0].entries where result[entry.key] == nil { result[entry.key] = entry.value }
      }
      return result
    case .list(let items): return .list(items.map { expanded($0, in: document) })
    case .text, .literal: return value
    }
  }

  private static func withoutWords(_ value: DocumentValue) -> DocumentValue {
    var value = value
    let isSchema = ["type", "properties", "oneOf", "anyOf", "enum"].contains { value[$0] != nil }
    let isProperties = value.entries.allSatisfy { !$0.value.entries.isEmpty }
    if isSchema, !isProperties { value["description"] = nil }
    for key in ["example", "examples", "discriminator"] where value[key]?.entries.isEmpty == false || isSchema {
      value[key] = nil
    }
    return value
  }
}
