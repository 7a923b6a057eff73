/// The path of a request: `"/v1/clients/\(client)/reports/\(id)"`.
///
/// Each interpolated value becomes exactly one percent-encoded segment (RFC 3986, section 3.3), whatever it contains: a
/// value can neither add a segment, unless its style is `reserved`, nor begin a query. A value that would vanish or climb (`""`, `"."`, `".."`) is
/// refused when the call is sent.
public struct RequestPath: Sendable, Hashable {
  fileprivate enum Part: Sendable, Hashable {
    case literal(String)
    case parameter(String)
    /// A value in the encoding of its style.
    case styled(String)
    /// A value that cannot be written, and why.
    case unwritable(String)
  }

  private var parts: [Part]

  private init(_ parts: [Part]) {
    self.parts = parts
  }

  /// The path as it is sent.
  public var encoded: String {
    parts.map { part in
      switch part {
      case .literal(let text): PercentEncoding.literalPath(text)
      case .parameter(let text): PercentEncoding.component(text)
      case .styled(let text): text
      case .unwritable: ""
      }
    }.joined()
  }

  /// The path without its values, such as `/v1/clients/{}/reports/{}`: it says which operation it was, and nothing
  /// about the data. Logs show this one.
  public var template: String {
    parts.map { part in
      switch part {
      case .literal(let text): text
      case .parameter, .styled, .unwritable: "{}"
      }
    }.joined()
  }

  /// What makes the path impossible to send, in words; nil when nothing does.
  var problem: String? {
    var number = 0
    for part in parts {
      switch part {
      case .literal: continue
      case .parameter(let text), .styled(let text):
        number += 1
        if text.isEmpty { return "parameter \(number) of the path \(template) is empty; give it a value" }
      case .unwritable(let reason):
        return "parameter \(number + 1) of the path \(template) cannot be written: \(reason)"
      }
    }
    // Servers and proxies resolve dot segments, so that they would change which resource is meant. A dot next to a
    // literal, as in `/\(name).csv`, is no dot segment.
    let segments = encoded.split(separator: "/")
    guard let dots = segments.first(where: { $0 == "." || $0 == ".." }) else { return nil }
    return "a parameter of the path \(template) makes the segment \"\(dots)\", which would change the path; "
      + "give it another value"
  }
}

extension RequestPath: ExpressibleByStringInterpolation {
  /// Takes a path without parameters.
  public init(stringLiteral value: String) {
    self.init([.literal(value)])
  }

  /// Takes a path with parameters.
  public init(stringInterpolation: StringInterpolation) {
    self.init(stringInterpolation.parts)
  }

  /// Collects the literal and the interpolated parts of a path.
  public struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    /// Starts a path; the sizes are hints.
    public init(literalCapacity: Int, interpolationCount: Int) {
      parts.reserveCapacity(interpolationCount * 2 + 1)
    }

    /// Adds text that is part of the path's shape.
    public mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.literal(literal)) }
    }

    /// Adds a value: one segment, or a part of one.
    public mutating func appendInterpolation(_ value: some ParameterValue) {
      parts.append(.parameter(value.parameterText))
    }

    /// Adds a value of any shape in a style: one segment, or a part of one.
    public mutating func appendInterpolation(_ value: some JSONCodable, _ style: PathStyle) {
      do {
        parts.append(.styled(try style.text(value)))
      } catch {
        parts.append(.unwritable("\(error)"))
      }
    }
  }
}

extension RequestPath: CustomStringConvertible {
  /// The path as it is sent.
  public var description: String { encoded }
}
