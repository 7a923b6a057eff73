/// Where a schema is used: what ids and words of its changes depend on.
enum SchemaPlace: Sendable, Hashable {
  case requestBody
  case responseBody(status: String)
  case parameter(location: String, name: String)
  case responseHeader(status: String, name: String)

  /// Which way the values travel.
  var direction: Direction {
    switch self {
    case .requestBody, .parameter: .request
    case .responseBody, .responseHeader: .response
    }
  }

  /// The kinds of places, as ids begin with them.
  enum Kind: String, Sendable, CaseIterable {
    case requestBody = "request-body"
    case requestProperty = "request-property"
    case requestParameter = "request-parameter"
    case requestParameterProperty = "request-parameter-property"
    case responseBody = "response-body"
    case responseProperty = "response-property"
    case responseHeader = "response-header"
    case responseHeaderProperty = "response-header-property"

    /// Which way the values travel.
    var direction: Direction {
      switch self {
      case .requestBody, .requestProperty, .requestParameter, .requestParameterProperty: .request
      case .responseBody, .responseProperty, .responseHeader, .responseHeaderProperty: .response
      }
    }

    /// Whether the place is a part of a value.
    var isProperty: Bool { rawValue.hasSuffix("property") }

    /// The place in words, for explanations.
    var words: String {
      switch self {
      case .requestBody: "a request body"
      case .requestProperty: "a member of a request body"
      case .requestParameter: "a parameter"
      case .requestParameterProperty: "a part of a parameter"
      case .responseBody: "the body of an answer"
      case .responseProperty: "a member of the body of an answer"
      case .responseHeader: "a header field of an answer"
      case .responseHeaderProperty: "a part of a header field of an answer"
      }
    }
  }

  /// The kind of place, of the whole value or of a part of it.
  func kind(isPart: Bool) -> Kind {
    switch self {
    case .requestBody: isPart ? .requestProperty : .requestBody
    case .responseBody: isPart ? .responseProperty : .responseBody
    case .parameter: isPart ? .requestParameterProperty : .requestParameter
    case .responseHeader: isPart ? .responseHeaderProperty : .responseHeader
    }
  }

  /// The value or a part of it in words.
  ///
  /// - Parameter path: the way to the part; empty for the whole.
  func noun(_ path: String) -> String {
    let part = Phrase.quoted(path)
    return switch (self, path.isEmpty) {
    case (.requestBody, true): "the request body"
    case (.requestBody, false): "the request property \(part)"
    case (.responseBody(let status), true): "the response body of status \(Phrase.quoted(status))"
    case (.responseBody(let status), false): "the response property \(part) of status \(Phrase.quoted(status))"
    case (.parameter(let location, let name), true): "the \(location) parameter \(Phrase.quoted(name))"
    case (.parameter(let location, let name), false): "\(part) in the \(location) parameter \(Phrase.quoted(name))"
    case (.responseHeader(let status, let name), let isWhole):
      "\(isWhole ? "" : "\(part) in ")the header field \(Phrase.quoted(name)) of status \(Phrase.quoted(status))"
    }
  }

  /// The values that tell the place apart from others of its kind, for fingerprints.
  func arguments(_ path: String) -> [String] {
    let own = path.isEmpty ? [] : [path]
    return switch self {
    case .requestBody: own
    case .responseBody(let status): own + [status]
    case .parameter(let location, let name): own + [location, name]
    case .responseHeader(let status, let name): own + [name, status]
    }
  }
}
