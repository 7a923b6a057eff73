import RecastOpenAPIDocument

extension SchemaType {
  /// What a schema says of the type of its values.
  struct Description: Equatable {
    /// The types; empty for any value.
    var types: Set<SchemaType>
    /// What refines them.
    var format: String?

    init(_ schema: Schema) {
      types = Set(schema.types)
      // Every integer is a number.
      if types.contains(.number) { types.remove(.integer) }
      format = schema.format
    }

    /// The types in words: `string`, `integer/int64`, `string or null`.
    var text: String {
      let names = types.map(\.rawValue).sorted().joined(separator: " or ")
      guard let format else { return names.isEmpty ? "any value" : names }
      return names.isEmpty ? "any value/\(format)" : "\(names)/\(format)"
    }

    /// What it is called when one becomes another.
    static func aspect(from old: Description, to new: Description) -> SchemaAspect {
      if isWider(new, than: old) {
        return old.types.count > 1 || new.types.count > 1 ? .typesWidened : .typeGeneralized
      }
      if isWider(old, than: new) {
        return old.types.count > 1 || new.types.count > 1 ? .typesNarrowed : .typeSpecialized
      }
      return .typeChanged
    }

    /// Whether everything that the other one allows is allowed, and more.
    private static func isWider(_ wide: Description, than narrow: Description) -> Bool {
      guard allows(wide, narrow) else { return false }
      if let format = wide.format, format != narrow.format {
        return narrow.format.map { widerFormats[$0]?.contains(format) == true } ?? false
      }
      return true
    }

    private static func allows(_ wide: Description, _ narrow: Description) -> Bool {
      if wide.types.isEmpty { return true }
      guard !narrow.types.isEmpty else { return false }
      return narrow.types.allSatisfy { wide.types.contains($0) || ($0 == .integer && wide.types.contains(.number)) }
    }

    private static let widerFormats: [String: Set<String>] = [
      "int32": ["int64"], "float": ["double"], "date": [], "uuid": [],
    ]
  }
}
