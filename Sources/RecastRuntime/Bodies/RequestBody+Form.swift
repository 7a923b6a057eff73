extension RequestBody {
  /// An object as `application/x-www-form-urlencoded`: a pair per member, lists as pairs of the same name, objects
  /// inside as JSON text, unless `fields` says otherwise. Members that are null are left out.
  ///
  /// - Parameter fields: How members travel that do not travel as said above, by name.
  public static func form(
    _ value: some JSONCodable,
    contentType: String = "application/x-www-form-urlencoded",
    fields: [String: FieldStyle] = [:]
  ) -> RequestBody {
    RequestBody(
      contentType: contentType,
      Result {
        guard case .object(let members) = try value.jsonValue() else {
          throw InvalidRequest("the body cannot be written as a form: it is no object")
        }
        let pairs = members.flatMap { Self.pairs(of: $0.value, $0.name, fields[$0.name] ?? .plain) }
        return [.bytes(Array(pairs.map(\.encoded).joined(separator: "&").utf8))]
      }
    )
  }

  private static func pairs(of value: JSONValue, _ name: String, _ style: FieldStyle) -> [QueryItem.Pair] {
    if value.isNull { return [] }
    return style.item(name, value)?.pairs ?? []
  }
}

/// How a member of a form travels (OpenAPI's Encoding Object).
public enum FieldStyle: Sendable, Hashable {
  /// Lists as fields of the same name, objects as JSON text.
  case plain
  /// As a query parameter of the style `form`.
  case form(explode: Bool)
  /// As a query parameter of the style `spaceDelimited`.
  case spaceDelimited
  /// As a query parameter of the style `pipeDelimited`.
  case pipeDelimited
  /// As a query parameter of the style `deepObject`.
  case deepObject
  /// As JSON text.
  case json

  /// The names and values of a member.
  func item(_ name: String, _ value: some JSONCodable) -> QueryItem? {
    switch self {
    case .plain: QueryItem.plain(name, value)
    case .form(let explode): .form(name, value, explode: explode)
    case .spaceDelimited: .spaceDelimited(name, value)
    case .pipeDelimited: .pipeDelimited(name, value)
    case .deepObject: .deepObject(name, value)
    case .json: .json(name, value)
    }
  }
}

extension QueryItem {
  /// A pair per item of a list, one pair for anything else.
  fileprivate static func plain(_ name: String, _ value: some JSONCodable) -> QueryItem? {
    guard let json = try? value.jsonValue(), case .object = json else { return .form(name, value) }
    return .json(name, json)
  }
}
