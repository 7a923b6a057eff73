/// One query parameter with its values, in the encoding that the API expects.
///
/// Names and values are encoded alike, by RFC 3986: everything except letters, digits, `-`, `.`, `_` and `~`. A name
/// such as `ids[]` is therefore sent as `ids%5B%5D`, which is what the RFC asks for and what servers decode.
public struct QueryItem: Sendable, Hashable {
  /// The names and values, not yet encoded.
  public let pairs: [Pair]
  /// What makes the parameter impossible to send, in words; nil when nothing does.
  let problem: String?

  private init(pairs: [Pair], problem: String? = nil) {
    self.pairs = pairs
    self.problem = problem
  }

  /// A name and its value, not yet encoded.
  public struct Pair: Sendable, Hashable {
    /// The parameter's name.
    public let name: String
    /// The values; more than one when they are joined by commas that separate, and so are not encoded.
    public let values: [String]

    /// The pair as it is sent.
    var encoded: String {
      PercentEncoding.component(name) + "=" + values.map { PercentEncoding.component($0) }.joined(separator: ",")
    }
  }

  /// `name=value`; nothing when the value is nil.
  public static func item(_ name: String, _ value: (some ParameterValue)?) -> QueryItem? {
    value.map { QueryItem(pairs: [Pair(name: name, values: [$0.parameterText])]) }
  }

  /// `name=a&name=b` (OpenAPI `style: form, explode: true`); nothing when the list is nil or empty.
  public static func repeated(_ name: String, _ values: [some ParameterValue]?) -> QueryItem? {
    guard let values, !values.isEmpty else { return nil }
    return QueryItem(pairs: values.map { Pair(name: name, values: [$0.parameterText]) })
  }

  /// `name=a,b` (OpenAPI `style: form, explode: false`); nothing when the list is nil or empty. A comma inside a value
  /// is encoded, the separating ones are not.
  public static func commaSeparated(_ name: String, _ values: [some ParameterValue]?) -> QueryItem? {
    guard let values, !values.isEmpty else { return nil }
    return QueryItem(pairs: [Pair(name: name, values: values.map(\.parameterText))])
  }

  /// `name[member]=value` for each member (OpenAPI `style: deepObject`), nested objects and arrays likewise; nothing
  /// when the object is nil or has no members.
  ///
  /// Members that are null are left out. An object without a JSON form is refused when the call is sent.
  public static func deepObject(_ name: String, _ object: (some JSONCodable)?) -> QueryItem? {
    guard let object else { return nil }
    do {
      let pairs = try pairs(of: JSONValue(json: object.jsonBytes()), name: name)
      return pairs.isEmpty ? nil : QueryItem(pairs: pairs)
    } catch {
      return QueryItem(pairs: [], problem: "the query parameter \(name) cannot be written: \(error)")
    }
  }

  private static func pairs(of value: JSONValue, name: String) -> [Pair] {
    switch value {
    case .null: []
    case .bool(let bool): [Pair(name: name, values: [bool.description])]
    case .number(let number): [Pair(name: name, values: [number.description])]
    case .string(let string): [Pair(name: name, values: [string])]
    case .array(let items): items.flatMap { pairs(of: $0, name: "\(name)[]") }
    case .object(let members): members.flatMap { pairs(of: $0.value, name: "\(name)[\($0.name)]") }
    }
  }
}
