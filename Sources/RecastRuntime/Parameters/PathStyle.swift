/// How a value that is more than one text, or has a prefix, stands in a path (OpenAPI's styles for paths).
public enum PathStyle: Sendable, Hashable {
  /// `a,b`; objects as `member,value`, or as `member=value` with `explode`.
  case simple(explode: Bool)
  /// `.a,b`, or `.a.b` with `explode`; objects as `.member,value`, or as `.member=value` with `explode`.
  case label(explode: Bool)
  /// `;name=a,b`, or `;name=a;name=b` with `explode`; objects as `;name=member,value`, or as `;member=value` with
  /// `explode`.
  case matrix(_ name: String, explode: Bool)
  /// `a,b`, in which reserved characters stand for themselves (OpenAPI `allowReserved`, `{+name}` of RFC 6570), so that
  /// a value such as `projects/p/topics/t` is several segments; objects as `member,value`.
  case reserved
  /// JSON text (OpenAPI `content` with a JSON type).
  case json

  /// The value as it is sent; empty when there is none.
  ///
  /// - Throws: `JSONError` when the value has no JSON form.
  func text(_ value: some JSONCodable) throws -> String {
    if case .json = self { return PercentEncoding.component(try value.jsonText()) }
    let shape = try ParameterShape(value)
    switch (self, shape) {
    case (_, .nothing), (.json, _): return ""
    case (.simple(explode: true), .members(let members)): return Self.joined(members, ",")
    case (.simple, _): return Self.joined(shape, ",")
    case (.reserved, _): return shape.flattened.map { PercentEncoding.reservedPath($0) }.joined(separator: ",")
    case (.label(explode: true), .members(let members)): return "." + Self.joined(members, ".")
    case (.label(let explode), _): return "." + Self.joined(shape, explode ? "." : ",")
    case (.matrix(_, explode: true), .members(let members)): return ";" + Self.joined(members, ";")
    case (.matrix(let name, explode: true), .list(let texts)):
      return ";" + Self.joined(texts.map { (name: name, text: $0) }, ";")
    case (.matrix(let name, _), .single("")): return ";" + PercentEncoding.component(name)
    case (.matrix(let name, _), _): return ";\(PercentEncoding.component(name))=\(Self.joined(shape, ","))"
    }
  }

  private static func joined(_ shape: ParameterShape, _ separator: String) -> String {
    shape.flattened.map { PercentEncoding.component($0) }.joined(separator: separator)
  }

  private static func joined(_ members: [(name: String, text: String)], _ separator: String) -> String {
    members.map { "\(PercentEncoding.component($0.name))=\(PercentEncoding.component($0.text))" }
      .joined(separator: separator)
  }
}
