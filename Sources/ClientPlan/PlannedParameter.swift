/// A parameter of an operation.
package struct PlannedParameter: Sendable {
  /// Where and how the value travels.
  package enum Encoding: Hashable, Sendable {
    /// Plain text in the path.
    case path
    /// A value in one of the path's styles.
    case styledPath(PlannedPathStyle)
    case query
    /// One query parameter per element.
    case queryRepeated
    /// One query parameter with the elements between commas.
    case queryCommaSeparated
    /// One query parameter per member, `name[member]=value`.
    case queryDeepObject
    /// A value of any shape in the style `form`.
    case queryForm(explode: Bool)
    case querySpaceDelimited
    case queryPipeDelimited
    case queryJSON
    /// Text that is the whole query.
    case wholeQuery
    /// A value whose JSON text is the whole query.
    case wholeQueryJSON
    case header
    /// A value of any shape, with commas.
    case headerSimple(explode: Bool)
    case headerJSON
    case cookie
    /// A cookie that is sent as it is.
    case cookieVerbatim
    /// A value of any shape in the style `form`.
    case cookieForm(explode: Bool)
    case cookieJSON
  }

  /// The parts of a request that hold parameters.
  package enum Location: Sendable {
    case path, query, header, cookie
  }

  /// The name on the wire.
  package var wireName: String
  /// The Swift name and label.
  package var name: Identifier
  /// The type, without optionality.
  package var type: TypeReference
  /// Whether every call has the parameter.
  package var required: Bool
  /// The only value that the document allows.
  package var constant: PlannedLiteral?
  /// Where and how the value travels.
  package var encoding: Encoding
  /// Whether reserved characters stand for themselves.
  package var allowsReserved = false
  /// Whether the parameter comes from the scope, not from the caller of the method.
  package var isScope: Bool
  /// What the document says about the parameter.
  package var documentation: Documentation

  /// The part of the request that holds the parameter.
  package var location: Location { encoding.location }

  /// How the parameter is written in the path, if not as plain text.
  package var pathStyle: PlannedPathStyle? {
    if case .styledPath(let style) = encoding { style } else { nil }
  }

  /// Whether callers have to give a value.
  package var hasNoDefault: Bool { required && constant == nil }
}

extension PlannedParameter.Encoding {
  /// The part of the request that holds the value.
  package var location: PlannedParameter.Location {
    switch self {
    case .path, .styledPath: .path
    case .query, .queryRepeated, .queryCommaSeparated, .queryDeepObject, .queryForm, .querySpaceDelimited,
      .queryPipeDelimited, .queryJSON, .wholeQuery, .wholeQueryJSON:
      .query
    case .header, .headerSimple, .headerJSON: .header
    case .cookie, .cookieVerbatim, .cookieForm, .cookieJSON: .cookie
    }
  }
}

/// How a value stands in a path, if not as plain text.
package enum PlannedPathStyle: Hashable, Sendable {
  case simple(explode: Bool)
  case label(explode: Bool)
  case matrix(name: String, explode: Bool)
  /// Reserved characters stand for themselves: the value may be several segments.
  case reserved
  case json
}
