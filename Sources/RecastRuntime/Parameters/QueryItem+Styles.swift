/// Styles for values of any shape. A value without a JSON form is refused when the call is sent.
extension QueryItem {
  /// A value of any shape (OpenAPI `style: form`): `name=value`, lists as `name=a&name=b` or `name=a,b`, objects as
  /// `member=value&other=value` or `name=member,value`, as `explode` says. Nothing when there is no value.
  public static func form(
    _ name: String,
    _ value: (some JSONCodable)?,
    explode: Bool = true,
    allowReserved: Bool = false
  ) -> QueryItem? {
    shaped(name, value) { shape in
      switch shape {
      case .list(let texts) where explode:
        texts.map { Pair(name: name, values: [$0], allowsReserved: allowReserved) }
      case .members(let members) where explode:
        members.map { Pair(name: $0.name, values: [$0.text], allowsReserved: allowReserved) }
      default:
        [Pair(name: name, values: shape.flattened, allowsReserved: allowReserved)]
      }
    }
  }

  /// `name=a%20b` (OpenAPI `style: spaceDelimited`); objects with names and values in turn. Nothing when there is no
  /// value.
  public static func spaceDelimited(
    _ name: String,
    _ value: (some JSONCodable)?,
    allowReserved: Bool = false
  ) -> QueryItem? {
    shaped(name, value) {
      [Pair(name: name, values: $0.flattened, separator: .space, allowsReserved: allowReserved)]
    }
  }

  /// `name=a%7Cb` (OpenAPI `style: pipeDelimited`); objects with names and values in turn. Nothing when there is no
  /// value.
  public static func pipeDelimited(
    _ name: String,
    _ value: (some JSONCodable)?,
    allowReserved: Bool = false
  ) -> QueryItem? {
    shaped(name, value) {
      [Pair(name: name, values: $0.flattened, separator: .pipe, allowsReserved: allowReserved)]
    }
  }

  /// `name[member]=value` for each member (OpenAPI `style: deepObject`), nested objects likewise, and `name[]=value`
  /// for each item of a list; nothing when the value is nil or has no members.
  ///
  /// Members that are null are left out.
  public static func deepObject(
    _ name: String,
    _ object: (some JSONCodable)?,
    allowReserved: Bool = false
  ) -> QueryItem? {
    written(name, object) { pairs(of: try $0.jsonValue(), name: name, allowReserved) }
  }

  /// The value as JSON text (OpenAPI `content` with a JSON type): `name=%7B%22a%22%3A1%7D`. Nothing when the value is
  /// nil.
  public static func json(_ name: String, _ value: (some JSONCodable)?) -> QueryItem? {
    written(name, value) { [Pair(name: name, values: [try $0.jsonText()])] }
  }

  /// The value as JSON text that is the whole query (OpenAPI `in: querystring`): `?%7B%22a%22%3A1%7D`. Nothing when the
  /// value is nil.
  public static func wholeQueryJSON(_ value: (some JSONCodable)?) -> QueryItem? {
    written("", value) { [Pair(name: "", values: [try $0.jsonText()], isWholeQuery: true)] }
  }

  private static func shaped<Value: JSONCodable>(
    _ name: String,
    _ value: Value?,
    _ pairs: (ParameterShape) -> [Pair]
  ) -> QueryItem? {
    written(name, value) { value in
      let shape = try ParameterShape(value)
      if case .nothing = shape { return [] }
      return pairs(shape)
    }
  }

  private static func written<Value: JSONCodable>(
    _ name: String,
    _ value: Value?,
    _ pairs: (Value) throws -> [Pair]
  ) -> QueryItem? {
    guard let value else { return nil }
    do {
      let pairs = try pairs(value)
      return pairs.isEmpty ? nil : QueryItem(pairs: pairs)
    } catch {
      let subject = name.isEmpty ? "the query" : "the query parameter \(name)"
      return QueryItem(pairs: [], problem: "\(subject) cannot be written: \(error)")
    }
  }

  /// The pairs of a value in brackets, as deep as it goes.
  static func pairs(of value: JSONValue, name: String, _ allowReserved: Bool = false) -> [Pair] {
    switch value {
    case .null: []
    case .bool, .number, .string:
      [Pair(name: name, values: [value.parameterText ?? ""], allowsReserved: allowReserved)]
    case .array(let items): items.flatMap { pairs(of: $0, name: "\(name)[]", allowReserved) }
    case .object(let members): members.flatMap { pairs(of: $0.value, name: "\(name)[\($0.name)]", allowReserved) }
    }
  }
}
