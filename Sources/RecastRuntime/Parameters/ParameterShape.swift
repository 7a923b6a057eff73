/// What a value looks like to a parameter style: one text, a list of texts, or named texts.
///
/// Styles know nothing deeper (RFC 6570, section 2.3). What lies deeper is written as JSON text, so that nothing is
/// lost; a null counts as not being there.
enum ParameterShape {
  case nothing
  case single(String)
  case list([String])
  case members([(name: String, text: String)])

  /// The shape of a value's JSON form.
  ///
  /// - Throws: `JSONError` when it has none.
  init(_ value: some JSONCodable) throws {
    switch try value.jsonValue() {
    case .null: self = .nothing
    case .array(let items):
      let texts = items.compactMap(\.parameterText)
      self = texts.isEmpty ? .nothing : .list(texts)
    case .object(let object):
      let members = object.compactMap { name, value in value.parameterText.map { (name, $0) } }
      self = members.isEmpty ? .nothing : .members(members)
    case let scalar: self = scalar.parameterText.map { .single($0) } ?? .nothing
    }
  }

  /// The texts in one list: names and values of members take turns.
  var flattened: [String] {
    switch self {
    case .nothing: []
    case .single(let text): [text]
    case .list(let texts): texts
    case .members(let members): members.flatMap { [$0.name, $0.text] }
    }
  }
}

extension JSONCodable {
  /// The value's JSON form, as a value.
  ///
  /// - Throws: `JSONError` when it has none.
  func jsonValue() throws -> JSONValue {
    if let value = self as? JSONValue { return value }
    return try JSONValue(json: jsonBytes())
  }
}

extension JSONValue {
  /// The value as the text of a parameter: a string without quotes, arrays and objects as JSON; nil for null.
  var parameterText: String? {
    switch self {
    case .null: nil
    case .bool(let value): value.description
    case .number(let value): value.description
    case .string(let text): text
    case .array, .object: description
    }
  }
}
