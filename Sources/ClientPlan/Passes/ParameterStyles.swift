import RecastDiagnostics
import RecastOpenAPIDocument

/// How a parameter's value travels, and the type that callers state.
struct EncodedType {
  var encoding: PlannedParameter.Encoding
  var type: TypeReference
}

extension OperationPlanner {
  /// How a parameter travels where it is sent.
  mutating func encoded(_ parameter: Parameter, _ type: TypeReference) -> EncodedType {
    if parameter.content != nil { return encodedContent(parameter, type) }
    let value = type.withoutNull
    switch parameter.location {
    case .path: return EncodedType(encoding: path(parameter, value), type: value)
    case .query, .querystring: return EncodedType(encoding: query(parameter, value), type: type)
    case .header: return EncodedType(encoding: header(parameter, value), type: type)
    case .cookie: return EncodedType(encoding: cookie(parameter, value), type: type)
    }
  }

  // MARK: Content

  private mutating func encodedContent(_ parameter: Parameter, _ type: TypeReference) -> EncodedType {
    guard let content = parameter.content else { return encoded(parameter, type) }
    if parameter.location == .querystring, content.essence == "application/x-www-form-urlencoded" {
      return EncodedType(encoding: .queryForm(explode: true), type: type)
    }
    if content.isJSON {
      let encoding: PlannedParameter.Encoding =
        switch parameter.location {
        case .path: .styledPath(.json)
        case .query: .queryJSON
        case .querystring: .wholeQueryJSON
        case .header: .headerJSON
        case .cookie: .cookieJSON
        }
      return EncodedType(encoding: encoding, type: parameter.location == .path ? type.withoutNull : type)
    }
    // The only form that text for the whole query has is that of its type.
    if !content.essence.hasPrefix("text/"), !(parameter.location == .querystring && isText(type)) {
      types.log.warning(
        .parameterContent,
        "values of type `\(content.name)` cannot be written",
        at: content.span,
        label: "taken as text that the caller encodes"
      )
    }
    let encoding: PlannedParameter.Encoding =
      switch parameter.location {
      case .path: .path
      case .query: .query
      case .querystring: .wholeQuery
      case .header: .header
      case .cookie: .cookie
      }
    return EncodedType(encoding: encoding, type: .string)
  }

  // MARK: Styles

  private mutating func path(_ parameter: Parameter, _ type: TypeReference) -> PlannedParameter.Encoding {
    let explode = parameter.explode ?? false
    switch style(parameter, among: ["simple", "label", "matrix"]) {
    case "label": return .styledPath(.label(explode: explode))
    case "matrix": return .styledPath(.matrix(name: parameter.name, explode: explode))
    default: return isText(type) ? .path : .styledPath(.simple(explode: explode))
    }
  }

  private mutating func query(_ parameter: Parameter, _ type: TypeReference) -> PlannedParameter.Encoding {
    let style = style(parameter, among: ["form", "spaceDelimited", "pipeDelimited", "deepObject"])
    if isText(type) { return .query }
    // A list of which each item is a parameter of its own has nothing left to delimit.
    switch (style, parameter.explode) {
    case ("deepObject", _): return .queryDeepObject
    case ("spaceDelimited", let explode) where explode != true: return .querySpaceDelimited
    case ("pipeDelimited", let explode) where explode != true: return .queryPipeDelimited
    case (_, let explode):
      let explodes = explode ?? true
      guard case .array(let element) = type, isText(element) else { return .queryForm(explode: explodes) }
      return explodes ? .queryRepeated : .queryCommaSeparated
    }
  }

  private mutating func header(_ parameter: Parameter, _ type: TypeReference) -> PlannedParameter.Encoding {
    _ = style(parameter, among: ["simple"])
    return isText(type) ? .header : .headerSimple(explode: parameter.explode ?? false)
  }

  private mutating func cookie(_ parameter: Parameter, _ type: TypeReference) -> PlannedParameter.Encoding {
    let style = style(parameter, among: ["form", "cookie"])
    if isText(type) { return style == "cookie" ? .cookieVerbatim : .cookie }
    return .cookieForm(explode: parameter.explode ?? true)
  }

  /// The style that a parameter is written in: its own if its place has that, else the place's usual one.
  private mutating func style(_ parameter: Parameter, among styles: [String]) -> String {
    guard let style = parameter.style else { return styles[0] }
    guard !styles.contains(style) else { return style }
    types.log.warning(
      .parameterStyle,
      "parameter `\(parameter.name)` cannot have the style `\(style)`",
      at: parameter.span,
      label: "written in the style `\(styles[0])`",
      help: "the styles of its place are \(styles.map { "`\($0)`" }.joined(separator: ", "))"
    )
    return styles[0]
  }

  /// Whether values of a type can be written as plain text.
  func isText(_ type: TypeReference) -> Bool {
    switch type {
    case .array, .map, .json, .nullable, .data, .uploadFile, .multipartField: false
    case .named(let name):
      if case .enumeration? = types.declared[name]?.kind { true } else { false }
    default: true
    }
  }
}
