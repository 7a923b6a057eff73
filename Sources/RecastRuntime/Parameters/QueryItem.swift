/// One query parameter with its values, in the encoding that the API expects.
///
/// Names and values are encoded alike, by RFC 3986: everything except letters, digits, `-`, `.`, `_` and `~`. A name
/// such as `ids[]` is therefore sent as `ids%5B%5D`, which is what the RFC asks for and what servers decode. With
/// `allowReserved`, reserved characters of a value are sent as they are, except those that would end it.
public struct QueryItem: Sendable, Hashable {
  /// The names and values, not yet encoded.
  public let pairs: [Pair]
  /// What makes the parameter impossible to send, in words; nil when nothing does.
  let problem: String?

  init(pairs: [Pair], problem: String? = nil) {
    self.pairs = pairs
    self.problem = problem
  }

  /// A name and its value, not yet encoded.
  public struct Pair: Sendable, Hashable {
    /// The parameter's name.
    public let name: String
    /// The values; more than one when they are joined by a separator that is not encoded like them.
    public let values: [String]
    /// What stands between the values.
    var separator = Separator.comma
    /// Whether reserved characters of the values are sent as they are.
    var allowsReserved = false
    /// Whether the value is the whole query, without a name.
    var isWholeQuery = false

    /// The pair as it is sent.
    var encoded: String {
      let texts = values.map { allowsReserved ? PercentEncoding.reservedQueryValue($0) : PercentEncoding.component($0) }
      let value = texts.joined(separator: separator.rawValue)
      return isWholeQuery ? value : PercentEncoding.component(name) + "=" + value
    }
  }

  /// What stands between the values of a list, as it is sent.
  enum Separator: String, Sendable {
    case comma = ","
    case space = "%20"
    case pipe = "%7C"
  }

  /// `name=value`; nothing when the value is nil.
  public static func item(
    _ name: String,
    _ value: (some ParameterValue)?,
    allowReserved: Bool = false
  ) -> QueryItem? {
    value.map { QueryItem(pairs: [Pair(name: name, values: [$0.parameterText], allowsReserved: allowReserved)]) }
  }

  /// `name=a&name=b` (OpenAPI `style: form, explode: true`); nothing when the list is nil or empty.
  public static func repeated(
    _ name: String,
    _ values: [some ParameterValue]?,
    allowReserved: Bool = false
  ) -> QueryItem? {
    guard let values, !values.isEmpty else { return nil }
    return QueryItem(
      pairs: values.map { Pair(name: name, values: [$0.parameterText], allowsReserved: allowReserved) }
    )
  }

  /// `name=a,b` (OpenAPI `style: form, explode: false`); nothing when the list is nil or empty. A comma inside a value
  /// is encoded, the separating ones are not.
  public static func commaSeparated(
    _ name: String,
    _ values: [some ParameterValue]?,
    allowReserved: Bool = false
  ) -> QueryItem? {
    guard let values, !values.isEmpty else { return nil }
    return QueryItem(pairs: [Pair(name: name, values: values.map(\.parameterText), allowsReserved: allowReserved)])
  }

  /// Text that is the whole query (OpenAPI `in: querystring`): `?value`; nothing when the value is nil.
  public static func wholeQuery(_ value: (some ParameterValue)?) -> QueryItem? {
    value.map { QueryItem(pairs: [Pair(name: "", values: [$0.parameterText], isWholeQuery: true)]) }
  }
}
