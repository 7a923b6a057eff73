import RecastOpenAPIDocument

extension Documentation {
  /// What a schema says about its values.
  init(of schema: Schema) {
    paragraphs = [schema.description ?? schema.title].compactMap { $0 }
    deprecated = schema.deprecated
    addDirection(readOnly: schema.readOnly, writeOnly: schema.writeOnly)
    var limits = schema.constraints.map { "`\($0.keyword): \($0.value)`" }
    // A format that has no type of its own is still a promise about the text.
    if let format = schema.format, schema.enumValues == nil, !PrimitiveTypes.isExpressed(format, schema.types) {
      limits.insert("`format: \(format)`", at: 0)
    }
    if !limits.isEmpty { paragraphs.append("Limits: \(limits.joined(separator: ", ")).") }
    if let example = schema.example { paragraphs.append("Example: `\(example)`") }
    if let address = schema.externalDocs { paragraphs.append("See \(address)") }
  }

  /// Adds in which direction the value travels, if it is only one.
  mutating func addDirection(readOnly: Bool, writeOnly: Bool) {
    if readOnly { paragraphs.append("Only the server sends it.") }
    if writeOnly { paragraphs.append("Only callers send it.") }
  }
}
