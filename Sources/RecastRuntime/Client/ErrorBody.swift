/// What the body of an error says, in whichever of the usual shapes it is.
struct ErrorBody: Sendable {
  private(set) var code: String?
  private(set) var message: String?
  private(set) var details: [String: [String]] = [:]

  /// Reads a body; one that is no JSON object counts as text.
  init(_ body: [UInt8]) {
    guard let value = try? JSONValue(json: body) else {
      message = Self.plainText(body)
      return
    }
    switch value {
    case .object: read(value)
    case .string(let text): message = Self.nonEmpty(text)
    case .array(let items): message = Self.joined(items)
    case .null, .bool, .number: break
    }
  }

  private mutating func read(_ object: JSONValue) {
    let error = object["error"]
    code = Self.text(error?["code"]) ?? Self.text(object["code"]) ?? Self.text(object["type"])
    details =
      [error?["details"], object["details"], error?["errors"], object["errors"]].lazy
      .compactMap { $0 }.map(Self.flattened).first { !$0.isEmpty } ?? [:]
    message =
      Self.text(error?["message"]) ?? Self.text(object["message"]) ?? error?.string.flatMap(Self.nonEmpty)
      ?? Self.text(object["detail"]) ?? Self.text(object["title"]) ?? object["errors"]?.array.flatMap(Self.joined)
      ?? Self.text(object["errors"])
  }

  /// The problems per field, whatever the shape: a string, a list of strings, or an object per field.
  private static func flattened(_ value: JSONValue) -> [String: [String]] {
    guard case .object(let members) = value else { return [:] }
    var result: [String: [String]] = [:]
    for (name, value) in members {
      collect(value, name: name, depth: 0, into: &result)
    }
    return result
  }

  private static func collect(_ value: JSONValue, name: String, depth: Int, into result: inout [String: [String]]) {
    switch value {
    case .null: break
    case .object(let members) where depth < 8:
      for (inner, value) in members { collect(value, name: "\(name).\(inner)", depth: depth + 1, into: &result) }
    case .array(let items) where depth < 8:
      for item in items { collect(item, name: name, depth: depth + 1, into: &result) }
    case .string(let text): result[name, default: []].append(text)
    default: result[name, default: []].append(value.description)
    }
  }

  /// The messages of a list: strings, or objects with a message.
  private static func joined(_ items: [JSONValue]) -> String? {
    let texts = items.compactMap { text($0) ?? text($0["message"]) ?? text($0["detail"]) ?? text($0["title"]) }
    return texts.isEmpty ? nil : texts.joined(separator: "; ")
  }

  private static func text(_ value: JSONValue?) -> String? {
    switch value {
    case .string(let text): nonEmpty(text)
    case .number(let number): number.description
    default: nil
    }
  }

  /// A body that is text for people; markup says nothing to them.
  private static func plainText(_ body: [UInt8]) -> String? {
    let text = OneLine.text(String(decoding: body.prefix(4096), as: UTF8.self), limit: 500)
    return text.hasPrefix("<") ? nil : nonEmpty(text)
  }

  private static func nonEmpty(_ text: String) -> String? {
    text.allSatisfy(\.isWhitespace) ? nil : text
  }
}
