import RecastOpenAPIDocument

/// The Swift types of strings and numbers, by their formats.
enum PrimitiveTypes {
  /// The type of a string.
  static func string(_ schema: Schema) -> TypeReference {
    if schema.constraints.contains(where: { $0.keyword == "contentEncoding" && $0.value.hasPrefix("base64") }) {
      return .data
    }
    return string(format: schema.format) ?? .string
  }

  /// The type of an integer.
  static func integer(_ format: String?) -> TypeReference {
    switch format {
    case "int32": .int32
    case "int64": .int64
    case "uint64": .uint64
    default: .int
    }
  }

  /// The type of a number.
  static func number(_ format: String?) -> TypeReference {
    switch format {
    case "float": .float
    case "decimal", "decimal128": .decimal
    // Integers are numbers, and many documents say no more of their type.
    case "int32", "int64", "uint64": integer(format)
    default: .double
    }
  }

  /// The type that a schema means which names a format or limits, but no type.
  static func meant(by schema: Schema) -> TypeReference? {
    if let format = schema.format {
      switch format {
      case "int32", "int64", "uint64": return integer(format)
      case "float", "double", "decimal", "decimal128": return number(format)
      default: return string(schema)
      }
    }
    let keywords = Set(schema.constraints.map(\.keyword))
    if !keywords.isDisjoint(with: ["pattern", "minLength", "maxLength", "contentEncoding"]) { return string(schema) }
    return nil
  }

  /// Whether the Swift type says all that a format does.
  static func isExpressed(_ format: String, _ types: [SchemaType]) -> Bool {
    // The widths of numbers are types; `binary` is what the operation makes of the bytes.
    let isPlain = ["int32", "int64", "uint64", "float", "double", "decimal", "decimal128", "binary"].contains(format)
    return isPlain || string(format: format) != nil
  }

  private static func string(format: String?) -> TypeReference? {
    switch format {
    case "date": .calendarDate
    case "date-time": .date
    case "uuid": .uuid
    case "uri", "url": .url
    case "byte", "base64": .data
    default: nil
    }
  }
}
