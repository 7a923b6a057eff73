import RecastClientPlan

/// Prints a parameter as an item of a call: `.item("limit", limit)`.
struct ParameterEmitter {
  let parameter: PlannedParameter

  var item: Code {
    var arguments: [Code] = isNameless ? [] : ["\(StringLiteral(parameter.wireName))"]
    arguments.append("\(parameter.name)")
    if let explode { arguments.append("explode: \(explode ? "true" : "false" as Code)") }
    if parameter.allowsReserved { arguments.append("allowReserved: true") }
    return ".\(factory)(\(.joined(arguments)))"
  }

  private var factory: Code {
    switch parameter.encoding {
    case .path, .styledPath, .query, .header, .cookie: "item"
    case .queryRepeated: "repeated"
    case .queryCommaSeparated: "commaSeparated"
    case .queryDeepObject: "deepObject"
    case .querySpaceDelimited: "spaceDelimited"
    case .queryPipeDelimited: "pipeDelimited"
    case .queryForm, .cookieForm: "form"
    case .queryJSON, .headerJSON, .cookieJSON: "json"
    case .wholeQuery: "wholeQuery"
    case .wholeQueryJSON: "wholeQueryJSON"
    case .headerSimple: "simple"
    case .cookieVerbatim: "verbatim"
    }
  }

  /// Whether the name is not sent.
  private var isNameless: Bool { [.wholeQuery, .wholeQueryJSON].contains(parameter.encoding) }

  /// Whether values are taken apart; `nil` where that is not said, or is as usual.
  private var explode: Bool? {
    switch parameter.encoding {
    case .queryForm(false), .cookieForm(false): false
    case .headerSimple(true): true
    default: nil
    }
  }
}

/// Prints the style of a path parameter.
enum PathStyleEmitter {
  static func code(_ style: PlannedPathStyle) -> Code {
    switch style {
    case .simple(let explode): ".simple(explode: \(explode ? "true" : "false" as Code))"
    case .label(let explode): ".label(explode: \(explode ? "true" : "false" as Code))"
    case .matrix(let name, let explode):
      ".matrix(\(StringLiteral(name)), explode: \(explode ? "true" : "false" as Code))"
    case .reserved: ".reserved"
    case .json: ".json"
    }
  }
}
