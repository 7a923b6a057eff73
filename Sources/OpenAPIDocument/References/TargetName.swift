/// Names for what references lead to and the document gives no name.
enum TargetName {
  /// A short name out of the place: what its last tokens that mean something say.
  ///
  /// `#/components/schemas/Pet/properties/owner` is `Pet_owner`, the response `200` of `GET /pets` is
  /// `get_pets_Response`, and `schemas/pet.yaml` is `pet`.
  static func words(file: String, tokens: [String]) -> String {
    var words = words(tokens)
    if words.isEmpty { words = [stem(of: file)] }
    return words.suffix(mostWords).joined(separator: "_")
  }

  /// The name of a file without folder and endings.
  static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last ?? "file"
    return String(name.split(separator: ".").first ?? name)
  }

  private static let mostWords = 4

  private static func words(_ tokens: [String]) -> [String] {
    var words: [String] = []
    var position = 0
    while position < tokens.count {
      let token = tokens[position]
      let next = position + 1 < tokens.count ? tokens[position + 1] : nil
      position += 1
      switch token {
      case "components", "content":
        // The kind of component and the content type say nothing about what is meant.
        position += 1
      case "definitions", "$defs", "properties", "patternProperties", "schema", "schemas", "headers", "items":
        if token == "items", next == nil || words.isEmpty { words.append("item") }
      case "additionalProperties", "prefixItems": words.append("value")
      case "allOf", "oneOf", "anyOf":
        words.append("option" + (next.flatMap { Int($0) }.map { String($0 + 1) } ?? ""))
        position += 1
      case "paths":
        let method = position + 1 < tokens.count ? [tokens[position + 1]] : []
        words += method + (next.map(pathWords) ?? [])
        position += 2
      case "responses":
        words.append(next.map { $0.hasPrefix("2") ? "Response" : "Response\($0)" } ?? "Response")
        position += 1
      case "requestBody": words.append("Body")
      case "parameters":
        words.append(next.map { Int($0) == nil ? $0 : "parameter\($0)" } ?? "parameter")
        position += 1
      default: words.append(token)
      }
    }
    return words
  }

  private static func pathWords(_ path: String) -> [String] {
    Array(path.split(separator: "/").filter { !$0.hasPrefix("{") }.map(String.init).suffix(2))
  }
}
