import RecastDiagnostics
import RecastYAMLReader

/// One entry of `x-client-schemas`: where a schema is used, and what is said of it.
struct SchemaAttachment: Sendable {
  /// Where the schema is used.
  let location: SchemaLocation
  /// Where the location was written.
  let span: SourceSpan
  /// The name of the Swift type.
  let name: YAMLNode?
  /// Keys that the schema gets, with their values.
  let keys: [Key]
  /// The variants of the schema.
  let variants: VariantTable?
  /// Whether it is in order that the location leads nowhere.
  let isOptional: Bool

  /// A key that a schema gets.
  struct Key: Sendable {
    /// The key, such as `x-client-type`.
    let name: String
    /// Its value.
    let value: YAMLNode
  }
}

extension SchemaAttachment {
  /// The key of an operation that holds the entries.
  static let key = "x-client-schemas"

  /// Keys of an entry that become keys of the schema.
  private static let schemaKeys = [
    "type": "x-client-type", "factories": "x-client-factories", "optional": "x-client-optional-members",
  ]
  private static let knownKeys = schemaKeys.keys.sorted() + ["name", "variants", "x-client-optional"]

  /// Reads the entries of an operation, and reports what makes no sense.
  static func list(reading node: YAMLNode, log: inout DiagnosticLog) -> [SchemaAttachment] {
    guard node.kind == .mapping else {
      log.error(
        .invalidExtension,
        "`\(key)` is a mapping from locations to what is said of the schemas there",
        at: node.span.leadingEdge,
        help: "write it as `/request/form: {name: ReportForm}`"
      )
      return []
    }
    return node.entries.compactMap { SchemaAttachment(reading: $0, log: &log) }
  }

  private init?(reading entry: YAMLEntry, log: inout DiagnosticLog) {
    guard let location = SchemaLocation(entry.key) else {
      log.error(
        .invalidExtension,
        "`\(entry.key)` is not the location of a schema",
        at: entry.keySpan,
        help: "start it with `/request`, `/response`, `/error` or `/parameter/` and a name"
      )
      return nil
    }
    guard entry.value.kind == .mapping, Self.checkKeys(of: entry.value, log: &log) else {
      if entry.value.kind != .mapping {
        log.error(
          .invalidExtension,
          "expected what is said of the schema, found \(entry.value.kind.inWords)",
          at: entry.value.span.leadingEdge,
          help: "write it as `{name: ReportForm}`"
        )
      }
      return nil
    }
    self.location = location
    span = entry.keySpan
    name = entry.value["name"]
    isOptional = entry.value["x-client-optional"]?.bool ?? false
    keys = entry.value.entries.compactMap { item in
      Self.schemaKeys[item.key].map { Key(name: $0, value: item.value) }
    }
    variants = entry.value["variants"].flatMap { VariantTable(reading: $0, log: &log) }
    if let variants, name == nil {
      log.error(
        .invalidExtension,
        "a schema with `variants` needs a `name`",
        at: variants.node.span.leadingEdge,
        help: "name the type of all variants, as in `name: ReportForm`"
      )
      return nil
    }
    if let name, name.string?.contains(where: \.isLetter) != true {
      log.error(.invalidExtension, "expected the name of a Swift type", at: name.span.leadingEdge)
      return nil
    }
  }

  /// Says of a schema what it is called, and nothing else.
  init(_ name: YAMLNode, at location: SchemaLocation) {
    self.location = location
    self.name = name
    span = name.span
    keys = []
    variants = nil
    isOptional = true
  }

  private static func checkKeys(of node: YAMLNode, log: inout DiagnosticLog) -> Bool {
    let unknown = node.entries.filter { !knownKeys.contains($0.key) }
    for entry in unknown {
      log.error(
        .unknownExtension,
        "unknown key `\(entry.key)` in `\(key)`",
        at: entry.keySpan,
        help: Suggestion.help(for: entry.key, in: knownKeys)
          ?? "the keys are \(knownKeys.joined(separator: ", "))"
      )
    }
    return unknown.isEmpty
  }
}
