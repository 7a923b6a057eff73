import RecastDiagnostics
import RecastOpenAPIDocument

/// How many composed schemas are looked at, of a document of some size.
///
/// What is composed of schemas that are composed themselves can be reached on as many ways as there are combinations,
/// and every one of them would be a type of its own.
struct ShapingBudget {
  /// Enough for documents that are small, and have much in common.
  private static let minimum = 3_000
  /// Documents that people write have far fewer of them.
  private static let bytesPerSchema = 20

  private var left: Int

  init(_ components: [Components.Named<SchemaOrReference>]) {
    var sizes: [String: Int] = [:]
    for component in components { sizes[component.span.file.path] = component.span.file.bytes.count }
    left = Self.minimum + sizes.values.reduce(0, +) / Self.bytesPerSchema
  }

  /// Whether another schema can be looked at.
  mutating func spend() -> Bool {
    left -= 1
    return left >= 0
  }
}

extension TypePlanner {
  /// Pays for a look at a schema; `false`, with a diagnostic, when too many have been looked at.
  mutating func affords(_ schema: Schema) -> Bool {
    guard schema.isComposed, !budget.spend() else { return true }
    log.warning(
      .nestedTooDeep,
      "schemas lead to each other on too many ways",
      at: schema.span,
      label: "read as any value"
    )
    return false
  }
}
