/// One cookie parameter of a request.
///
/// Names and values are percent-encoded, so that neither can end the cookie or begin another one. A list or object
/// with `explode` becomes several cookies, as OpenAPI's style `cookie` has it; the `&` of the style `form` would make
/// them one.
public struct CookieItem: Sendable, Hashable {
  /// The cookies, as they are sent: `session=4711`.
  let pairs: [String]
  /// What makes the cookie impossible to send, in words; nil when nothing does.
  let problem: String?

  private init(pairs: [String], problem: String? = nil) {
    self.pairs = pairs
    self.problem = problem
  }

  /// `name=value`; nothing when the value is nil.
  public static func item(_ name: String, _ value: (some ParameterValue)?) -> CookieItem? {
    value.map { CookieItem(pairs: [pair(name, [$0.parameterText])]) }
  }

  /// `name=value` without any encoding (OpenAPI `style: cookie`); nothing when the value is nil. A value that holds
  /// anything but what a cookie may hold (RFC 6265, section 4.1.1) is refused when the call is sent.
  public static func verbatim(_ name: String, _ value: (some ParameterValue)?) -> CookieItem? {
    value.map { value in
      let text = value.parameterText
      let isSafe = text.utf8.allSatisfy { (0x21...0x7E).contains($0) && !Self.forbidden.contains($0) }
      return CookieItem(
        pairs: ["\(PercentEncoding.component(name))=\(text)"],
        problem: isSafe ? nil : "the value of the cookie \(name) has a character that no cookie may have; remove it"
      )
    }
  }

  private static let forbidden = Set("\",;\\".utf8)

  /// A value of any shape (OpenAPI `style: form`): lists as `name=a,b` or as several cookies, objects as
  /// `name=member,value` or as a cookie per member, as `explode` says. Nothing when there is no value.
  public static func form(_ name: String, _ value: (some JSONCodable)?, explode: Bool = true) -> CookieItem? {
    written(name, value) { value in
      switch try ParameterShape(value) {
      case .nothing: []
      case .list(let texts) where explode: texts.map { pair(name, [$0]) }
      case .members(let members) where explode: members.map { pair($0.name, [$0.text]) }
      case let shape: [pair(name, shape.flattened)]
      }
    }
  }

  /// The value as JSON text (OpenAPI `content` with a JSON type); nothing when the value is nil.
  public static func json(_ name: String, _ value: (some JSONCodable)?) -> CookieItem? {
    written(name, value) { [pair(name, [try $0.jsonText()])] }
  }

  private static func pair(_ name: String, _ values: [String]) -> String {
    "\(PercentEncoding.component(name))=\(values.map { PercentEncoding.component($0) }.joined(separator: ","))"
  }

  private static func written<Value: JSONCodable>(
    _ name: String,
    _ value: Value?,
    _ pairs: (Value) throws -> [String]
  ) -> CookieItem? {
    guard let value else { return nil }
    do {
      let pairs = try pairs(value)
      return pairs.isEmpty ? nil : CookieItem(pairs: pairs)
    } catch {
      return CookieItem(pairs: [], problem: "the cookie \(name) cannot be written: \(error)")
    }
  }
}

extension CookieItem: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
  /// The names alone: cookies are often secrets.
  public var description: String {
    pairs.map { "\($0.prefix { $0 != "=" })=<redacted>" }.joined(separator: "; ")
  }
  /// The names alone: cookies are often secrets.
  public var debugDescription: String { description }
  /// Empty: cookies are often secrets.
  public var customMirror: Mirror { Mirror(self, children: []) }
}
